import type { Actor, Context } from '../../../context/context.ts';
import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { isToken } from './cart-token.ts';
import { performMove } from './move-cart.ts';
import { carts, type StoredCart } from './stored-cart.ts';

export interface CartKey {
  readonly cartId: string;
  readonly cartToken?: string | undefined;
}

function isOwn({ customer }: Actor, { customerId }: StoredCart): boolean {
  return customer !== undefined && customer.id === customerId;
}

/**
 * The cart that a caller may reach: any with a secret key; with a publishable key one of its own channel, whose token
 * is given or which is that of the customer who is signed in. A wrong token is answered like a cart that doesn't
 * exist, so that nobody learns which ids do.
 * @throws {Problem} `not_found` or `cart_token_needed`.
 */
export async function openCart(
  context: Context,
  { cartId, cartToken }: CartKey,
  options: { readonly lock?: boolean } = {},
): Promise<StoredCart> {
  const { actor, store } = context;
  const isGuest = actor.kind === 'publishable';
  if (isGuest && cartToken === undefined && !actor.customer) {
    throw problem(checkoutProblems.cartTokenNeeded, {
      detail: `A publishable key reaches the cart ${cartId} only with its token.`,
      errors: [{ pointer: '/cartToken', message: 'is missing.' }],
    });
  }
  const cart = await store.get(carts, cartId, options);
  const mayReach =
    cart &&
    (!isGuest ||
      ((isOwn(actor, cart) || isToken(cartToken ?? '', cart.tokenDigest)) &&
        (actor.channel === undefined || actor.channel === cart.channel)));
  if (!mayReach) {
    const detail = `There is no cart ${cartId}${isGuest ? ' with this token' : ''}.`;
    throw problem(problems.notFound, { detail });
  }
  return settled(context, cart, options.lock === true);
}

/**
 * A checkout ends when its time is over, whether or not the clock's work has been by: readers see the cart as it is
 * then, writers move it first.
 */
async function settled(context: Context, cart: StoredCart, isWriting: boolean): Promise<StoredCart> {
  const { state, checkoutExpiresAt } = cart;
  const isOver =
    state === 'checkout' &&
    checkoutExpiresAt !== null &&
    checkoutExpiresAt <= context.clock.now().toISOString();
  if (!isOver) return cart;
  if (isWriting) return performMove(context, cart, 'expire');
  return { ...cart, state: 'active', checkoutExpiresAt: null, reservations: [] };
}
