import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { cartProblems } from './cart-problems.ts';
import type { EvaluatedCart } from './evaluate-cart.ts';

/**
 * What keeps a cart from its checkout, or from being bought: that, too, keeps it from being bought.
 * @throws {Problem} `cart_not_ready`, naming all of it.
 */
export async function requireReady(evaluated: EvaluatedCart, step: 'checkout' | 'completion'): Promise<void> {
  const blocking = (await cartProblems(evaluated)).filter(
    ({ blocks }) => blocks === 'checkout' || blocks === step,
  );
  const [first] = blocking;
  if (!first) return;
  throw problem(checkoutProblems.cartNotReady, {
    detail: first.message,
    errors: blocking.map(({ pointer, message }) => ({ pointer, message })),
  });
}
