import type { Context, StepsContext } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { cancelFulfilment } from '../fulfilments/fulfilment-handlers.ts';
import { releaseStock, surplusStock, takeStock } from '../fulfilments/held-stock.ts';
import { checkedUnits, openUnits } from '../fulfilments/line-units.ts';
import { fulfilments } from '../fulfilments/stored-fulfilment.ts';
import { makeRefund, moneyDueIn } from '../refunds/make-refund.ts';
import { creditOf, sumOfCredit, withCredit } from '../refunds/refund-figures.ts';
import { completeWhenDone, performOrderMove } from './move-order.ts';
import { owed, owedToCustomer } from './order-figures.ts';
import { moveOrder, requireWork } from './order-states.ts';
import { requireVersion } from './require-version.ts';
import { type OrderLine, presentOrder, type StoredOrder } from './stored-order.ts';
import { happened, timeline } from './timeline.ts';
import { changedLines, openOrder, writeOrder } from './write-order.ts';

type CancelInput = InputOf<OrderOperations['orders.orders.cancel']>;

/** Ids that are the same in every run of the request: what is there already was done by an earlier run. */
export interface CancellationIds {
  readonly entryId: string;
  readonly refundId: string;
}

/** Parcels that were not sent are taken apart. */
async function cancelOpenFulfilments(
  context: Context,
  order: StoredOrder,
  reason: string | undefined,
): Promise<StoredOrder> {
  let current = order;
  const where = { group: `order:${order.id}` };
  const { items } = await context.store.query(fulfilments, { index: 'byGroup', where, pageSize: 1000 });
  for (const { document: fulfilment } of items) {
    if (fulfilment.state !== 'planned' && fulfilment.state !== 'packed') continue;
    current = await cancelFulfilment(context, { order: current, fulfilment }, reason);
  }
  return current;
}

function refuseShipped(line: OrderLine): never {
  throw problem(orderProblems.orderUnits, {
    detail: `${line.fulfilledQuantity} units of "${line.title}" are shipped: they can be returned, not cancelled.`,
    details: { lineId: line.id, requested: line.quantity, available: openUnits(line) },
  });
}

/** Gives back what a cancellation leaves the customer owed. */
async function refundOwed(
  context: Context,
  order: StoredOrder,
  credit: Parameters<typeof sumOfCredit>[0],
  { refundId }: CancellationIds,
  reason: string | undefined,
): Promise<StoredOrder> {
  const amount = owedToCustomer(order);
  if (amount === 0) return order;
  const made = await makeRefund(context, order, {
    id: refundId,
    kind: 'cancellation',
    credit,
    amount,
    reason,
  });
  return made.order;
}

/** Cancels a whole order: its stock is free, and it costs nothing more. */
export async function cancelWhole(
  context: Context,
  order: StoredOrder,
  operation: 'orders.orders.cancel' | 'orders.orders.decline',
  { refund = true, reason }: { readonly refund?: boolean | undefined; readonly reason?: string | undefined },
  ids: CancellationIds,
): Promise<StoredOrder> {
  moveOrder(order, operation);
  const shipped = order.lines.find(({ fulfilledQuantity }) => fulfilledQuantity > 0);
  if (shipped) refuseShipped(shipped);
  const current = await cancelOpenFulfilments(context, order, reason);
  await releaseStock(context, current.internal.stock);
  const units = new Map(current.lines.map((line) => [line.id, openUnits(line)]));
  const lines = changedLines(current, units, (line, quantity) => ({
    cancelledQuantity: line.cancelledQuantity + quantity,
  }));
  const credit = creditOf(current, { units, shipping: true });
  // What was credited as goodwill before is not credited again.
  const whole = { ...credit, other: owed(current) - sumOfCredit(credit) };
  const moved = await performOrderMove(context, current, operation, {
    ...{ reason, entryId: ids.entryId },
    ...(refund ? withCredit({ ...current, lines }, whole) : { lines }),
    internal: { ...current.internal, stock: [], moneyDueAt: moneyDueIn(context) },
  });
  return refund ? refundOwed(context, moved, whole, ids, reason) : moved;
}

async function cancelUnits(
  context: Context,
  order: StoredOrder,
  units: ReadonlyMap<string, number>,
  { refund = true, reason }: CancelInput,
  ids: CancellationIds,
): Promise<StoredOrder> {
  const lines = changedLines(order, units, (line, quantity) => ({
    cancelledQuantity: line.cancelledQuantity + quantity,
  }));
  const surplus = surplusStock({ ...order, lines });
  const { taken, left } = await takeStock(context, order, surplus, { reserves: false });
  await releaseStock(context, taken);
  const credit = creditOf(order, { units });
  const written = await writeOrder(context, order, {
    ...(refund ? withCredit({ ...order, lines }, credit) : { lines }),
    internal: { ...order.internal, stock: left },
  });
  const count = [...units.values()].reduce((sum, quantity) => sum + quantity, 0);
  await happened(context, order.id, 'order.units_cancelled', presentOrder(written), {
    ...{ id: ids.entryId, message: `${count} units were cancelled.`, reason, isShownToCustomer: true },
  });
  const settled = refund ? await refundOwed(context, written, credit, ids, reason) : written;
  return completeWhenDone(context, settled);
}

/** Cancels an order or units of it, once, however often the request is run. */
export async function cancel(
  context: Context,
  input: CancelInput,
  ids: CancellationIds,
  asked: Pick<StepsContext, 'expectedVersion'>,
): Promise<void> {
  const order = await openOrder(context, input.orderId, { lock: true });
  if (await context.store.get(timeline, ids.entryId)) return;
  requireVersion(asked, order);
  const { lines } = input;
  if (lines === undefined) {
    await cancelWhole(context, order, 'orders.orders.cancel', input, ids);
    return;
  }
  requireWork(order, 'orders.orders.cancel of lines');
  const units = checkedUnits(order.lines, lines, openUnits, 'cancelled');
  const isAll = order.lines.every(
    (line) =>
      line.fulfilledQuantity === 0 && line.quantity - line.cancelledQuantity === (units.get(line.id) ?? 0),
  );
  // What was sent and lost on its way is given up in a completed order, which stays one.
  if (isAll && order.state !== 'completed')
    await cancelWhole(context, order, 'orders.orders.cancel', input, ids);
  else await cancelUnits(context, order, units, input, ids);
}
