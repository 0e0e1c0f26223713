import type { Made } from './made.ts';
import { step } from './step.ts';

const orderOf = ({ order }: Made) => ({ orderId: order.order.id });
const fulfilmentOf = ({ fulfilment }: Made) => ({ fulfilmentId: fulfilment.id });
const returnOf = (made: Made) => ({ returnId: made.return.id });
const oneUnit = ({ order }: Made) =>
  order.order.lines.slice(0, 1).map(({ id }) => ({ lineId: id, quantity: 1 }));

const reason = 'Triggered';

export const orderSteps = {
  orderChange: step('orders.orders.update', ['order'], (made) => ({
    ...{ ...orderOf(made), tags: ['triggered'] },
  })),
  orderNote: step('orders.orders.addNote', ['order'], (made) => ({
    ...{ ...orderOf(made), text: 'The customer called.' },
  })),
  orderEdit: step('orders.edits.apply', ['paidOrder'], (made) => ({
    ...{ ...orderOf(made), lines: oneUnit(made), reason },
  })),
  orderCancellation: step('orders.orders.cancel', ['approval'], (made) => ({ ...orderOf(made), reason })),
  unitsCancellation: step('orders.orders.cancel', ['approval'], (made) => ({
    ...{ ...orderOf(made), lines: oneUnit(made), reason },
  })),
  orderRefund: step('orders.orders.refund', ['paidOrder'], (made) => ({
    ...{ ...orderOf(made), lines: oneUnit(made), reason },
  })),
  orderAnonymization: step('orders.orders.anonymize', ['orderCancellation'], orderOf),
  fulfilment: step('orders.fulfilments.create', ['paidOrder'], orderOf),
  fulfilmentChange: step('orders.fulfilments.update', ['fulfilment'], (made) => ({
    ...{ ...fulfilmentOf(made), tracking: { carrier: 'DHL', number: '00340434161094042557' } },
  })),
  packing: step('orders.fulfilments.pack', ['fulfilment'], fulfilmentOf),
  shipment: step('orders.fulfilments.ship', ['packing'], fulfilmentOf),
  delivery: step('orders.fulfilments.deliver', ['shipment'], fulfilmentOf),
  fulfilmentCancellation: step('orders.fulfilments.cancel', ['fulfilment'], (made) => ({
    ...{ ...fulfilmentOf(made), reason },
  })),
  loss: step('orders.fulfilments.markLost', ['shipment'], (made) => ({ ...fulfilmentOf(made), reason })),
  undelivered: step('orders.fulfilments.returnToSender', ['shipment'], (made) => ({
    ...{ ...fulfilmentOf(made), reason },
  })),
  return: step('orders.returns.request', ['delivery'], (made) => ({
    ...orderOf(made),
    lines: oneUnit(made).map((line) => ({ ...line, reason: 'unwanted' as const })),
  })),
  returnApproval: step('orders.returns.approve', ['return'], returnOf),
  returnRefusal: step('orders.returns.decline', ['return'], (made) => ({ ...returnOf(made), reason })),
  returnShipment: step('orders.returns.shipBack', ['returnApproval'], returnOf),
  returnArrival: step('orders.returns.receive', ['returnShipment', 'warehouse'], (made) => ({
    ...{ ...returnOf(made), locationId: made.warehouse.id },
  })),
  returnInspection: step('orders.returns.inspect', ['returnArrival'], (made) => ({
    ...returnOf(made),
    lines: oneUnit(made).map((line) => ({ ...line, disposition: 'restock' as const })),
  })),
  returnCompletion: step('orders.returns.complete', ['returnInspection'], returnOf),
  returnCancellation: step('orders.returns.cancel', ['return'], returnOf),
};
