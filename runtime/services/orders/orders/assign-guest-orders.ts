import type { Context } from '../../../context/context.ts';
import { orderIdOf, orderSearches } from '../search/order-searches.ts';
import { emailWord } from '../search/order-words.ts';
import { orders } from './stored-order.ts';
import { updateOrder } from './update-order.ts';

/** Orders looked at: who has bought more as a guest gets the latest of them. */
const most = 500;

/** Gives a customer the orders that were placed with their address and are nobody's. Answers their ids, newest first. */
export async function assignGuestOrders(
  context: Context,
  customerId: string,
  email: string,
): Promise<string[]> {
  const { items } = await context.store.query(orderSearches, {
    ...{ index: 'byWord', where: { word: await context.digestOf(emailWord(email)) } },
    ...{ direction: 'descending', pageSize: most },
  });
  const ids = items.map(({ document }) => orderIdOf(document.id));
  const found = await context.store.getMany(orders, ids);
  const assigned: string[] = [];
  for (const order of found) {
    // What orders are found by leaves accents out; whose address it is does not.
    const isTheirs = order?.customerId === null && order.email?.toLowerCase() === email.toLowerCase();
    if (!order || !isTheirs) continue;
    await updateOrder(context, { orderId: order.id, customerId, reason: 'The customer signed in.' });
    assigned.push(order.id);
  }
  return assigned;
}
