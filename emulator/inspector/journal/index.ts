export type { EntryDescription, EntryKind, JournalEntry, NewEntry, OpenedEntry } from './entry.ts';
export { journalCommit } from './journal-commits.ts';
export { journalDeliveries } from './journal-deliveries.ts';
export { journalHandlers } from './journal-handlers.ts';
export { journalProviderCalls } from './journal-provider-calls.ts';
export { journalRequests } from './journal-requests.ts';
export { openJournal } from './open-journal.ts';
export { registerReceivedUrls } from './received-urls.ts';
export { witnessEngine } from './witness-engine.ts';
