import type { Context } from '../../../context/context.ts';
import { openPayment } from './open-payment.ts';
import { stateProblem } from './payment-states.ts';
import { presentPayment } from './present-payment.ts';
import type { PaymentState, StoredPayment } from './stored-payment.ts';
import { putPayment } from './write-payment.ts';

/** What can pay an order: money that is promised or here. */
const paying: readonly PaymentState[] = ['authorized', 'partially_captured', 'captured'];

/**
 * Says which order a payment pays, in the transaction of who makes the order.
 * @throws {Problem} `payment_state` where it can't pay, is being cancelled, or pays another order.
 */
export async function assignOrder(
  context: Context,
  paymentId: string,
  orderId: string,
): Promise<StoredPayment> {
  const payment = await openPayment(context.store, paymentId, true);
  if (payment.orderId === orderId) return payment;
  const isFree = payment.orderId === null && payment.wanted?.kind !== 'cancel';
  if (!isFree || !paying.includes(payment.state)) {
    const why = payment.orderId === null ? '' : `: it pays ${payment.orderId}`;
    throw stateProblem(payment, `paying the order ${orderId}${why}`);
  }
  const assigned = await putPayment(context, { ...payment, orderId });
  await context.emit('payment.updated', paymentId, presentPayment(assigned));
  return assigned;
}
