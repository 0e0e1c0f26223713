import type { Static } from 'typebox';
import type { Context, StepsContext } from '../../../context/context.ts';
import type { FraudOperations } from '../../../contract/fraud/index.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { Cart } from '../carts/stored-cart.ts';
import { type AgreedCart, markBlocked } from './agreed-cart.ts';
import type { Payment } from './payments-of-cart.ts';

export type FraudAssessment = Static<FraudOperations['fraud.assessments.create']['output']>;

/** What the fraud rules say of a purchase; a cart that costs nothing is not looked at. */
export async function assessFraud(
  context: Context,
  cart: Cart,
  payment: Payment | undefined,
  agreement: AgreedCart | undefined,
  orderId: string | null = null,
): Promise<FraudAssessment | undefined> {
  if (!payment) return undefined;
  const { method, riskScore, provider } = payment;
  const create = operationOf(context, 'fraud.assessments.create');
  return context.call(create, {
    ...{ cartId: cart.id, orderId, amount: cart.totals.total.gross, email: cart.email },
    ...{ billingAddress: cart.billingAddress, shippingAddress: cart.shippingAddress },
    ...(agreement?.remoteAddress ? { ip: agreement.remoteAddress } : {}),
    payment: {
      ...{ provider, riskScore },
      ...{ fingerprint: method?.fingerprint ?? null, country: method?.country ?? null },
    },
  });
}

/**
 * A blocked purchase undoes its transaction; what was found is kept all the same. Once a payment: the shopper may
 * complete the cart at the same time as the platform does by itself, and an attempt that was counted twice would
 * count against whoever is counted with it.
 */
export async function recordBlocked(context: StepsContext, cartId: string, payment: Payment): Promise<void> {
  await context.transaction(async (step) => {
    const agreement = await markBlocked(step, cartId, payment.id);
    if (agreement) await assessFraud(step, agreement.cart, payment, agreement);
  });
}
