/** Units on hand of a SKU at a location. */
export interface StockCount {
  readonly sku: string;
  readonly locationId: string;
  readonly onHand: number;
}

/** A partner that tells a SKU twice (by lot, say) has the sum. */
export function countsByPlace(counts: readonly StockCount[]): ReadonlyMap<string, StockCount> {
  const places = new Map<string, StockCount>();
  for (const count of counts) {
    const place = `${count.sku}\n${count.locationId}`;
    const before = places.get(place)?.onHand ?? 0;
    places.set(place, { ...count, onHand: before + count.onHand });
  }
  return places;
}
