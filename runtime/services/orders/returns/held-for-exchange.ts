import type { HeldStock } from '../orders/stored-order.ts';
import type { Return } from './stored-return.ts';

/** The stock of what is wanted instead, from the approval until it is in the order. */
export function heldForExchange({ exchange }: Pick<Return, 'exchange'>): HeldStock[] {
  return exchange.flatMap(({ variantId, quantity, reservationId }) =>
    reservationId === null ? [] : [{ variantId, quantity, reservationId }],
  );
}
