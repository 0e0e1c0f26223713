import type { Static } from 'typebox';
import type { Order } from '../../../contract/orders/order-schemas.ts';
import type { DocumentKit } from './document-kit.ts';
import type { Cell, Column, SalesDocument, SumLine } from './sales-document.ts';

type InvoicedOrder = Static<typeof Order>;
type InvoicedLine = InvoicedOrder['lines'][number];

/** What was bought, and what was chosen beside it. */
export function itemCell(
  { title, variantTitle, sku, customData, giftMessage }: InvoicedLine,
  { words }: DocumentKit,
): Cell {
  const chosen = customData.map(({ name, value }) => `${name}: ${value}`);
  const gift = giftMessage === null ? [] : [`${words.giftMessage}: ${giftMessage}`];
  const details = [variantTitle, sku === null ? '' : `${words.sku} ${sku}`, ...chosen, ...gift];
  return { text: title, detail: details.filter((text) => text !== '').join(' · ') };
}

function columnsOf({ words }: DocumentKit): Column[] {
  return [
    { label: words.position, width: 30, align: 'left' },
    { label: words.item, align: 'left' },
    { label: words.quantity, width: 42, align: 'right' },
    { label: words.unitPrice, width: 78, align: 'right' },
    { label: words.tax, width: 44, align: 'right' },
    { label: words.amount, width: 84, align: 'right' },
  ];
}

/** From the lines to what is left to pay. */
function sumsOf(order: InvoicedOrder, { words, money, percent }: DocumentKit): SumLine[] {
  const { subtotal, discount, shippingPrice, shippingDiscount, total, taxes } = order.totals;
  const off = discount.amount + shippingDiscount.amount;
  const minus = (amount: { readonly amount: number; readonly currency: string }) =>
    money({ ...amount, amount: -amount.amount });
  const taken = (label: string, amount: InvoicedOrder['paid']): SumLine[] =>
    amount.amount === 0 ? [] : [{ label, amount: minus(amount) }];
  return [
    { label: words.subtotal, amount: money(subtotal) },
    ...(off === 0 ? [] : [{ label: words.discount, amount: money({ ...discount, amount: -off }) }]),
    ...(order.shippingMethod
      ? [{ label: `${words.shipping} (${order.shippingMethod.name})`, amount: money(shippingPrice) }]
      : []),
    { label: words.net, amount: money(total.net) },
    ...taxes.map(({ name, rate, net, tax }) => ({
      ...{ label: words.taxOf(name, percent(rate), money(net)), amount: money(tax) },
    })),
    { label: words.total, amount: money(total.gross), isTotal: true },
    ...taken(words.cancelled, order.credited),
    ...taken(words.paid, order.paid),
    ...(order.refunded.amount === 0 ? [] : [{ label: words.refunded, amount: money(order.refunded) }]),
    { label: words.balance, amount: money(order.balance), isTotal: true },
  ];
}

/** The number of an order's invoice: an order has one. */
export function invoiceNumberOf({ number }: Pick<InvoicedOrder, 'number'>): string {
  return `INV-${number}`;
}

/** The bill of an order, with what has been paid and given back so far. */
export function invoice(order: InvoicedOrder, kit: DocumentKit): SalesDocument {
  const { words, money, date, percent } = kit;
  const recipient = kit.address(order.billingAddress ?? order.shippingAddress, order.email);
  const delivery = kit.address(order.shippingAddress, null);
  const isElsewhere = delivery.length > 0 && delivery.join('\n') !== recipient.join('\n');
  const includesTax = order.lines.some((line) => line.includesTax);
  return {
    ...{ ...kit.head, language: kit.language, title: words.invoice, recipient },
    facts: [
      [words.invoiceNumber, invoiceNumberOf(order)],
      [words.invoiceDate, date(order.placedAt)],
      [words.order, order.number],
    ],
    address: isElsewhere ? { label: words.deliveredTo, lines: delivery } : null,
    columns: columnsOf(kit),
    rows: order.lines.map((line, index) => [
      { text: String(index + 1) },
      itemCell(line, kit),
      { text: String(line.quantity) },
      { text: money(line.unitPrice) },
      { text: percent(line.taxRate) },
      { text: money(line.subtotal) },
    ]),
    sums: sumsOf(order, kit),
    notes: [order.isTaxExempt ? words.taxExempt : includesTax ? words.pricesWithTax : words.pricesWithoutTax],
    page: words.page,
  };
}
