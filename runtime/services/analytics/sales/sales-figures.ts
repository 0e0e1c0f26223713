/** What is counted of sales, each figure a sum; amounts in minor units. */
export const figureNames = [
  ...(['orders', 'cancelledOrders', 'units'] as const),
  ...(['gross', 'discounts', 'shipping', 'tax', 'refunds', 'cancelled', 'taxReturned', 'captured'] as const),
] as const;

export type SalesFigures = Readonly<Record<(typeof figureNames)[number], number>>;

export const noSales: SalesFigures = {
  ...{ orders: 0, cancelledOrders: 0, units: 0, gross: 0, discounts: 0, shipping: 0 },
  ...{ tax: 0, refunds: 0, cancelled: 0, taxReturned: 0, captured: 0 },
};

export function addFigures<Figures extends Readonly<Record<string, number>>>(
  one: Figures,
  other: Readonly<Partial<Record<keyof Figures, number>>>,
  sign: 1 | -1 = 1,
): Figures {
  const sums = Object.entries(one).map(([name, value]) => [name, value + sign * (other[name] ?? 0)]);
  return Object.fromEntries(sums) as Figures; // the names are those of `one`
}

export function isNothing(figures: Readonly<Record<string, number>>): boolean {
  return Object.values(figures).every((value) => value === 0);
}
