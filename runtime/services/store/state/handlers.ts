import type { HandlersOf } from '../../../context/service.ts';
import type { StoreOperations } from '../../../contract/store/index.ts';
import { fingerprint } from '../../../plan/index.ts';
import { kinds } from './kinds.ts';

/** Stock moves all day and is never pushed; plans are how a push works. Neither makes a plan outdated. */
export const familiesNotPushed = ['inventory', 'plan'] as const;

type StateOperation = 'store.state.getRevision' | 'store.state.list' | 'store.state.read';

export const stateHandlers: Pick<HandlersOf<StoreOperations>, StateOperation> = {
  async 'store.state.getRevision'(context) {
    return { revision: await context.store.revision(familiesNotPushed) };
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
