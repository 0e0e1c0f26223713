import type { OrderLine } from '../headlesspro/storefront.js';

/** How many units of a line can be sent back: those that were sent, and are not back or on their way. */
export function returnableUnits(line: OrderLine): number {
  return Math.max(0, line.fulfilledQuantity - line.returningQuantity - line.returnedQuantity);
}
