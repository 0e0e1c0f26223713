import { collection, type Index, type StoredDocument } from '../../store/port.ts';
import type { ProductCount } from './products/products-of-order.ts';
import type { SalesFigures } from './sales/sales-figures.ts';
import type { DaySales } from './sales/sales-of-order.ts';

interface OfGeneration extends StoredDocument {
  readonly generation: number;
}

/** To clear away a generation that nobody reads any more. */
function byGeneration<Doc extends OfGeneration>(): Index<Doc> {
  return {
    version: 1,
    columns: [{ name: 'generation', type: 'integer' }],
    keys: ({ generation }) => [[generation]],
  };
}

/** What an order has added so far: taken off again before what it comes to now is added. */
export interface CountedOrder extends OfGeneration {
  readonly sales: readonly DaySales[];
  readonly products: { readonly day: string; readonly products: readonly ProductCount[] };
  readonly channel: string;
  readonly currency: string;
}

export const countedOrders = collection<CountedOrder>({
  name: 'analytics_counted_orders',
  indexes: { byGeneration: byGeneration() },
});

interface OfDay extends OfGeneration {
  readonly day: string;
  readonly channel: string;
  readonly currency: string;
}

function byDay<Doc extends OfDay>(): Index<Doc> {
  return {
    version: 1,
    columns: [
      { name: 'generation', type: 'integer' },
      { name: 'day', type: 'text' },
    ],
    keys: ({ generation, day }) => [[generation, day]],
  };
}

export interface SalesOfDay extends OfDay {
  readonly figures: SalesFigures;
}

export const salesOfDays = collection<SalesOfDay>({
  name: 'analytics_sales',
  indexes: { byGeneration: byGeneration(), byDay: byDay() },
});

export interface CartFigures {
  readonly [name: string]: number;
  readonly created: number;
  readonly checkoutStarted: number;
  readonly completed: number;
}

export interface CartsOfDay extends OfDay {
  readonly figures: CartFigures;
}

export const cartsOfDays = collection<CartsOfDay>({
  name: 'analytics_carts',
  indexes: { byGeneration: byGeneration(), byDay: byDay() },
});

/** How often a product was sold in a day, or in a month: `period` is `2026-03-01` or `2026-03`. */
export interface ProductSales extends OfGeneration {
  readonly period: string;
  readonly channel: string;
  readonly currency: string;
  readonly productId: string;
  readonly title: string;
  readonly units: number;
  readonly revenue: number;
}

function ranking(rank: (sales: ProductSales) => number): Index<ProductSales> {
  return {
    version: 1,
    columns: [
      { name: 'generation', type: 'integer' },
      { name: 'period', type: 'text' },
      { name: 'channel', type: 'text' },
      { name: 'currency', type: 'text' },
      { name: 'rank', type: 'integer' },
    ],
    keys: (sales) => [[sales.generation, sales.period, sales.channel, sales.currency, -rank(sales)]],
  };
}

export const productSales = collection<ProductSales>({
  name: 'analytics_products',
  indexes: {
    byGeneration: byGeneration(),
    units: ranking(({ units }) => units),
    revenue: ranking(({ revenue }) => revenue),
  },
});

/** The steps that a cart has taken. Carts forget them, so they are kept: figures are made anew from these. */
export interface CartSteps extends StoredDocument {
  readonly channel: string;
  readonly currency: string;
  /** When the cart was created. */
  readonly startedAt: string;
  readonly isCheckoutStarted: boolean;
  readonly isCompleted: boolean;
  /** What it has added to which generation of figures. */
  readonly counted: readonly { readonly generation: number; readonly figures: CartFigures }[];
}

export const cartSteps = collection<CartSteps>({
  name: 'analytics_cart_steps',
  indexes: {
    all: { version: 1, columns: [{ name: 'all', type: 'integer' }], keys: () => [[1]] },
  },
});
