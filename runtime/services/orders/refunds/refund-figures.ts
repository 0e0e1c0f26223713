import { unitsAmount } from '../../../money/index.ts';
import { refundableByPayment } from '../orders/order-figures.ts';
import type { StoredOrder } from '../orders/stored-order.ts';

/** What is credited: the customer owes it no more. Minor units. */
export interface Credit {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly amount: number }[];
  readonly shipping: number;
  /** Goodwill; negative for a fee that is kept. */
  readonly other: number;
}

export interface CreditWanted {
  /** Units by line. */
  readonly units: ReadonlyMap<string, number>;
  readonly shipping?: boolean | undefined;
  readonly other?: number | undefined;
}

export const noUnits: ReadonlyMap<string, number> = new Map();

/** Of money that is given back because the order costs less, not because something of it was credited. */
export const noCredit: Credit = { lines: [], shipping: 0, other: 0 };

/** What units of lines, shipping and an amount are worth, discounts and taxes included. */
export function creditOf(
  { lines, totals, shippingRefunded }: StoredOrder,
  { units, shipping = false, other = 0 }: CreditWanted,
): Credit {
  return {
    lines: lines.flatMap(({ id, quantity, refundedQuantity, refundedAmount, total }) => {
      const left = quantity - refundedQuantity;
      const wanted = Math.min(units.get(id) ?? 0, left);
      if (wanted <= 0) return [];
      // Of what is left: an edit may have changed what the line comes to since others were credited.
      const amount = unitsAmount(Math.max(0, total.gross.amount - refundedAmount.amount), left, 0, wanted);
      return [{ lineId: id, quantity: wanted, amount }];
    }),
    shipping: shipping ? Math.max(0, totals.shipping.gross.amount - shippingRefunded.amount) : 0,
    other,
  };
}

export function sumOfCredit({ lines, shipping, other }: Credit): number {
  return lines.reduce((sum, { amount }) => sum + amount, shipping + other);
}

/** An order with a credit written to it. */
export function withCredit(
  order: StoredOrder,
  credit: Credit,
): Pick<StoredOrder, 'lines' | 'credited' | 'shippingRefunded'> {
  const { currency } = order;
  const money = (amount: number) => ({ amount, currency });
  const byLine = new Map(credit.lines.map((line) => [line.lineId, line]));
  return {
    lines: order.lines.map((line) => {
      const credited = byLine.get(line.id);
      if (!credited) return line;
      return {
        ...line,
        refundedQuantity: line.refundedQuantity + credited.quantity,
        refundedAmount: money(line.refundedAmount.amount + credited.amount),
      };
    }),
    credited: money(order.credited.amount + sumOfCredit(credit)),
    shippingRefunded: money(order.shippingRefunded.amount + credit.shipping),
  };
}

/** An amount over the payments of an order, the oldest first; it is no more than they can give back. */
export function splitOverPayments(
  order: Pick<StoredOrder, 'payments' | 'internal'> & Parameters<typeof refundableByPayment>[0],
  amount: number,
): { readonly paymentId: string; readonly provider: string; readonly amount: number }[] {
  let open = amount;
  return refundableByPayment(order).flatMap(({ paymentId, provider, amount: most }) => {
    const part = Math.min(open, most);
    open -= part;
    return part > 0 ? [{ paymentId, provider, amount: part }] : [];
  });
}
