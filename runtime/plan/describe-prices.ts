/** A price as a plan compares it. */
export interface PlannedPrice {
  /** Variant, currency and tier, and the list where there is one: what makes it the same price. */
  readonly key: string;
  readonly sku: string;
  readonly amount: number;
  readonly currency: string;
  /** Minor units in the same currency; null where unknown or in another currency. */
  readonly cost: number | null;
}

export interface PriceChanges {
  readonly changed: number;
  readonly raised: number;
  readonly lowered: number;
  readonly added: number;
  readonly removed: number;
  /** SKUs whose price was at or above cost, or new, and now is below. */
  readonly belowCost: readonly string[];
}

/** Counts what happens to prices, and which fall below cost. */
export function comparePrices(before: readonly PlannedPrice[], after: readonly PlannedPrice[]): PriceChanges {
  const earlier = new Map(before.map((price) => [price.key, price]));
  const now = new Set(after.map((price) => price.key));
  const belowCost: string[] = [];
  let raised = 0;
  let lowered = 0;
  let added = 0;
  for (const price of after) {
    const old = earlier.get(price.key);
    if (!old) added += 1;
    else if (price.amount > old.amount) raised += 1;
    else if (price.amount < old.amount) lowered += 1;
    const isBelow = price.cost !== null && price.amount < price.cost;
    const wasBelow = old?.cost !== null && old !== undefined && old.amount < (old.cost ?? 0);
    if (isBelow && !wasBelow) belowCost.push(price.sku);
  }
  const removed = before.filter((price) => !now.has(price.key)).length;
  return { changed: raised + lowered, raised, lowered, added, removed, belowCost };
}

function count(quantity: number, one: string, many: string): string {
  return `${quantity.toLocaleString('en')} ${quantity === 1 ? one : many}`;
}

/** "312 prices change (300 lower, 12 higher), 4 fall below cost: SKU-1, …" */
export function describePrices(changes: PriceChanges): string[] {
  const lines: string[] = [];
  if (changes.changed > 0) {
    lines.push(
      `${count(changes.changed, 'price changes', 'prices change')} (${changes.lowered} lower, ${changes.raised} higher)`,
    );
  }
  if (changes.added > 0) lines.push(`${count(changes.added, 'price is', 'prices are')} added`);
  if (changes.removed > 0) lines.push(`${count(changes.removed, 'price is', 'prices are')} removed`);
  if (changes.belowCost.length > 0) {
    const shown = changes.belowCost.slice(0, 5).join(', ');
    const more = changes.belowCost.length > 5 ? ', …' : '';
    lines.push(
      `${count(changes.belowCost.length, 'price falls', 'prices fall')} below cost: ${shown}${more}`,
    );
  }
  return lines;
}
