import type { Context } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { requireWork } from '../orders/order-states.ts';
import { requireVersion } from '../orders/require-version.ts';
import { happened } from '../orders/timeline.ts';
import { changedLines, openOrder, writeOrder } from '../orders/write-order.ts';
import { takeStock, variantUnits } from './held-stock.ts';
import { checkedUnits, openUnits } from './line-units.ts';
import { type Fulfilment, fulfilments, presentFulfilment } from './stored-fulfilment.ts';
import { withTracking } from './tracking.ts';

type Create = InputOf<OrderOperations['orders.fulfilments.create']>;

/** Plans a parcel: its units are no longer open, and their stock is its own. */
export async function createFulfilment(
  context: Context,
  { orderId, lines: named, locationId, tracking = {} }: Create,
): Promise<Fulfilment> {
  const order = await openOrder(context, orderId, { lock: true });
  requireVersion(context, order);
  requireWork(order, 'orders.fulfilments.create');
  const all = order.lines
    .map((line) => ({ lineId: line.id, quantity: openUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
  const units = checkedUnits(order.lines, named ?? all, openUnits, 'planned');
  const [first] = order.lines;
  if (units.size === 0 && first) {
    throw problem(orderProblems.orderUnits, {
      detail: `Nothing is left to be fulfilled of order ${order.number}.`,
      details: { lineId: first.id, requested: 1, available: 0 },
    });
  }
  const wanted = variantUnits(order.lines, units);
  const { taken, left } = await takeStock(context, order, wanted, { locationId, reserves: true });
  const count = order.internal.fulfilmentCount + 1;
  await writeOrder(context, order, {
    lines: changedLines(order, units, (line, quantity) => ({
      plannedQuantity: line.plannedQuantity + quantity,
    })),
    internal: { ...order.internal, stock: left, fulfilmentCount: count },
  });
  const stored = await context.store.insert(fulfilments, {
    ...{ id: context.ids.next('ful'), orderId, number: `${order.number}-F${count}`, state: 'planned' },
    ...{ locationId: locationId ?? null, tracking: withTracking(undefined, tracking) },
    lines: order.lines.flatMap(({ id: lineId, variantId }) => {
      const quantity = units.get(lineId);
      return quantity === undefined ? [] : [{ lineId, variantId, quantity }];
    }),
    ...{ packedAt: null, shippedAt: null, deliveredAt: null, endedAt: null, reason: null },
    internal: { stock: taken },
  });
  const fulfilment = presentFulfilment(stored);
  await happened(context, orderId, 'fulfilment.created', fulfilment, {
    message: `Fulfilment ${fulfilment.number} was planned.`,
    fulfilmentId: fulfilment.id,
  });
  return fulfilment;
}
