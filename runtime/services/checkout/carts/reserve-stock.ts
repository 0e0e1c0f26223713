import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { unitsByVariant } from './price-lines.ts';
import type { StoredCart } from './stored-cart.ts';

type Reservation = StoredCart['reservations'][number];

/**
 * Sets the stock of all lines aside until a time. Stock is locked in the order of the variants' ids, so that carts
 * with the same variants queue instead of deadlocking.
 * @throws {Problem} `out_of_stock`: then nothing is reserved, because the transaction is undone.
 */
export async function reserveStock(
  context: Context,
  cart: StoredCart,
  expiresAt: string,
): Promise<Reservation[]> {
  const create = operationOf(context, 'catalog.reservations.create');
  const units = [...unitsByVariant(cart.lines)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const reservations: Reservation[] = [];
  for (const [variantId, quantity] of units) {
    const { channel, id: reference } = cart;
    const { id } = await context.call(create, { variantId, quantity, channel, expiresAt, reference });
    reservations.push({ variantId, reservationId: id });
  }
  return reservations;
}

/** Gives back what a cart still holds; what has expired by itself is free already. */
export async function releaseStock(context: Context, { reservations }: StoredCart): Promise<void> {
  const get = operationOf(context, 'catalog.reservations.get');
  const release = operationOf(context, 'catalog.reservations.release');
  for (const { reservationId } of reservations) {
    const { state } = await context.call(get, { reservationId });
    if (state === 'held') await context.call(release, { reservationId });
  }
}
