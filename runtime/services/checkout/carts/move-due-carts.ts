import type { Context } from '../../../context/context.ts';
import { performMove } from './move-cart.ts';
import { carts } from './stored-cart.ts';

/** Carts moved a run; the rest follow in the next one. */
const most = 50;

/** Ends checkouts whose time is over, and abandons carts that were left alone. */
export async function moveDueCarts(context: Context): Promise<void> {
  const now = context.clock.now().toISOString();
  const { items } = await context.store.query(carts, {
    ...{ index: 'byDue', where: { all: 1 }, pageSize: most },
    // `before` is exclusive, and a checkout ends at the very millisecond.
    range: { before: new Date(Date.parse(now) + 1).toISOString() },
  });
  const ids = items.map(({ document }) => document.id).sort();
  for (const id of ids) {
    const cart = await context.store.get(carts, id, { lock: true });
    // A shopper may have come back between the look and the lock.
    if (cart?.dueAt == null || cart.dueAt > now) continue;
    const isOver = cart.checkoutExpiresAt !== null && cart.checkoutExpiresAt <= now;
    await performMove(context, cart, isOver ? 'expire' : 'abandon');
  }
}
