import type { Static } from 'typebox';
import type { Context, StepsContext } from '../../../context/context.ts';
import type { FraudOperations } from '../../../contract/fraud/index.ts';
import { evaluateCart } from '../carts/evaluate-cart.ts';
import { type CartKey, openCart } from '../carts/open-cart.ts';
import { presentCart } from '../carts/present-cart.ts';
import type { Cart } from '../carts/stored-cart.ts';
import type { CheckoutPorts } from '../ports.ts';
import type { Payment } from './payments-of-cart.ts';

export type FraudAssessment = Static<FraudOperations['fraud.assessments.create']['output']>;

/** What the fraud rules say of a purchase; a cart that costs nothing is not looked at. */
export async function assessFraud(
  context: Context,
  cart: Cart,
  payment: Payment | undefined,
): Promise<FraudAssessment | undefined> {
  if (!payment) return undefined;
  const { method, riskScore, provider } = payment;
  const create = context.contract.operation(
    'fraud.assessments.create',
  ) as FraudOperations['fraud.assessments.create'];
  return context.call(create, {
    ...{ cartId: cart.id, amount: cart.totals.total.gross, email: cart.email },
    ...{ billingAddress: cart.billingAddress, shippingAddress: cart.shippingAddress },
    payment: {
      ...{ provider, riskScore },
      ...{ fingerprint: method?.fingerprint ?? null, country: method?.country ?? null },
    },
  });
}

/** A blocked purchase undoes its transaction; what was found is kept all the same. */
export async function recordBlocked(
  context: StepsContext,
  key: CartKey,
  payment: Payment,
  ports: CheckoutPorts,
): Promise<void> {
  await context.transaction(async (step) => {
    const cart = await openCart(step, key);
    await assessFraud(step, presentCart(await evaluateCart(step, cart, ports)), payment);
  });
}
