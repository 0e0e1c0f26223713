import type { Context } from '../../context/context.ts';
import { changeCounters } from './change-counters.ts';
import {
  type CountedOrder,
  countedOrders,
  type ProductSales,
  productSales,
  type SalesOfDay,
  salesOfDays,
} from './collections.ts';
import type { Generation } from './generations.ts';
import { productsOfOrder } from './products/products-of-order.ts';
import { addFigures, isNothing, noSales, type SalesFigures } from './sales/sales-figures.ts';
import { type MadeCapture, type MadeRefund, type SoldOrder, salesOfOrder } from './sales/sales-of-order.ts';

type Counted = Pick<CountedOrder, 'sales' | 'products' | 'channel' | 'currency'>;

/** An order, with what was given back and taken for it. */
export interface CountableOrder {
  readonly order: SoldOrder;
  readonly refunds: readonly MadeRefund[];
  readonly captures: readonly MadeCapture[];
}

interface ProductChange {
  readonly period: string;
  readonly channel: string;
  readonly currency: string;
  readonly productId: string;
  readonly title: string;
  readonly units: number;
  readonly revenue: number;
}

/** What has to be added to the figures of which day, channel and currency. */
function salesChanges(before: Counted | undefined, after: Counted) {
  const changes = new Map<string, Omit<Counted['sales'][number], 'figures'> & { figures: SalesFigures }>();
  const add = (sales: Counted['sales'], sign: 1 | -1) => {
    for (const { day, channel, currency, figures } of sales) {
      const key = `${day}.${channel}.${currency}`;
      const sum = addFigures(changes.get(key)?.figures ?? noSales, figures, sign);
      changes.set(key, { day, channel, currency, figures: sum });
    }
  };
  add(before?.sales ?? [], -1);
  add(after.sales, 1);
  return [...changes].filter(([, { figures }]) => !isNothing(figures));
}

/** The same of products, of the day and of its month. */
function productChanges(before: Counted | undefined, after: Counted) {
  const changes = new Map<string, ProductChange>();
  const add = ({ products: { day, products }, channel, currency }: Counted, sign: 1 | -1) => {
    for (const { productId, title, units, revenue } of products) {
      for (const period of [day, day.slice(0, 7)]) {
        const key = `${period}.${channel}.${currency}.${productId}`;
        const sum = changes.get(key);
        changes.set(key, {
          ...{ period, channel, currency, productId, title },
          ...{ units: (sum?.units ?? 0) + sign * units, revenue: (sum?.revenue ?? 0) + sign * revenue },
        });
      }
    }
  };
  if (before) add(before, -1);
  add(after, 1);
  return [...changes].filter(([, { units, revenue }]) => units !== 0 || revenue !== 0);
}

/**
 * Brings the figures of a generation to what an order is now: what it had added before goes, what it comes to is
 * added. So an event that comes twice, or late, changes nothing. The lock of the generations is held.
 */
export async function countOrder(
  { store }: Context,
  { number: generation, timeZone }: Generation,
  { order, refunds, captures }: CountableOrder,
): Promise<void> {
  const id = `${generation}.${order.id}`;
  const before = await store.get(countedOrders, id);
  const after = {
    ...{ channel: order.channel, currency: order.currency },
    sales: salesOfOrder(order, refunds, timeZone, captures),
    products: productsOfOrder(order, timeZone),
  };
  const sales = salesChanges(before, after).map(([key, { figures, ...place }]) => ({
    id: `${generation}.${key}`,
    change: (counter: SalesOfDay | undefined) => ({
      ...{ id: `${generation}.${key}`, generation, ...place },
      figures: addFigures(counter?.figures ?? noSales, figures),
    }),
  }));
  const products = productChanges(before, after).map(([key, { units, revenue, ...place }]) => ({
    id: `${generation}.${key}`,
    change: (counter: ProductSales | undefined) => ({
      ...{ id: `${generation}.${key}`, generation, ...place },
      ...{ units: (counter?.units ?? 0) + units, revenue: (counter?.revenue ?? 0) + revenue },
    }),
  }));
  if (sales.length + products.length === 0) return;
  await changeCounters(store, salesOfDays, sales);
  await changeCounters(store, productSales, products);
  if (before) await store.update(countedOrders, id, (document) => ({ ...document, ...after }));
  else await store.insert(countedOrders, { id, generation, ...after });
}
