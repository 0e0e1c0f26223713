import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { Position } from '../../../store/port.ts';
import { callbacks } from './stored-callback.ts';

/** What is done with is kept so long; what failed, until somebody looks at it. */
const keptDays = 90;
/** Forgotten a run; the rest follow in the next one. */
const most = 500;

export async function forgetCallbacks({ store, clock }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - keptDays * 86_400_000).toISOString();
  for (const state of ['applied', 'ignored']) {
    const { items } = await store.query(callbacks, {
      ...{ index: 'byState', where: { integration: '*', state }, range: { before }, pageSize: most },
    });
    for (const { document } of items) await store.delete(callbacks, document.id);
  }
}

/** Where the personal data of an order are taken out, those that partners sent about it go, too. */
export const forgetOrder: Subscription = {
  name: 'integrations.forget-order',
  events: ['order.anonymized'],
  async handle({ store }, { subject }) {
    const about = { index: 'byOrder', where: { orderId: subject }, pageSize: most };
    let after: Position | undefined;
    do {
      const { items, hasMore } = await store.query(callbacks, { ...about, ...(after ? { after } : {}) });
      for (const { document } of items) {
        await store.update(callbacks, document.id, (current) => ({
          ...current,
          ...{ body: '', data: null, headers: {}, reason: null },
        }));
      }
      after = hasMore ? items.at(-1)?.position : undefined;
    } while (after);
  },
};
