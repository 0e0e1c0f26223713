import type { EntryKind, JsonObject } from '../plan/index.ts';
import { callInHalves } from './call-in-halves.ts';
import type { TransferClient } from './transfer-client.ts';

/** What can be an id at all; asking for anything else would be refused. */
const plausible = /^[\w/-]{1,160}$/;

/** What the store has under these ids, each as its create operation would take it; null where it has none. */
export async function readState(
  client: TransferClient,
  kind: EntryKind,
  ids: readonly string[],
): Promise<readonly (JsonObject | null)[]> {
  const asked = ids.filter((id) => plausible.test(id));
  const found = new Map<string, JsonObject | null>();
  for (let start = 0; start < asked.length; start += 100) {
    const part = asked.slice(start, start + 100);
    const contents = await callInHalves<string, JsonObject | null>(
      part,
      async (rows) => {
        const entries = rows.map((id) => ({ kind, id }));
        const answer = await client.execute('store.state.read', { entries });
        // As the contract has it.
        return (answer as { entries: { content: JsonObject | null }[] }).entries.map(
          ({ content }) => content,
        );
      },
      // What can't be an id of this kind names nothing.
      () => null,
    );
    for (const [index, id] of part.entries()) found.set(id, contents[index] ?? null);
  }
  return ids.map((id) => found.get(id) ?? null);
}

/** Ids of a kind, in the order in which they can be created. */
export async function* listState(client: TransferClient, kind: EntryKind): AsyncGenerator<string[]> {
  let after: string | null = null;
  do {
    const input: Record<string, unknown> = { kind, pageSize: 100, ...(after === null ? {} : { after }) };
    const page = (await client.execute('store.state.list', input)) as {
      data: { id: string }[];
      page: { next: string | null };
    };
    if (page.data.length > 0) yield page.data.map(({ id }) => id);
    after = page.page.next;
  } while (after !== null);
}
