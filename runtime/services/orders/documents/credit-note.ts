import type { Static } from 'typebox';
import type { Order } from '../../../contract/orders/order-schemas.ts';
import type { OrderRefund } from '../../../contract/orders/refunds.ts';
import type { DocumentKit } from './document-kit.ts';
import { invoiceNumberOf, itemCell } from './invoice.ts';
import type { SalesDocument } from './sales-document.ts';

/** What a refund gave back. `position` is its place among the order's refunds, from 1. */
export function creditNote(
  order: Static<typeof Order>,
  refund: Static<typeof OrderRefund>,
  position: number,
  kit: DocumentKit,
): SalesDocument {
  const { words, money, date } = kit;
  const rows = refund.lines.flatMap(({ lineId, quantity, amount }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? [[itemCell(line, kit), { text: String(quantity) }, { text: money(amount) }]] : [];
  });
  const others = [
    ...(refund.shipping.amount === 0 ? [] : [[words.shipping, refund.shipping] as const]),
    ...(refund.other.amount === 0 ? [] : [[words.other, refund.other] as const]),
  ];
  return {
    ...{ ...kit.head, language: kit.language, title: words.creditNote },
    recipient: kit.address(order.billingAddress ?? order.shippingAddress, order.email),
    facts: [
      [words.creditNoteNumber, `CN-${order.number}-${position}`],
      [words.creditNoteDate, date(refund.createdAt)],
      [words.ofInvoice, invoiceNumberOf(order)],
    ],
    address: null,
    columns: [
      { label: words.item, align: 'left' },
      { label: words.quantity, width: 60, align: 'right' },
      { label: words.amount, width: 100, align: 'right' },
    ],
    rows: [
      ...rows,
      ...others.map(([label, amount]) => [{ text: label }, { text: '' }, { text: money(amount) }]),
    ],
    sums: [{ label: words.refunded, amount: money(refund.amount), isTotal: true }],
    notes: refund.reason === null ? [] : [refund.reason],
    page: words.page,
  };
}
