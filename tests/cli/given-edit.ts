import { aLine, anOrder, eur, idOf } from './given-order.ts';

const order = anOrder();
const {
  plannedQuantity: _planned,
  fulfilledQuantity: _fulfilled,
  cancelledQuantity: _cancelled,
  returningQuantity: _returning,
  returnedQuantity: _returned,
  refundedQuantity: _refunded,
  refundedAmount: _amount,
  ...soldLine
} = aLine('A', { quantity: 3 });
/** What an edit makes of the order: another unit of its line. */
const edited = {
  ...{ discounts: [], shippingAddress: null, billingAddress: null, shippingMethod: null },
  lines: [soldLine],
  totals: { ...order.totals, total: { net: eur(4000), tax: eur(760), gross: eur(4760) } },
};
export const anEditPreview = {
  ...{ ...edited, orderVersion: 1, difference: eur(1190), balance: eur(1190), problems: [] },
  ...{ outcome: 'pay', outcomeAmount: eur(1190) },
};
export const anEdit = {
  ...{ id: idOf('oedit'), version: 1, createdAt: order.createdAt, updatedAt: order.updatedAt },
  ...{ orderId: order.id, actor: { kind: 'secret', id: 'key' }, reason: 'Asked', before: edited },
  ...{ after: edited, difference: eur(1190), refundId: null, returnId: null },
};
