import type { StepsContext } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { type CartKey, openCart } from '../carts/open-cart.ts';
import type { StoredCart } from '../carts/stored-cart.ts';
import type { CheckoutPorts } from '../ports.ts';
import { recordBlocked } from './assess-fraud.ts';
import { type Order, orderOf } from './order-of-cart.ts';
import { givePaymentBack, isLive, isPaid, listPayments, type Payment } from './payments-of-cart.ts';
import { placeOrder } from './place-order.ts';
import { requirePaid } from './require-paid.ts';

export interface CompletedCart {
  readonly order: Order;
  readonly payment: Payment | null;
}

/** The payment to complete a cart with: the one named, else the latest that may still be made, else the latest. */
async function paymentFor(
  context: StepsContext,
  cart: StoredCart,
  paymentId: string | undefined,
): Promise<Payment | undefined> {
  const begun = await listPayments(context, cart.id);
  if (paymentId === undefined) return begun.find(({ state }) => isLive(state)) ?? begun[0];
  const named = begun.find(({ id }) => id === paymentId);
  if (!named) {
    throw problem(problems.notFound, { detail: `The cart ${cart.id} has no payment ${paymentId}.` });
  }
  return named;
}

/** How long a payment is believed to be made without asking; what its provider takes back meanwhile, the capture tells. */
const believedSeconds = 60;

/** The payment as it is at its provider. */
async function current(context: StepsContext, payment: Payment): Promise<Payment> {
  const { id: paymentId, state, updatedAt } = payment;
  const age = context.clock.now().getTime() - Date.parse(updatedAt);
  if (isPaid(state) && age >= 0 && age < believedSeconds * 1000) return payment;
  return context.call(operationOf(context, 'payments.payments.refresh'), { paymentId });
}

/** What an order was paid with, as it is now. */
async function completed(context: StepsContext, cart: StoredCart, order: Order): Promise<CompletedCart> {
  const payments = await listPayments(context, cart.id);
  return { order, payment: payments.find(({ orderId }) => orderId === order.id) ?? null };
}

/**
 * Makes a cart an order. Each step can be run again, by the same caller or by another at the same time: the payment is
 * asked after at its provider, and the order is made in one transaction that looks first whether there is one. What
 * can't be sold is not paid. The money is taken after that, by who hears that the order is confirmed.
 */
export async function completeCart(
  context: StepsContext,
  key: CartKey,
  paymentId: string | undefined,
  ports: CheckoutPorts,
): Promise<CompletedCart> {
  const cart = await context.transaction((step) => openCart(step, key));
  if (cart.orderId !== null) return completed(context, cart, await orderOf(context, cart.orderId));
  const begun = await paymentFor(context, cart, paymentId);
  const payment = begun && (await current(context, begun));
  if (payment) requirePaid(payment);
  try {
    const order = await context.transaction((step) => placeOrder(step, key, payment, ports));
    return await completed(context, cart, order);
  } catch (error) {
    if (!(error instanceof Problem) || !payment) throw error;
    if (error.code === 'payment_refused') await recordBlocked(context, cart.id, payment);
    await givePaymentBack(context, payment, error.code);
    throw error;
  }
}
