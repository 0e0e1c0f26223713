import type { ControlOutput } from '../../emulator/controls/control.ts';
import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import type { Controls } from '../../emulator/controls/index.ts';
import { fitsPattern } from '../../runtime/store/fits-pattern.ts';
import type { CommandContext } from '../context.ts';
import { localStore } from '../project/local-store.ts';

type Entry = ControlOutput<Controls['journal.list']>['data'][number];

/** Events about mails are kept as mails. */
const kind = 'event,mail';

/** All that is kept, the oldest first. */
async function keptEvents(client: ControlClient): Promise<Entry[]> {
  const kept: Entry[] = [];
  let after: string | null = null;
  do {
    const { data, page }: ControlOutput<Controls['journal.list']> = await client.call('journal.list', {
      ...{ kind, pageSize: 100 },
      ...(after === null ? {} : { after }),
    });
    kept.push(...data);
    after = page.next;
  } while (after !== null);
  return kept.reverse();
}

/** What happened before, where it is wanted, then what happens; nothing twice and nothing left out between the two. */
async function* events(
  client: ControlClient,
  fromBeginning: boolean,
  signal: AbortSignal,
): AsyncGenerator<Entry> {
  if (!fromBeginning) return yield* client.listen('journal.stream', { kind }, signal);
  // Read first: what is written down meanwhile is listed or comes with the stream, some of it with both.
  const { data } = await client.call('journal.list', { pageSize: 1 });
  const kept = await keptEvents(client);
  yield* kept;
  const told = new Set(kept.map(({ id }) => id));
  const input = { kind, after: data[0]?.id ?? 'entry_0' };
  for await (const entry of client.listen('journal.stream', input, signal))
    if (!told.has(entry.id)) yield entry;
}

/** Prints events until it is stopped, or the store is. */
export async function tailEvents(
  { types, fromBeginning }: { readonly types: readonly string[]; readonly fromBeginning: boolean },
  context: CommandContext,
): Promise<void> {
  const { terminal, signal } = context;
  const { paint } = terminal;
  const client = createControlClient(await localStore(context));
  const patterns = types.map((type) => type.trim());
  for await (const { type, at, subject, traceId } of events(client, fromBeginning, signal)) {
    if (type === null || !patterns.some((pattern) => fitsPattern(pattern, type))) continue;
    if (terminal.json) terminal.result(JSON.stringify({ event: 'event', type, time: at, subject, traceId }));
    else {
      const time = new Date(at).toTimeString().slice(0, 8);
      terminal.result(`${paint.dim(time)} ${type.padEnd(28)} ${paint.dim(subject ?? '')}`.trimEnd());
    }
  }
}
