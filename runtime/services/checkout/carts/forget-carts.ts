import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { Position, SequencedEvent } from '../../../store/port.ts';
import { carts } from './stored-cart.ts';

const pageSize = 100;

/** What an erased customer meant to buy. A cart in checkout is about to be an order, and a completed one is part of it. */
async function forget({ store, emit }: Context, { subject }: SequencedEvent): Promise<void> {
  const where = { group: `customer:${subject}` };
  let after: Position | undefined;
  do {
    const { items, hasMore } = await store.query(carts, {
      ...{ index: 'byUpdated', where, pageSize },
      ...(after ? { after } : {}),
    });
    for (const { document } of items) {
      const { id, state } = document;
      if (state !== 'active' && state !== 'abandoned') continue;
      await store.delete(carts, id);
      await emit('cart.deleted', id, { id });
    }
    after = hasMore ? items.at(-1)?.position : undefined;
  } while (after);
}

export const forgetCarts: Subscription = {
  name: 'checkout.forget-carts',
  events: ['customer.deleted'],
  handle: forget,
};
