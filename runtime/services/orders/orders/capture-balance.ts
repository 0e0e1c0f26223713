import type { Context, StepsContext } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem } from '../../../contract/problem.ts';
import { balanceOf } from './order-figures.ts';
import { orders, type StoredOrder } from './stored-order.ts';
import { syncPayments } from './sync-payments.ts';
import { writeOrder } from './write-order.ts';

type Claim = { readonly kind: 'take'; readonly amount: number } | { readonly kind: 'release' | 'leave' };

/** What others are taking at this moment and the order does not know of yet. */
function beingTaken({ payments, internal }: StoredOrder, but: string) {
  return internal.capturing.filter(({ paymentId, amount }) => {
    const payment = payments.find((candidate) => candidate.paymentId === paymentId);
    const isOpen = payment && !['failed', 'cancelled'].includes(payment.state);
    return paymentId !== but && isOpen && payment.captured.amount < amount;
  });
}

/** Says how much of a payment is taken, under the order's lock: two at a time take no more than is owed. */
async function claim(context: Context, orderId: string, paymentId: string): Promise<Claim> {
  const found = await context.store.get(orders, orderId, { lock: true });
  if (!found) return { kind: 'leave' };
  const order = await syncPayments(context, found, paymentId);
  if (order.state === 'cancelled') return { kind: 'release' };
  if (order.state !== 'confirmed' && order.state !== 'completed') return { kind: 'leave' };
  const others = beingTaken(order, paymentId);
  const open = balanceOf(order) - others.reduce((sum, { amount }) => sum + amount, 0);
  const capturable =
    order.payments.find((payment) => payment.paymentId === paymentId)?.capturable.amount ?? 0;
  if (capturable === 0) return { kind: 'leave' };
  if (open <= 0) return { kind: 'release' };
  const amount = Math.min(capturable, open);
  await writeOrder(context, order, {
    internal: { ...order.internal, capturing: [...others, { paymentId, amount }] },
  });
  return { kind: 'take', amount };
}

async function ask(
  context: StepsContext,
  paymentId: string,
  claimed: Claim,
  currency: string,
): Promise<void> {
  if (claimed.kind === 'release') {
    const cancel = operationOf(context, 'payments.payments.cancel');
    await context.call(cancel, { paymentId, reason: 'nothing_due' });
  }
  if (claimed.kind === 'take') {
    const capture = operationOf(context, 'payments.payments.capture');
    await context.call(capture, { paymentId, amount: { amount: claimed.amount, currency } });
  }
}

/** What was paid later for an order (the difference of an edit, say) is taken when it is authorized. */
export const captureBalance: Subscription = {
  name: 'orders.capture-differences',
  events: ['payment.authorized'],
  async handleSteps(context, { subject: paymentId }) {
    const payment = await context.call(operationOf(context, 'payments.payments.get'), { paymentId });
    const { orderId, cartId, capture, capturable } = payment;
    // Payments of carts are taken by the checkout.
    if (orderId === null || cartId !== null || capture !== 'automatic' || capturable.amount === 0) return;
    const claimed = await context.transaction((step) => claim(step, orderId, paymentId));
    try {
      await ask(context, paymentId, claimed, payment.amount.currency);
    } catch (error) {
      // Somebody took it, or gave it up, meanwhile.
      if (!(error instanceof Problem) || error.code !== 'payment_state') throw error;
    }
  },
};
