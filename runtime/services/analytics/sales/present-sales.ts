import type { Group } from '../read-days.ts';
import type { SalesFigures } from './sales-figures.ts';

/** Half-even: over many reports, halves cancel out. Both are integers, the divisor above 0. */
export function dividedHalfEven(amount: number, by: number): number {
  const floor = Math.floor(amount / by);
  const twice = (amount - floor * by) * 2;
  if (twice !== by) return twice > by ? floor + 1 : floor;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** A row as the contract has it: net is what is left of gross, to the cent. */
export function presentSales({ period, channel, currency, figures }: Group<SalesFigures>) {
  const money = (amount: number) => ({ amount, currency });
  const { orders, cancelledOrders, units, gross, discounts, shipping, refunds, cancelled, captured } =
    figures;
  const tax = figures.tax - figures.taxReturned;
  return {
    ...{ period, channel, currency, orders, cancelledOrders, units },
    ...{ gross: money(gross), discounts: money(discounts), shipping: money(shipping) },
    ...{ refunds: money(refunds), cancelled: money(cancelled), tax: money(tax) },
    captured: money(captured),
    net: money(gross - refunds - cancelled - tax),
    averageValue: orders === 0 ? null : money(dividedHalfEven(gross, orders)),
  };
}
