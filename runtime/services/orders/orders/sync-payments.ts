import type { Context } from '../../../context/context.ts';
import { refundLatePayment } from '../refunds/refund-late-payment.ts';
import { completeWhenDone } from './move-order.ts';
import { balanceOf } from './order-figures.ts';
import { readPayments } from './payments-of-order.ts';
import { presentOrder, type StoredOrder } from './stored-order.ts';
import { happened } from './timeline.ts';
import { writeOrder } from './write-order.ts';

/**
 * Brings a locked order to its payments as they are now: right however often it is done, and whatever was missed.
 * Tells of what has changed.
 */
export async function syncPayments(
  context: Context,
  order: StoredOrder,
  joined?: string,
): Promise<StoredOrder> {
  const ids = order.payments.map(({ paymentId }) => paymentId);
  const all = joined === undefined || ids.includes(joined) ? ids : [...ids, joined];
  const payments = await readPayments(context, all);
  if (JSON.stringify(payments) === JSON.stringify(order.payments)) return order;
  const written = await writeOrder(context, order, { payments });
  const shown = presentOrder(written);
  const isPaidNow =
    balanceOf(order) > 0 && balanceOf(written) <= 0 && written.paid.amount > order.paid.amount;
  await happened(context, order.id, 'order.payment_changed', shown, {
    message: `Its payment is ${written.paymentState}.`,
    changes: [{ field: 'paymentState', before: order.paymentState, after: written.paymentState }],
    paymentId: joined ?? null,
  });
  if (isPaidNow) {
    await happened(context, order.id, 'order.paid', shown, { message: 'All of it is paid.' });
  }
  return completeWhenDone(context, await refundLatePayment(context, order, written));
}
