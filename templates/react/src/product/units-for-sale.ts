import type { Variant } from '../headlesspro/storefront.js';

/** How many can be sold; null where there is no limit: stock is not tracked, or backorders are taken. */
export function unitsForSale({ availability, inventoryPolicy }: Variant): number | null {
  if (inventoryPolicy !== 'track' || !availability) return null;
  return availability.quantity === null ? null : Math.max(0, availability.quantity);
}
