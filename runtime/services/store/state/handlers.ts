import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { StoreOperations } from '../../../contract/store/index.ts';
import { fingerprint } from '../../../plan/index.ts';
import { kinds } from './kinds.ts';

/** Events of what travels: they alone make a plan outdated. A store that sells all day can be pushed to all the same. */
const familiesPushed: readonly string[] = [
  ...['store', 'location', 'category', 'media', 'product', 'collection', 'price', 'price_list', 'promotion'],
];

/** Latest event about something that travels: stock, carts, orders and plans themselves are left out. */
export function pushedRevision({ contract, store }: Context): Promise<number> {
  const families = [...contract.events.keys()].map((type) => type.slice(0, type.indexOf('.')));
  return store.revision([...new Set(families)].filter((family) => !familiesPushed.includes(family)));
}

type StateOperation = 'store.state.getRevision' | 'store.state.list' | 'store.state.read';

export const stateHandlers: Pick<HandlersOf<StoreOperations>, StateOperation> = {
  async 'store.state.getRevision'(context) {
    return { revision: await pushedRevision(context) };
  },

  async 'store.state.list'(context, { kind, after, pageSize }) {
    const page = await kinds[kind].list(context, after, pageSize ?? 100);
    return {
      data: page.entries.map(({ id, content }) => ({ kind, id, fingerprint: fingerprint(content) })),
      page: { next: page.next },
    };
  },

  async 'store.state.read'(context, { entries }) {
    const read = [];
    for (const { kind, id } of entries) {
      const content = (await kinds[kind].get(context, id)) ?? null;
      read.push({ kind, id, fingerprint: content && fingerprint(content), content });
    }
    return { entries: read };
  },
};
