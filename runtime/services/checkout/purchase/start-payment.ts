import type { Context, StepsContext } from '../../../context/context.ts';
import { type CheckoutOperations, checkoutProblems } from '../../../contract/checkout/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { problem } from '../../../contract/problem.ts';
import { requireChangeable } from '../carts/cart-states.ts';
import { evaluateCart } from '../carts/evaluate-cart.ts';
import { performMove } from '../carts/move-cart.ts';
import { type CartKey, openCart } from '../carts/open-cart.ts';
import { presentCart } from '../carts/present-cart.ts';
import { requireReady } from '../carts/require-ready.ts';
import type { Cart } from '../carts/stored-cart.ts';
import type { CheckoutPorts } from '../ports.ts';
import { keepAgreed } from './agreed-cart.ts';
import { cancelPayment, isLive, isPaid, listPayments } from './payments-of-cart.ts';

type StartPayment = InputOf<CheckoutOperations['checkout.carts.startPayment']>;

/** Begins the checkout where it has not begun, and keeps the cart as it is sold from here on. */
async function agree(context: Context, key: CartKey, ports: CheckoutPorts): Promise<Cart> {
  const cart = await openCart(context, key, { lock: true });
  requireChangeable(cart, 'settings');
  const evaluated = await evaluateCart(context, cart, ports);
  await requireReady(evaluated, 'completion');
  if (evaluated.totals.total.gross === 0) {
    throw problem(checkoutProblems.nothingToPay, { detail: `The cart ${cart.id} costs nothing.` });
  }
  const begun =
    cart.state === 'active' ? await performMove(context, cart, 'checkout.carts.beginCheckout') : cart;
  // Ready, so no line has a problem, and its stock set aside: nothing else of it has changed.
  const shown = presentCart({ ...evaluated, cart: begun });
  await keepAgreed(context, shown);
  return shown;
}

/**
 * Payments of the cart that were begun before: one that was made is not made again, the others are given up.
 * @throws {Problem} `payment_authorized`
 */
async function giveUpEarlier(context: StepsContext, cartId: string, paymentId: string): Promise<void> {
  const earlier = await listPayments(context, cartId);
  for (const { id, state } of earlier) {
    if (id === paymentId || !isLive(state)) continue;
    const payment = await context.call(operationOf(context, 'payments.payments.refresh'), {
      paymentId: id,
    });
    if (isPaid(payment.state)) {
      throw problem(checkoutProblems.paymentAuthorized, {
        detail: `The payment ${id} of this cart has been made.`,
        details: { paymentId: id },
      });
    }
    if (isLive(payment.state)) await cancelPayment(context, id, 'replaced');
  }
}

/** What the provider's page may show, where it adds up to the amount. */
function shownLines({ lines }: Cart) {
  return lines.flatMap(({ title, quantity, unitPrice }) =>
    unitPrice === null ? [] : [{ title, quantity, unitAmount: unitPrice.amount }],
  );
}

/** Agrees on the price, then begins a payment of it at the provider. */
export async function startPayment(
  context: StepsContext,
  { cartId, cartToken, provider, method, returnUrl, cancelUrl, paymentToken }: StartPayment,
  ports: CheckoutPorts,
) {
  const cart = await context.transaction((step) => agree(step, { cartId, cartToken }, ports));
  const id = context.stableId('pay');
  await giveUpEarlier(context, cartId, id);
  const payment = await context.call(operationOf(context, 'payments.payments.create'), {
    ...{ id, cartId, provider, amount: cart.totals.total.gross, locale: cart.locale },
    ...(cart.customerId === null ? {} : { customerId: cart.customerId }),
    ...(cart.email === null ? {} : { email: cart.email }),
    ...(method === undefined ? {} : { method }),
    ...(returnUrl === undefined ? {} : { returnUrl }),
    ...(cancelUrl === undefined ? {} : { cancelUrl }),
    ...(paymentToken === undefined ? {} : { paymentToken }),
    ...{ channel: cart.channel, lines: shownLines(cart) },
    ...{ billingAddress: cart.billingAddress, shippingAddress: cart.shippingAddress },
  });
  return { cart, payment };
}
