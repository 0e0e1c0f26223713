interface Line {
  readonly id: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly plannedQuantity: number;
  readonly fulfilledQuantity: number;
  readonly cancelledQuantity: number;
}

export interface SkuUnits {
  readonly sku: string;
  readonly quantity: number;
}

export interface LineUnits {
  readonly lineId: string;
  readonly quantity: number;
}

/**
 * Units of SKUs as units of an order's lines. Two lines may have the same SKU (one is a gift, say): the first takes
 * what it has open, and the last what is left, so that too many are refused by the order and not lost here.
 */
export function unitsOfSkus(
  lines: readonly Line[],
  wanted: readonly SkuUnits[],
): { readonly units: readonly LineUnits[]; readonly unknown: readonly string[] } {
  const units = new Map<string, number>();
  const unknown: string[] = [];
  for (const { sku, quantity } of wanted) {
    const own = lines.filter((line) => line.sku === sku);
    if (own.length === 0) unknown.push(sku);
    let left = quantity;
    own.forEach((line, index) => {
      const taken = units.get(line.id) ?? 0;
      const open =
        line.quantity - line.plannedQuantity - line.fulfilledQuantity - line.cancelledQuantity - taken;
      const part = index === own.length - 1 ? left : Math.min(left, Math.max(0, open));
      if (part > 0) units.set(line.id, taken + part);
      left -= part;
    });
  }
  return { units: [...units].map(([lineId, quantity]) => ({ lineId, quantity })), unknown };
}
