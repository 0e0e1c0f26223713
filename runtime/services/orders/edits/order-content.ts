import type { OrderLine, StoredOrder } from '../orders/stored-order.ts';
import type { OrderContent } from './stored-edit.ts';

export type SoldLine = OrderContent['lines'][number];

/** A line without what has become of its units. */
function soldLine({
  plannedQuantity: _planned,
  fulfilledQuantity: _fulfilled,
  cancelledQuantity: _cancelled,
  returningQuantity: _returning,
  returnedQuantity: _returned,
  refundedQuantity: _refunded,
  refundedAmount: _amount,
  ...sold
}: OrderLine): SoldLine {
  return sold;
}

/** What of an order an edit may change, as it is. */
export function contentOf(order: StoredOrder): OrderContent {
  const { lines, discounts, shippingAddress, billingAddress, shippingMethod, totals } = order;
  return {
    lines: lines.map(soldLine),
    ...{ discounts, shippingAddress, billingAddress, shippingMethod, totals },
  };
}
