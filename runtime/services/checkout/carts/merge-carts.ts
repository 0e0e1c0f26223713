import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { NewDocument } from '../../../store/port.ts';
import type { CheckoutPorts } from '../ports.ts';
import { requireChangeable } from './cart-states.ts';
import { mergeLines } from './merge-lines.ts';
import { type CartKey, openCart } from './open-cart.ts';
import { type Cart, carts, type StoredCart } from './stored-cart.ts';
import { changeCart } from './write-cart.ts';

/** Locked in the order of their ids, so that two merges in opposite directions queue instead of deadlocking. */
async function openBoth(context: Context, into: CartKey, from: CartKey) {
  const lock = { lock: true };
  if (into.cartId < from.cartId) {
    const target = await openCart(context, into, lock);
    return [target, await openCart(context, from, lock)] as const;
  }
  const source = await openCart(context, from, lock);
  return [await openCart(context, into, lock), source] as const;
}

/** Brings what one locked cart holds into another, with what else changes there, and deletes it. */
export async function mergeInto(
  context: Context,
  target: StoredCart,
  source: StoredCart,
  ports: CheckoutPorts,
  change: Partial<NewDocument<StoredCart>> = {},
): Promise<Cart> {
  const shown = await changeCart(
    context,
    target,
    {
      lines: mergeLines(target.lines, source.lines),
      codes: [...new Set([...target.codes, ...source.codes])],
      email: target.email ?? source.email,
      note: target.note ?? source.note,
      shippingAddress: target.shippingAddress ?? source.shippingAddress,
      billingAddress: target.billingAddress ?? source.billingAddress,
      ...change,
    },
    ports,
  );
  await context.store.delete(carts, source.id);
  await context.emit('cart.merged', source.id, { id: source.id, intoId: target.id });
  return shown;
}

/** Brings the lines and codes of one cart into another, and deletes it. */
export async function mergeCarts(
  context: Context,
  into: CartKey,
  from: CartKey,
  ports: CheckoutPorts,
): Promise<Cart> {
  if (into.cartId === from.cartId) {
    const message = 'must be another cart.';
    throw problem(problems.invalidInput, {
      detail: `The cart ${into.cartId} can not be merged into itself.`,
      errors: [{ pointer: '/fromCartId', message }],
    });
  }
  const [target, source] = await openBoth(context, into, from);
  requireChangeable(target, 'lines');
  // An abandoned cart holds nothing but its lines; one in checkout holds stock.
  if (source.state !== 'abandoned') requireChangeable(source, 'lines');
  return mergeInto(context, target, source, ports);
}
