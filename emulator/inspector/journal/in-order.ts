import type { EntryKind, JournalEntry } from './entry.ts';

/** What is written down when it ends, and began before: with its duration, it stands where it began. */
const written: ReadonlySet<EntryKind> = new Set<EntryKind>(['request', 'provider_call', 'received']);
/** At one moment, a cause before what it causes. */
const ranks: readonly EntryKind[] = [
  ...(['request', 'provider_call', 'change', 'event'] as const),
  ...(['mail', 'delivery_attempt', 'received'] as const),
];

function begunAt({ kind, at, durationMs }: JournalEntry): number {
  return Date.parse(at) - (written.has(kind) ? (durationMs ?? 0) : 0);
}

/** Entries of a trace in the order in which they began; those of one moment by what causes what. */
export function inOrder<Entry extends JournalEntry>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(
    (one, other) => begunAt(one) - begunAt(other) || ranks.indexOf(one.kind) - ranks.indexOf(other.kind),
  );
}
