import type { Client } from '../client/index.ts';
import type { Contract } from '../contract/contract.ts';
import { type Entry, type EntryKind, entryKinds, type JsonObject } from '../plan/index.ts';

/** A store as a push sees it: read and changed through its operations, wherever it runs. */
export interface Side {
  /** As it is called on screen: the name of a target, or `the local store`. */
  readonly name: string;
  readonly url: string;
  /** Calls an operation by id. */
  call(operationId: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** The bytes of a media file. */
  file(mediaId: string): Promise<Uint8Array>;
}

/** A store behind a URL. Which properties go where does not depend on the store, so any contract will do. */
export function sideOf(name: string, client: Client, contract: Contract): Side {
  return {
    name,
    url: client.url,
    call: (operationId, input) => client.execute(contract.operation(operationId), input),
    async file(mediaId) {
      const media = await client.execute(contract.operation('catalog.media.get'), { mediaId });
      const { url } = media as { url: string }; // what the operation answers
      return client.download(url);
    },
  };
}

export interface State {
  readonly revision: number;
  readonly entries: readonly Entry[];
}

/** Everything a store holds, as fingerprints. */
export async function readState(side: Side): Promise<State> {
  const { revision } = (await side.call('store.state.getRevision', {})) as { revision: number };
  const entries: Entry[] = [];
  for (const kind of entryKinds) {
    let after: string | null = null;
    do {
      const page = (await side.call('store.state.list', {
        kind,
        pageSize: 100,
        ...(after ? { after } : {}),
      })) as {
        data: Entry[];
        page: { next: string | null };
      };
      entries.push(...page.data);
      after = page.page.next;
    } while (after);
  }
  return { revision, entries };
}

/** Contents by entry key; null where the store has no such entry. */
export async function readContents(
  side: Side,
  references: readonly { readonly kind: EntryKind; readonly id: string }[],
): Promise<Map<string, JsonObject | null>> {
  const contents = new Map<string, JsonObject | null>();
  for (let start = 0; start < references.length; start += 100) {
    const { entries } = (await side.call('store.state.read', {
      entries: references.slice(start, start + 100).map(({ kind, id }) => ({ kind, id })),
    })) as { entries: { kind: EntryKind; id: string; content: JsonObject | null }[] };
    for (const { kind, id, content } of entries) contents.set(`${kind}:${id}`, content);
  }
  return contents;
}
