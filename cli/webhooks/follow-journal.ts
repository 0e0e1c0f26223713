import type { ControlOutput } from '../../emulator/controls/control.ts';
import type { ControlClient } from '../../emulator/controls/control-client.ts';
import type { Controls } from '../../emulator/controls/index.ts';

type Page = ControlOutput<Controls['journal.list']>;
export type JournalEntry = Page['data'][number];

export interface Followed {
  /** One or several, with commas. */
  readonly kind: string;
  /** From the oldest that is kept; else from now on. */
  readonly fromBeginning: boolean;
}

/** All that is kept, the oldest first. */
async function keptEntries(client: ControlClient, kind: string): Promise<JournalEntry[]> {
  const kept: JournalEntry[] = [];
  let after: string | null = null;
  do {
    const { data, page }: Page = await client.call('journal.list', {
      ...{ kind, pageSize: 100 },
      ...(after === null ? {} : { after }),
    });
    kept.push(...data);
    after = page.next;
  } while (after !== null);
  return kept.reverse();
}

/** What happened before, where it is wanted, then what happens; nothing twice and nothing left out between the two. */
export async function* followJournal(
  client: ControlClient,
  { kind, fromBeginning }: Followed,
  signal: AbortSignal,
): AsyncGenerator<JournalEntry> {
  if (!fromBeginning) return yield* client.listen('journal.stream', { kind }, signal);
  // Read first: what is written down meanwhile is listed or comes with the stream, some of it with both.
  const { data } = await client.call('journal.list', { pageSize: 1 });
  const kept = await keptEntries(client, kind);
  yield* kept;
  const told = new Set(kept.map(({ id }) => id));
  const input = { kind, after: data[0]?.id ?? 'entry_0' };
  for await (const entry of client.listen('journal.stream', input, signal))
    if (!told.has(entry.id)) yield entry;
}
