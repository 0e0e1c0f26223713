import { calendarDay } from '../../../locale/index.ts';
import type { SoldOrder } from '../sales/sales-of-order.ts';

export interface ProductCount {
  readonly productId: string;
  readonly title: string;
  readonly units: number;
  /** Minor units, tax included, after discounts. */
  readonly revenue: number;
}

/** What an order sold, a count a product, on the day it was placed. Nothing of an order that is cancelled. */
export function productsOfOrder(
  order: SoldOrder,
  timeZone: string,
): { day: string; products: ProductCount[] } {
  const day = calendarDay(order.placedAt, timeZone);
  if (order.state === 'cancelled') return { day, products: [] };
  const counts = new Map<string, ProductCount>();
  for (const { productId, variantId, title, quantity, cancelledQuantity, total } of order.lines) {
    // A product that was gone when the order came from elsewhere: its variant stands in.
    const id = productId ?? variantId;
    const units = quantity - cancelledQuantity;
    const revenue = Number((BigInt(total.gross.amount) * BigInt(units)) / BigInt(quantity));
    const before = counts.get(id) ?? { productId: id, title, units: 0, revenue: 0 };
    counts.set(id, { ...before, units: before.units + units, revenue: before.revenue + revenue });
  }
  return { day, products: [...counts.values()].filter(({ units }) => units > 0) };
}
