import { balanceOf, owed } from './order-figures.ts';
import type { Order, OrderLine, OrderPayment, StoredOrder } from './stored-order.ts';

type LineUnits = Pick<
  OrderLine,
  'quantity' | 'cancelledQuantity' | 'fulfilledQuantity' | 'returningQuantity' | 'returnedQuantity'
>;

const sumOf = <Item>(items: readonly Item[], amount: (item: Item) => number) =>
  items.reduce((sum, item) => sum + amount(item), 0);

/** What of an order has left. */
export function fulfilmentStateOf(lines: readonly LineUnits[]): Order['fulfilmentState'] {
  const wanted = sumOf(lines, ({ quantity, cancelledQuantity }) => quantity - cancelledQuantity);
  const fulfilled = sumOf(lines, ({ fulfilledQuantity }) => fulfilledQuantity);
  if (fulfilled === 0) return 'unfulfilled';
  return fulfilled >= wanted ? 'fulfilled' : 'partially_fulfilled';
}

/** What of an order comes or came back. */
export function returnStateOf(lines: readonly LineUnits[]): Order['returnState'] {
  if (lines.some(({ returningQuantity }) => returningQuantity > 0)) return 'open';
  const returned = sumOf(lines, ({ returnedQuantity }) => returnedQuantity);
  if (returned === 0) return 'none';
  const fulfilled = sumOf(lines, ({ fulfilledQuantity }) => fulfilledQuantity);
  return returned >= fulfilled ? 'returned' : 'partially_returned';
}

/** The states of attempts to pay that money hasn't moved in; the first that any payment is in stands for all. */
const unpaid = ['requires_action', 'pending', 'failed', 'cancelled'] as const;

/** The state of all payments of an order together. */
export function paymentStateOf(
  order: Pick<StoredOrder, 'totals' | 'credited' | 'paid' | 'refunded' | 'authorized' | 'payments'>,
): Order['paymentState'] {
  const isAny = (state: OrderPayment['state']) => order.payments.some((payment) => payment.state === state);
  if (isAny('disputed')) return 'disputed';
  if (isAny('lost')) return 'lost';
  const { paid, refunded, authorized } = order;
  if (paid.amount > 0) {
    if (refunded.amount >= paid.amount) return 'refunded';
    // Something was given back and something is owed: an edit has made it cost more since.
    if (balanceOf(order) > 0) return 'partially_captured';
    if (refunded.amount > 0) return 'partially_refunded';
    return 'captured';
  }
  if (authorized.amount > 0) return 'authorized';
  const waiting = unpaid.find(isAny);
  if (waiting) return waiting;
  return owed(order) <= 0 ? 'none' : 'pending';
}
