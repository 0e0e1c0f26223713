import type { Static } from 'typebox';
import type { Order } from '../../../contract/orders/order-schemas.ts';
import type { OrderRefund } from '../../../contract/orders/refunds.ts';
import { calendarDay } from '../../../locale/index.ts';
import { addFigures, isNothing, noSales, type SalesFigures } from './sales-figures.ts';

/*
 * What an order adds to the figures, worked out from what it is now and not from how it became so: whoever hears of
 * it late, twice or in another order comes to the same. Its own figures count on the day it was placed, as its last edit
 * has left them; a refund counts on the day it was made, a cancellation on the day of that, and money that was taken on
 * the day that it was. An order that is cancelled ends at nothing. Money that goes back because an edit made the order
 * cost less is no refund: the order never cost it.
 */

export type SoldOrder = Pick<
  Static<typeof Order>,
  | ('id' | 'state' | 'channel' | 'currency' | 'lines' | 'totals' | 'credited' | 'payments')
  | ('placedAt' | 'cancelledAt')
>;
export type MadeRefund = Pick<Static<typeof OrderRefund>, 'id' | 'kind' | 'state' | 'amount' | 'createdAt'>;

/** Money that was taken, in minor units. */
export interface MadeCapture {
  readonly amount: number;
  readonly occurredAt: string;
}

export interface DaySales {
  readonly day: string;
  readonly channel: string;
  readonly currency: string;
  readonly figures: SalesFigures;
}

interface TakenBack {
  readonly day: string;
  readonly figure: 'refunds' | 'cancelled';
  readonly amount: number;
}

export function unitsOf(order: SoldOrder): number {
  if (order.state === 'cancelled') return 0;
  return order.lines.reduce((sum, line) => sum + line.quantity - line.cancelledQuantity, 0);
}

/**
 * Money given back, then goods that were cancelled before there was anything to give back. No more is taken back than
 * was credited: what goes back beyond that was paid too much.
 */
function takenBack(order: SoldOrder, refunds: readonly MadeRefund[], timeZone: string): TakenBack[] {
  const isCancelled = order.state === 'cancelled';
  const credited = isCancelled ? order.totals.total.gross.amount : order.credited.amount;
  let left = credited;
  const made = refunds
    .filter(({ state, kind }) => state === 'completed' && kind !== 'edit')
    .toSorted((one, other) => (one.createdAt + one.id < other.createdAt + other.id ? -1 : 1))
    .map(({ amount, createdAt }) => {
      const taken = Math.min(left, amount.amount);
      left -= taken;
      return { day: calendarDay(createdAt, timeZone), figure: 'refunds', amount: taken } as const;
    })
    .filter(({ amount }) => amount > 0);
  const day = calendarDay(isCancelled ? (order.cancelledAt ?? order.placedAt) : order.placedAt, timeZone);
  return left === 0 ? made : [...made, { day, figure: 'cancelled', amount: left }];
}

/** The tax in the first `amount` that is taken back of a total: shares of parts add up to the tax, to the cent. */
function taxIn(amount: number, { net, tax, gross }: SoldOrder['totals']['total']): number {
  if (amount >= gross.amount) return tax.amount;
  if (gross.amount === 0 || net.amount === gross.amount) return 0;
  // Products of two amounts pass what numbers hold exactly.
  return Number(
    (BigInt(amount) * BigInt(tax.amount) * 2n + BigInt(gross.amount)) / (2n * BigInt(gross.amount)),
  );
}

/** The days on which an order counts, with what it counts there. */
export function salesOfOrder(
  order: SoldOrder,
  refunds: readonly MadeRefund[],
  timeZone: string,
  captures: readonly MadeCapture[] = [],
): DaySales[] {
  const { channel, currency, totals, state } = order;
  const placed = calendarDay(order.placedAt, timeZone);
  const days = new Map<string, SalesFigures>();
  const count = (day: string, figures: Partial<SalesFigures>) =>
    void days.set(day, addFigures(days.get(day) ?? noSales, figures));

  count(placed, {
    ...{ orders: 1, units: unitsOf(order), gross: totals.total.gross.amount, tax: totals.total.tax.amount },
    ...{
      discounts: totals.discount.amount + totals.shippingDiscount.amount,
      shipping: totals.shipping.gross.amount,
    },
  });
  if (state === 'cancelled') {
    count(calendarDay(order.cancelledAt ?? order.placedAt, timeZone), { cancelledOrders: 1 });
  }
  for (const { amount, occurredAt } of captures)
    count(calendarDay(occurredAt, timeZone), { captured: amount });
  let before = 0;
  for (const { day, figure, amount } of takenBack(order, refunds, timeZone)) {
    const taxReturned = taxIn(before + amount, totals.total) - taxIn(before, totals.total);
    count(day, { [figure]: amount, taxReturned });
    before += amount;
  }
  return [...days]
    .filter(([, figures]) => !isNothing(figures))
    .map(([day, figures]) => ({ day, channel, currency, figures }));
}
