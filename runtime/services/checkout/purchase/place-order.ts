import type { Context } from '../../../context/context.ts';
import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { problem } from '../../../contract/problem.ts';
import { evaluateCart } from '../carts/evaluate-cart.ts';
import { performMove } from '../carts/move-cart.ts';
import { type CartKey, openCart } from '../carts/open-cart.ts';
import { presentCart } from '../carts/present-cart.ts';
import { requireReady } from '../carts/require-ready.ts';
import type { Cart, StoredCart } from '../carts/stored-cart.ts';
import type { CheckoutPorts } from '../ports.ts';
import { claimUse } from '../promotions/claim-use.ts';
import { customerIdentity } from '../promotions/customer-identity.ts';
import { type AgreedCart, lastAgreement } from './agreed-cart.ts';
import { assessFraud, type FraudAssessment } from './assess-fraud.ts';
import { type Order, orderOf } from './order-of-cart.ts';
import type { Payment } from './payments-of-cart.ts';

/** The cart as it is sold: as it was agreed on, or as it is now where it has changed since. */
async function soldAs(
  context: Context,
  cart: StoredCart,
  agreement: AgreedCart | undefined,
  ports: CheckoutPorts,
): Promise<Cart> {
  if (agreement?.cartVersion === cart.version) return agreement.cart;
  const evaluated = await evaluateCart(context, cart, ports);
  await requireReady(evaluated, 'completion');
  return presentCart(evaluated);
}

function requireWholePayment({ totals }: Cart, payment: Payment | undefined): void {
  const { amount: total, currency } = totals.total.gross;
  if (!payment && total > 0) {
    throw problem(checkoutProblems.paymentMissing, { detail: 'No payment was begun for this cart.' });
  }
  if (!payment || (payment.amount.amount === total && payment.amount.currency === currency)) return;
  throw problem(checkoutProblems.paymentMismatch, {
    detail: `The payment ${payment.id} is of another amount than the cart costs now.`,
    details: { paid: payment.amount.amount, total, currency },
  });
}

async function commitStock(context: Context, { reservations }: StoredCart): Promise<void> {
  const commit = operationOf(context, 'catalog.reservations.commit');
  // In the order of the variants' ids, as they were reserved.
  for (const { reservationId } of reservations) await context.call(commit, { reservationId });
}

async function claimPromotions(context: Context, cart: StoredCart, { discounts }: Cart): Promise<void> {
  const customerId = await customerIdentity(context, cart);
  const promotionIds = [...new Set(discounts.map(({ promotionId }) => promotionId))].sort();
  for (const promotionId of promotionIds) {
    await claimUse(context, { promotionId, reference: cart.id, customerId });
  }
}

function orderInput(sold: Cart, cart: StoredCart, assessment: FraudAssessment | undefined) {
  const { id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, lines, ...facts } = sold;
  const { channel, currency, locale, country, customerId, customerGroup, isTaxExempt, email, note } = facts;
  const { discounts, shippingAddress, billingAddress, shippingMethod, totals } = facts;
  return {
    ...{
      cartId: id,
      channel,
      currency,
      locale,
      country,
      customerId,
      customerGroup,
      isTaxExempt,
      email,
      note,
    },
    ...{ discounts, shippingAddress, billingAddress, shippingMethod, totals },
    lines: lines.flatMap(({ problems: _problems, unitPrice, ...line }) =>
      unitPrice === null ? [] : [{ ...line, unitPrice }],
    ),
    ...{ reservations: [...cart.reservations], tokenDigest: cart.tokenDigest },
    riskScore: assessment?.score ?? null,
    review:
      assessment?.decision === 'review'
        ? { score: assessment.score, reasons: assessment.reasons.map(({ message }) => message) }
        : null,
  };
}

/**
 * Makes the order: stock, promotions, payment, order and cart change together or not at all. A cart that became an
 * order before gives that order.
 * @throws {Problem} what keeps the cart from being sold.
 */
export async function placeOrder(
  context: Context,
  key: CartKey,
  payment: Payment | undefined,
  ports: CheckoutPorts,
): Promise<Order> {
  const opened = await openCart(context, key, { lock: true });
  if (opened.orderId !== null) return orderOf(context, opened.orderId);
  // Its time may have run out while the shopper was paying: what is left in stock is still theirs.
  const cart =
    opened.state === 'active' ? await performMove(context, opened, 'checkout.carts.beginCheckout') : opened;
  const agreement = await lastAgreement(context, cart.id);
  const sold = await soldAs(context, cart, agreement, ports);
  requireWholePayment(sold, payment);
  await commitStock(context, cart);
  await claimPromotions(context, cart, sold);
  const id = context.ids.next('ord');
  const assessment = await assessFraud(context, sold, payment, agreement, id);
  if (assessment?.decision === 'block') {
    throw problem(checkoutProblems.paymentRefused, {
      detail: 'The store does not take this payment. Another way to pay may be taken.',
    });
  }
  const order = await context.call(operationOf(context, 'orders.orders.create'), {
    ...{ id, ...orderInput(sold, cart, assessment) },
    paymentIds: payment ? [payment.id] : [],
  });
  if (payment) {
    const assign = operationOf(context, 'payments.payments.assignOrder');
    await context.call(assign, { paymentId: payment.id, orderId: order.id });
  }
  await performMove(context, cart, 'checkout.carts.complete', { orderId: order.id });
  return order;
}
