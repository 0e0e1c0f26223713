import type { JournalEntry, JournalPage } from './journal-client.ts';

interface Shown {
  readonly entries: readonly JournalEntry[];
  /** Undefined before the first page. */
  readonly next: string | null | undefined;
}

interface Joined extends Shown {
  readonly leftOut: number;
  readonly error: undefined;
}

/** The latest page before what is shown, each entry once; where the two don't meet, the latest page alone. */
export function joinLatest(shown: Shown, { data, page, leftOut }: JournalPage): Joined {
  const oldest = data.at(-1)?.id;
  const isNothingNew = data.length === 0 && page.next !== null;
  const isMet = shown.entries.some(({ id }) => id === oldest);
  // More came than fits a page: what lies between is loaded by scrolling.
  if (shown.next === undefined || !(isNothingNew || isMet))
    return { entries: data, next: page.next, leftOut, error: undefined };
  const latest = new Set(data.map(({ id }) => id));
  const before = shown.entries.filter(({ id }) => !latest.has(id));
  return { entries: [...data, ...before], next: shown.next, leftOut, error: undefined };
}
