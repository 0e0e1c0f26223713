import type { Static } from 'typebox';
import type { StepsContext } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { PaymentOperations } from '../../../contract/payments/index.ts';
import { Problem } from '../../../contract/problem.ts';

export type Payment = Static<PaymentOperations['payments.payments.get']['output']>;

/** Whether the money is the store's, or set aside for it. */
export function isPaid(state: Payment['state']): boolean {
  return state === 'authorized' || state === 'partially_captured' || state === 'captured';
}

/** Whether the shopper may still pay with it. */
export function isLive(state: Payment['state']): boolean {
  return state === 'pending' || state === 'requires_action' || isPaid(state);
}

/** Payments that were begun for a cart, latest first. */
export async function listPayments(context: StepsContext, cartId: string): Promise<readonly Payment[]> {
  const list = operationOf(context, 'payments.payments.list');
  const { data } = await context.call(list, { cartId, pageSize: 100 });
  return data;
}

/** Gives up a payment that no order came of; one that has become an order's meanwhile is left alone. */
export async function cancelPayment(context: StepsContext, paymentId: string, reason: string): Promise<void> {
  const cancel = operationOf(context, 'payments.payments.cancel');
  try {
    await context.call(cancel, { paymentId, reason, unassignedOnly: true });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'payment_state') throw error;
  }
}

/** Gives back what was paid for a cart that can't be sold: nobody pays for what they don't get. */
export async function givePaymentBack(
  context: StepsContext,
  { id: paymentId, captured }: Payment,
  reason: string,
): Promise<void> {
  if (captured.amount === 0) return cancelPayment(context, paymentId, reason);
  const { orderId } = await context.call(operationOf(context, 'payments.payments.get'), { paymentId });
  if (orderId !== null) return;
  const refund = operationOf(context, 'payments.payments.refund');
  await context.call(refund, { paymentId, reason: 'other', note: reason });
}
