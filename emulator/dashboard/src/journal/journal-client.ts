import type { ControlOutput } from '../../../controls/control.ts';
import type { EntryKind, JournalEntry, OpenedEntry } from '../../../inspector/journal/entry.ts';
import type { journalControls } from '../../../inspector/journal/journal-controls.ts';
import { askControl } from '../session/api.ts';
import type { Session } from '../session/session.ts';

type JournalControls = typeof journalControls;

export type { EntryKind, JournalEntry, OpenedEntry };

export interface JournalFilter {
  readonly kind?: string;
  readonly type?: string;
  readonly endpoint?: string;
  readonly status?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly isPinned?: string;
  readonly isFailure?: string;
}

export type JournalPage = ControlOutput<JournalControls['journal.list']>;

export function fetchEntries(
  session: Session,
  { isPinned, isFailure, ...filter }: JournalFilter,
  { after, pageSize }: { readonly after: string | undefined; readonly pageSize: number },
  signal: AbortSignal,
): Promise<JournalPage> {
  const flags = {
    ...(isPinned && { isPinned: isPinned === 'true' }),
    ...(isFailure && { isFailure: isFailure === 'true' }),
  };
  return askControl(
    session,
    'GET /_emulator/v1/journal',
    { ...filter, ...flags, pageSize, ...(after !== undefined && { after }) },
    signal,
  );
}

export function fetchEntry(session: Session, entryId: string, signal: AbortSignal): Promise<OpenedEntry> {
  return askControl(session, 'GET /_emulator/v1/journal/{entryId}', { entryId }, signal);
}

export function fetchTrace(session: Session, traceId: string, signal: AbortSignal) {
  return askControl(session, 'GET /_emulator/v1/traces/{traceId}', { traceId }, signal);
}

/** Pins an entry, or writes a note to it. */
export function annotateEntry(
  session: Session,
  entryId: string,
  change: { readonly isPinned?: boolean; readonly note?: string | null },
): Promise<OpenedEntry> {
  return askControl(session, 'PATCH /_emulator/v1/journal/{entryId}', { entryId, ...change });
}
