import type { Context, StepsContext } from '../../../context/context.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { amountDue } from './order-figures.ts';
import { requireWork } from './order-states.ts';
import { reachOrder } from './order-token.ts';
import { presentOrder, type StoredOrder } from './stored-order.ts';
import { syncPayments } from './sync-payments.ts';
import { openOrder } from './write-order.ts';

type PayBalance = OrderOperations['orders.orders.payBalance'];
type ConfirmBalance = OrderOperations['orders.orders.confirmBalance'];

/** States of payments that wait for the shopper. */
const unfinished = ['pending', 'requires_action'];

/** Whose order it is, and what of it is to be paid, as of now. */
async function openDue(
  context: Context,
  key: { readonly orderId: string; readonly orderToken: string | undefined },
): Promise<StoredOrder> {
  const order = await reachOrder(context, key, 'orders:write', { lock: true });
  requireWork(order, 'orders.orders.payBalance');
  return syncPayments(context, order);
}

function dueOf(order: StoredOrder): number {
  const amount = amountDue(order);
  if (amount > 0) return amount;
  throw problem(orderProblems.nothingDue, { detail: `Nothing of order ${order.number} is left to be paid.` });
}

/** Payments that were begun before are given up; one that was made meanwhile counts. */
async function giveUpEarlier(context: StepsContext, order: StoredOrder, paymentId: string): Promise<void> {
  const refresh = operationOf(context, 'payments.payments.refresh');
  const cancel = operationOf(context, 'payments.payments.cancel');
  for (const { paymentId: earlier, state } of order.payments) {
    if (earlier === paymentId || !unfinished.includes(state)) continue;
    const payment = await context.call(refresh, { paymentId: earlier });
    if (!unfinished.includes(payment.state)) continue;
    try {
      await context.call(cancel, { paymentId: earlier, reason: 'replaced' });
    } catch (error) {
      // It was made at this very moment: then it counts.
      if (!(error instanceof Problem) || error.code !== 'payment_state') throw error;
    }
  }
}

async function answer(context: StepsContext, orderId: string, payment: OutputOf<PayBalance>['payment']) {
  const order = await context.transaction(async (step) =>
    syncPayments(step, await openOrder(step, orderId, { lock: true }), payment.id),
  );
  return { order: presentOrder(order), payment };
}

/** Begins a payment of what an order still costs. It is taken by who hears that it is authorized. */
export async function payBalance(
  context: StepsContext,
  { orderId, orderToken, provider, method, returnUrl, cancelUrl, paymentToken }: InputOf<PayBalance>,
): Promise<OutputOf<PayBalance>> {
  const id = context.stableId('pay');
  const key = { orderId, orderToken };
  const before = await context.transaction(async (step) => openDue(step, key));
  // A run that was broken off may have begun it already.
  const isBegun = before.payments.some(({ paymentId }) => paymentId === id);
  if (!isBegun) {
    dueOf(before);
    await giveUpEarlier(context, before, id);
  }
  const order = await context.transaction(async (step) => openDue(step, key));
  const begun = order.payments.find(({ paymentId }) => paymentId === id);
  const { currency, number, customerId, email, locale, channel, billingAddress, shippingAddress } = order;
  const payment = await context.call(operationOf(context, 'payments.payments.create'), {
    ...{ id, orderId, provider, amount: begun?.amount ?? { amount: dueOf(order), currency } },
    ...{ customerId, email, locale, billingAddress, shippingAddress, description: `Order ${number}` },
    ...(context.config.channels.some(({ key: known }) => known === channel) ? { channel } : {}),
    ...(method === undefined ? {} : { method }),
    ...(returnUrl === undefined ? {} : { returnUrl }),
    ...(cancelUrl === undefined ? {} : { cancelUrl }),
    ...(paymentToken === undefined ? {} : { paymentToken }),
  });
  return answer(context, orderId, payment);
}

/** Asks the provider about a payment that the shopper comes back from. */
export async function confirmBalance(
  context: StepsContext,
  { orderId, orderToken, paymentId }: InputOf<ConfirmBalance>,
): Promise<OutputOf<ConfirmBalance>> {
  await context.transaction((step) => reachOrder(step, { orderId, orderToken }, 'orders:read'));
  const known = await context.call(operationOf(context, 'payments.payments.get'), { paymentId });
  if (known.orderId !== orderId) {
    throw problem(problems.notFound, { detail: `The order ${orderId} has no payment ${paymentId}.` });
  }
  const payment = await context.call(operationOf(context, 'payments.payments.refresh'), { paymentId });
  return answer(context, orderId, payment);
}
