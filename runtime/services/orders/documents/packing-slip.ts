import type { Static } from 'typebox';
import type { Fulfilment } from '../../../contract/orders/fulfilments.ts';
import type { Order } from '../../../contract/orders/order-schemas.ts';
import type { DocumentKit } from './document-kit.ts';
import { itemCell } from './invoice.ts';
import type { SalesDocument } from './sales-document.ts';

/** What lies in a parcel, or is to be sent of an order that has none yet. No amounts: it may be a present. */
export function packingSlip(
  order: Static<typeof Order>,
  parcel: Static<typeof Fulfilment> | undefined,
  kit: DocumentKit,
): SalesDocument {
  const { words, date } = kit;
  const units = parcel
    ? parcel.lines
    : order.lines.map(({ id, quantity, cancelledQuantity }) => ({
        lineId: id,
        quantity: quantity - cancelledQuantity,
      }));
  const rows = units.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line && quantity > 0 ? [[itemCell(line, kit), { text: String(quantity) }]] : [];
  });
  return {
    ...{ ...kit.head, language: kit.language, title: words.packingSlip },
    recipient: kit.address(order.shippingAddress, order.email),
    facts: [
      [words.order, order.number],
      [words.orderDate, date(order.placedAt)],
      ...(parcel ? [[words.parcel, parcel.number] as const] : []),
      ...(parcel?.shippedAt ? [[words.shippedAt, date(parcel.shippedAt)] as const] : []),
      ...(parcel?.tracking.number ? [[words.tracking, parcel.tracking.number] as const] : []),
    ],
    address: null,
    columns: [
      { label: words.item, align: 'left' },
      { label: words.quantity, width: 60, align: 'right' },
    ],
    rows,
    sums: [],
    notes: order.note === null ? [] : [order.note],
    page: words.page,
  };
}
