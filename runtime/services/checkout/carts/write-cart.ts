import type { Context } from '../../../context/context.ts';
import type { NewDocument } from '../../../store/port.ts';
import type { CheckoutPorts } from '../ports.ts';
import { evaluateCart, type KnownOfCart } from './evaluate-cart.ts';
import { presentCart } from './present-cart.ts';
import { type Cart, carts, type StoredCart } from './stored-cart.ts';

/** When the clock next moves a cart that is changed now: out of the checkout, or to the abandoned ones. */
export function nextDue(
  context: Context,
  { state, checkoutExpiresAt }: Pick<StoredCart, 'state' | 'checkoutExpiresAt'>,
): string | null {
  if (state === 'completed' || state === 'abandoned') return null;
  const { abandonedAfterSeconds } = context.config.carts;
  const left = new Date(context.clock.now().getTime() + abandonedAfterSeconds * 1000).toISOString();
  return state === 'checkout' && checkoutExpiresAt !== null && checkoutExpiresAt < left
    ? checkoutExpiresAt
    : left;
}

/** Writes a change of a cart, at the version that the caller has seen where it named one. */
export async function writeCart(
  context: Context,
  cart: StoredCart,
  change: Partial<NewDocument<StoredCart>>,
): Promise<StoredCart> {
  const next = { ...cart, ...change };
  return context.store.update(carts, cart.id, () => ({ ...next, dueAt: nextDue(context, next) }), {
    expectedVersion: context.expectedVersion,
  });
}

export async function shownCart(
  context: Context,
  cart: StoredCart,
  ports: CheckoutPorts,
  known?: KnownOfCart,
): Promise<Cart> {
  return presentCart(await evaluateCart(context, cart, ports, known));
}

/** Writes a change of what a cart holds, says so, and answers the cart at its new prices; `known` is of it before, and holds for it after. */
export async function changeCart(
  context: Context,
  cart: StoredCart,
  change: Partial<NewDocument<StoredCart>>,
  ports: CheckoutPorts,
  known?: KnownOfCart,
): Promise<Cart> {
  const shown = await shownCart(context, await writeCart(context, cart, change), ports, known);
  await context.emit('cart.updated', cart.id, shown);
  return shown;
}
