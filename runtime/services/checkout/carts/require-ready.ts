import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { cartProblems } from '../carts/cart-problems.ts';
import type { EvaluatedCart } from '../carts/evaluate-cart.ts';

/** @throws {Problem} `cart_not_ready`, naming everything that keeps the cart from being bought. */
export async function requireReady(evaluated: EvaluatedCart): Promise<void> {
  const blocking = (await cartProblems(evaluated)).filter(({ blocks }) => blocks !== 'nothing');
  const [first] = blocking;
  if (!first) return;
  throw problem(checkoutProblems.cartNotReady, {
    detail: first.message,
    errors: blocking.map(({ pointer, message }) => ({ pointer, message })),
  });
}
