import { decimalOf } from '../../runtime/money/index.ts';
import type { Order } from './find-order.ts';

/** The columns of `hp orders export`: a row a line of an order, what belongs to the order repeated on each. */
export const orderColumns = [
  ...['number', 'placed_at', 'state', 'payment_state', 'fulfilment_state', 'channel', 'currency'],
  ...['customer_id', 'email', 'ship_first_name', 'ship_last_name', 'ship_company', 'ship_address_1'],
  ...['ship_address_2', 'ship_postal_code', 'ship_city', 'ship_region', 'ship_country', 'shipping_method'],
  ...['sku', 'title', 'variant', 'quantity', 'cancelled', 'fulfilled', 'returned', 'unit_price'],
  ...['line_discount', 'line_net', 'line_tax', 'line_gross', 'order_shipping', 'order_tax', 'order_total'],
  ...['order_paid', 'order_refunded', 'order_id'],
] as const;

export type OrderColumn = (typeof orderColumns)[number];

/** Text that a shopper typed must not become a formula in the spreadsheet of whoever opens the file. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

export function orderRows(order: Order): readonly (readonly string[])[] {
  const money = ({ amount, currency }: { amount: number; currency: string }) =>
    `${amount < 0 ? '-' : ''}${decimalOf(Math.abs(amount), currency)}`;
  const text = (value: string | null | undefined) => harmless(value ?? '');
  const to = order.shippingAddress;
  const ofOrder = {
    number: order.number,
    placed_at: order.placedAt,
    state: order.state,
    payment_state: order.paymentState,
    fulfilment_state: order.fulfilmentState,
    channel: order.channel,
    currency: order.currency,
    customer_id: text(order.customerId),
    email: text(order.email),
    ship_first_name: text(to?.firstName),
    ship_last_name: text(to?.lastName),
    ship_company: text(to?.company),
    ship_address_1: text(to?.addressLine1),
    ship_address_2: text(to?.addressLine2),
    ship_postal_code: text(to?.postalCode),
    ship_city: text(to?.city),
    ship_region: text(to?.region),
    ship_country: text(to?.country),
    shipping_method: text(order.shippingMethod?.name),
    order_shipping: money(order.totals.shipping.gross),
    order_tax: money(order.totals.tax),
    order_total: money(order.totals.total.gross),
    order_paid: money(order.paid),
    order_refunded: money(order.refunded),
    order_id: order.id,
  };
  return order.lines.map((line) => {
    const discount = line.discounts.reduce((sum, { amount }) => sum + amount.amount, 0);
    const row: Record<OrderColumn, string> = {
      ...ofOrder,
      sku: text(line.sku),
      title: text(line.title),
      variant: text(line.variantTitle),
      quantity: String(line.quantity),
      cancelled: String(line.cancelledQuantity),
      fulfilled: String(line.fulfilledQuantity),
      returned: String(line.returnedQuantity),
      unit_price: money(line.unitPrice),
      line_discount: money({ amount: discount, currency: order.currency }),
      line_net: money(line.total.net),
      line_tax: money(line.total.tax),
      line_gross: money(line.total.gross),
    };
    return orderColumns.map((column) => row[column]);
  });
}
