import type { Static } from 'typebox';
import type { Order } from '../../contract/orders/index.ts';
import { decimalOf } from '../../money/index.ts';

type ExportedOrder = Static<typeof Order>;
type ExportedLine = ExportedOrder['lines'][number];

export interface OrderColumn {
  readonly name: string;
  value(order: ExportedOrder, line: ExportedLine, index: number): string | number | null;
}

interface MoneyAmount {
  readonly amount: number;
  readonly currency: string;
}

/** With a point and as many digits as the currency has: `19.99`. */
function decimal({ amount, currency }: MoneyAmount): string {
  return decimalOf(amount, currency);
}

function ofLine(name: string, value: (line: ExportedLine) => string | number | null): OrderColumn {
  return { name, value: (_order, line) => value(line) };
}

/** Stands in an order's first row alone. */
function ofOrder(name: string, value: (order: ExportedOrder) => string | number | null): OrderColumn {
  return { name, value: (order, _line, index) => (index === 0 ? value(order) : '') };
}

function addressColumns(
  kind: 'Billing' | 'Shipping',
  of: (order: ExportedOrder) => ExportedOrder['shippingAddress'],
) {
  const name = (order: ExportedOrder) =>
    [of(order)?.firstName, of(order)?.lastName].filter((part) => part != null).join(' ');
  return [
    ofOrder(`${kind} Name`, name),
    ofOrder(`${kind} Company`, (order) => of(order)?.company ?? null),
    ofOrder(`${kind} Address1`, (order) => of(order)?.addressLine1 ?? null),
    ofOrder(`${kind} Address2`, (order) => of(order)?.addressLine2 ?? null),
    ofOrder(`${kind} City`, (order) => of(order)?.city ?? null),
    ofOrder(`${kind} Zip`, (order) => of(order)?.postalCode ?? null),
    ofOrder(`${kind} Province`, (order) => of(order)?.region ?? null),
    ofOrder(`${kind} Country`, (order) => of(order)?.country ?? null),
    ofOrder(`${kind} Phone`, (order) => of(order)?.phone ?? null),
  ];
}

function sum(amounts: readonly MoneyAmount[], currency: string): MoneyAmount {
  return { amount: amounts.reduce((total, { amount }) => total + amount, 0), currency };
}

/** The columns of Shopify's order export, which the field's tools read, where an order has them; then our own. */
export const orderColumns: readonly OrderColumn[] = [
  { name: 'Name', value: ({ number }) => `#${number}` },
  ofOrder('Email', ({ email }) => email),
  ofOrder('Financial Status', ({ paymentState }) => paymentState),
  ofOrder('Fulfillment Status', ({ fulfilmentState }) => fulfilmentState),
  { name: 'Currency', value: ({ currency }) => currency },
  ofOrder('Subtotal', ({ totals }) => decimal(totals.subtotal)),
  ofOrder('Shipping', ({ totals }) => decimal(totals.shipping.gross)),
  ofOrder('Taxes', ({ totals }) => decimal(totals.tax)),
  ofOrder('Total', ({ totals }) => decimal(totals.total.gross)),
  ofOrder('Discount Code', ({ discounts }) => discounts.flatMap(({ code }) => code ?? []).join(', ')),
  ofOrder('Discount Amount', ({ totals, currency }) =>
    decimal(sum([totals.discount, totals.shippingDiscount], currency)),
  ),
  ofOrder('Shipping Method', ({ shippingMethod }) => shippingMethod?.name ?? null),
  { name: 'Created at', value: ({ placedAt }) => placedAt },
  ofLine('Lineitem quantity', ({ quantity }) => quantity),
  ofLine('Lineitem name', ({ title, variantTitle }) =>
    [title, variantTitle].filter((part) => part !== '').join(' - '),
  ),
  ofLine('Lineitem price', ({ unitPrice }) => decimal(unitPrice)),
  ofLine('Lineitem sku', ({ sku }) => sku),
  ofLine('Lineitem requires shipping', ({ requiresShipping }) => String(requiresShipping)),
  ofLine('Lineitem discount', ({ discounts, subtotal }) =>
    decimal(
      sum(
        discounts.map(({ amount }) => amount),
        subtotal.currency,
      ),
    ),
  ),
  ...addressColumns('Billing', ({ billingAddress }) => billingAddress),
  ...addressColumns('Shipping', ({ shippingAddress }) => shippingAddress),
  ofOrder('Notes', ({ note }) => note),
  ofOrder('Cancelled at', ({ cancelledAt }) => cancelledAt),
  ofOrder('Refunded Amount', ({ refunded }) => decimal(refunded)),
  ofOrder('Outstanding Balance', ({ balance }) => decimal(balance)),
  { name: 'Id', value: ({ id }) => id },
  ofOrder('Tags', ({ tags }) => tags.join(', ')),
  ofOrder('State', ({ state }) => state),
  ofOrder('Channel', ({ channel }) => channel),
  ofOrder('Customer id', ({ customerId }) => customerId),
  ofLine('Lineitem id', ({ id }) => id),
  ofLine('Lineitem total', ({ total }) => decimal(total.gross)),
  ofLine('Lineitem tax', ({ total }) => decimal(total.tax)),
  ofLine('Lineitem fulfilled quantity', ({ fulfilledQuantity }) => fulfilledQuantity),
  ofLine('Lineitem returned quantity', ({ returnedQuantity }) => returnedQuantity),
];
