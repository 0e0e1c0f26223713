import type { AppliedPromotion } from '../promotions/evaluate-promotions.ts';
import type { ItemTax } from '../taxes/tax-engine.ts';
import { addTaxed, nothing, type TaxedAmount } from '../taxes/tax-of-amount.ts';
import type { PricedLine } from './price-lines.ts';

/** What a promotion takes off the cart. Minor units. */
export interface CartDiscount extends AppliedPromotion {
  readonly target: 'lines' | 'shipping';
  readonly amount: number;
}

export interface Totals {
  /** In the terms of the prices, before discounts. */
  readonly subtotal: number;
  readonly discount: number;
  readonly lines: TaxedAmount;
  readonly shippingPrice: number;
  readonly shippingDiscount: number;
  readonly shipping: TaxedAmount;
  readonly total: TaxedAmount;
  readonly taxes: readonly {
    readonly name: string;
    readonly rate: number;
    readonly net: number;
    readonly tax: number;
  }[];
}

/** Free shipping takes off the whole price, once, however many promotions give it. */
export function cartDiscounts(applied: readonly AppliedPromotion[], shippingPrice: number): CartDiscount[] {
  let left = shippingPrice;
  return applied.map((promotion) => {
    if (promotion.promotion.kind === 'free_shipping') {
      const amount = left;
      left = 0;
      return { ...promotion, target: 'shipping', amount };
    }
    const amount = promotion.allocations.reduce((sum, allocation) => sum + allocation.amount, 0);
    return { ...promotion, target: 'lines', amount };
  });
}

/** What is taken off each line, by its id. */
export function discountByLine(applied: readonly AppliedPromotion[]): ReadonlyMap<string, number> {
  const off = new Map<string, number>();
  for (const { lineId, amount } of applied.flatMap(({ allocations }) => allocations)) {
    off.set(lineId, (off.get(lineId) ?? 0) + amount);
  }
  return off;
}

/** Net and tax by the tax's name and rate. */
function taxesByRate(taxes: readonly ItemTax[]): Totals['taxes'] {
  const byRate = new Map<string, { name: string; rate: number; net: number; tax: number }>();
  for (const { name, rate, taxed } of taxes) {
    if (name === null || taxed.tax === 0) continue;
    const key = `${name} ${rate}`;
    const { net, tax } = byRate.get(key) ?? { net: 0, tax: 0 };
    byRate.set(key, { name, rate, net: net + taxed.net, tax: tax + taxed.tax });
  }
  return [...byRate.values()];
}

/** A cart's totals: sums of what its parts say, so that they always add up. `taxes` are of lines and `shipping`. */
export function cartTotals(
  lines: readonly PricedLine[],
  discounts: readonly CartDiscount[],
  shippingPrice: number,
  taxes: readonly ItemTax[],
): Totals {
  const sumOf = (target: CartDiscount['target']) =>
    discounts.filter((found) => found.target === target).reduce((sum, { amount }) => sum + amount, 0);
  const ofLines = addTaxed(taxes.filter(({ id }) => id !== 'shipping').map(({ taxed }) => taxed));
  const ofShipping = taxes.find(({ id }) => id === 'shipping')?.taxed ?? nothing;
  return {
    subtotal: lines.reduce((sum, { amount }) => sum + amount, 0),
    discount: sumOf('lines'),
    lines: ofLines,
    shippingPrice,
    shippingDiscount: sumOf('shipping'),
    shipping: ofShipping,
    total: addTaxed([ofLines, ofShipping]),
    taxes: taxesByRate(taxes),
  };
}
