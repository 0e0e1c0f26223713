import type { Context } from '../../../context/context.ts';
import { type CartMove, moveCart } from './cart-states.ts';
import { releaseStock, reserveStock } from './reserve-stock.ts';
import type { StoredCart } from './stored-cart.ts';
import { writeCart } from './write-cart.ts';

/** What a move does to what the cart holds: stock is set aside with the checkout, and given back with its end. */
async function effectOf(
  context: Context,
  cart: StoredCart,
  { from, to }: CartMove,
): Promise<Partial<StoredCart>> {
  const now = context.clock.now();
  if (to === 'checkout') {
    const { reservationSeconds } = context.config.inventory;
    const checkoutExpiresAt = new Date(now.getTime() + reservationSeconds * 1000).toISOString();
    return { checkoutExpiresAt, reservations: await reserveStock(context, cart, checkoutExpiresAt) };
  }
  if (from === 'checkout' && to !== 'completed') await releaseStock(context, cart);
  const abandonedAt = to === 'abandoned' ? now.toISOString() : null;
  return { checkoutExpiresAt: null, reservations: to === 'completed' ? cart.reservations : [], abandonedAt };
}

/**
 * Moves a locked cart to another state, with what goes with it and the event.
 * @throws {Problem} `cart_state`, naming the moves allowed; `out_of_stock`.
 */
export async function performMove(
  context: Context,
  cart: StoredCart,
  operation: CartMove['operation'],
  change: Pick<StoredCart, 'orderId'> = cart,
): Promise<StoredCart> {
  const move = moveCart(cart, operation);
  const effect = await effectOf(context, cart, move);
  const moved = await writeCart(context, cart, { state: move.to, ...effect, orderId: change.orderId });
  const { id, customerId, email, lines } = moved;
  await context.emit(move.event, id, { id, customerId, email, lineCount: lines.length });
  return moved;
}
