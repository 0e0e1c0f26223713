import type { Context } from '../../../context/context.ts';
import { owedToCustomer } from '../orders/order-figures.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { makeRefund } from './make-refund.ts';

/**
 * Gives back what was taken for an order after it was cancelled: by a capture that was under way then. What was kept
 * at the cancellation, and what a bank has sent back, stays owed until somebody decides.
 */
export async function refundLatePayment(
  context: Context,
  before: Pick<StoredOrder, 'paid'>,
  order: StoredOrder,
): Promise<StoredOrder> {
  const taken = order.paid.amount - before.paid.amount;
  const amount = Math.min(taken, owedToCustomer(order));
  if (order.state !== 'cancelled' || amount <= 0) return order;
  const made = await makeRefund(context, order, {
    ...{ id: context.ids.next('oref'), kind: 'cancellation', amount },
    credit: { lines: [], shipping: 0, other: amount },
    reason: 'It was taken after the order was cancelled.',
  });
  return made.order;
}
