import type { StepsContext } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem } from '../../../contract/problem.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import type { CheckoutPorts } from '../ports.ts';
import { completeCart } from './complete-cart.ts';
import { orderOf } from './order-of-cart.ts';
import { givePaymentBack, type Payment } from './payments-of-cart.ts';

/**
 * The shopper paid, and may never come back from the provider's page: the cart is completed all the same. Where another
 * payment was faster, this one is given back.
 */
async function completePaidCart(context: StepsContext, event: SequencedEvent, ports: CheckoutPorts) {
  const made = event.data as Payment; // by the contract of the event
  const { id, cartId, orderId } = made;
  if (cartId === null || orderId !== null) return;
  try {
    const { payment } = await completeCart(context, { cartId }, id, ports);
    if (payment?.id !== id) await givePaymentBack(context, made, 'superseded');
  } catch (error) {
    // What can't be sold was given back, and the payment says why.
    if (!(error instanceof Problem) || error.definition.kind === 'provider') throw error;
    context.log.info({ cartId, paymentId: id, code: error.code }, 'A paid cart could not be completed.');
  }
}

/** Takes the money of an order that is confirmed, unless it is captured by hand: what it costs now, and no more. */
async function capturePayments(context: StepsContext, event: SequencedEvent) {
  const order = await orderOf(context, event.subject);
  const payments: Payment[] = [];
  for (const { paymentId } of order.payments) {
    payments.push(await context.call(operationOf(context, 'payments.payments.get'), { paymentId }));
  }
  const taken = payments.reduce((sum, { captured, refunded }) => sum + captured.amount - refunded.amount, 0);
  let open = order.totals.total.gross.amount - order.credited.amount - taken;
  for (const { id: paymentId, capture, state, capturable } of payments) {
    if (capture !== 'automatic' || state !== 'authorized') continue;
    const amount = Math.min(capturable.amount, open);
    if (amount <= 0) continue;
    open -= amount;
    await context.call(operationOf(context, 'payments.payments.capture'), {
      ...{ paymentId, amount: { amount, currency: order.currency } },
    });
  }
}

export function purchaseSubscriptions(ports: CheckoutPorts): readonly Subscription[] {
  return [
    {
      name: 'checkout.complete-paid-carts',
      events: ['payment.authorized', 'payment.captured'],
      handleSteps: (context, event) => completePaidCart(context, event, ports),
    },
    {
      name: 'checkout.capture-confirmed-orders',
      events: ['order.confirmed'],
      handleSteps: capturePayments,
    },
  ];
}
