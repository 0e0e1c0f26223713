import type { Context, StepsContext } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import { type OrderOperations, orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { openUnits } from '../fulfilments/line-units.ts';
import { settleMoney } from '../refunds/settle-money.ts';
import { searchOrders } from '../search/search-orders.ts';
import { anonymizeOrder } from './anonymize-order.ts';
import { assignGuestOrders } from './assign-guest-orders.ts';
import { cancel, cancelWhole } from './cancel-order.ts';
import { createOrder } from './create-order.ts';
import { completeWhenDone, isDone, performOrderMove } from './move-order.ts';
import { orderLink } from './order-link.ts';
import { listOrders, listTimelines } from './order-lists.ts';
import { orderProgress } from './order-progress.ts';
import { moveOrder } from './order-states.ts';
import { reachOrder } from './order-token.ts';
import { confirmBalance, payBalance } from './pay-balance.ts';
import { requireVersion } from './require-version.ts';
import { presentOrder, type StoredOrder } from './stored-order.ts';
import { record, timeline } from './timeline.ts';
import { updateOrder } from './update-order.ts';
import { openOrder } from './write-order.ts';

type OrderOperation = Exclude<
  Extract<keyof OrderOperations, `orders.orders.${string}`>,
  `orders.orders.${'previewRefund' | 'refund' | 'listRefunds' | 'getRefund'}`
>;

const idsOf = (context: StepsContext) => ({
  entryId: context.stableId('otl'),
  refundId: context.stableId('oref'),
});

async function moved(
  context: Context,
  orderId: string,
  operation: 'orders.orders.confirm' | 'orders.orders.approve',
  reason: string | undefined,
) {
  const order = await openOrder(context, orderId, { lock: true });
  requireVersion(context, order);
  const confirmed = await performOrderMove(context, order, operation, { reason });
  return presentOrder(await completeWhenDone(context, confirmed));
}

function requireDone(order: StoredOrder): void {
  moveOrder(order, 'orders.orders.complete');
  if (isDone(order)) return;
  const open = order.lines.find((line) => openUnits(line) + line.plannedQuantity > 0);
  if (open) {
    const available = openUnits(open) + open.plannedQuantity;
    throw problem(orderProblems.orderUnits, {
      detail: `${available} units of "${open.title}" are not fulfilled yet.`,
      details: { lineId: open.id, requested: 0, available },
    });
  }
  throw problem(orderProblems.orderNotPaid, {
    detail: `Order ${order.number} is not paid in full.`,
    details: { paymentState: order.paymentState },
  });
}

/** Handlers of orders, in the contract's order. */
export const orderHandlers: Pick<HandlersOf<OrderOperations>, OrderOperation> = {
  async 'orders.orders.list'(context, input) {
    return listOrders(context, input);
  },

  async 'orders.orders.search'(context, input) {
    return searchOrders(context, input);
  },

  async 'orders.orders.get'(context, { orderId }) {
    return presentOrder(await openOrder(context, orderId));
  },

  async 'orders.orders.read'(context, key) {
    return presentOrder(await reachOrder(context, key, 'orders:read'));
  },

  async 'orders.orders.getLink'(context, { orderId }) {
    return orderLink(context, await openOrder(context, orderId));
  },

  async 'orders.orders.readProgress'(context, key) {
    const { id } = await reachOrder(context, key, 'orders:read');
    return orderProgress(context, id);
  },

  async 'orders.orders.listTimeline'(context, input) {
    await openOrder(context, input.orderId);
    const [page] = await listTimelines(context, [input]);
    // The one list that was asked for, of the shape that lists have.
    return page as Awaited<ReturnType<HandlersOf<OrderOperations>['orders.orders.listTimeline']>>;
  },

  async 'orders.orders.create'(context, input) {
    return presentOrder(await createOrder(context, input));
  },

  async 'orders.orders.update'(context, input) {
    return updateOrder(context, input);
  },

  async 'orders.orders.confirm'(context, { orderId, reason }) {
    return moved(context, orderId, 'orders.orders.confirm', reason);
  },

  async 'orders.orders.approve'(context, { orderId, reason }) {
    return moved(context, orderId, 'orders.orders.approve', reason);
  },

  async 'orders.orders.decline'(context, { orderId, reason }) {
    const ids = idsOf(context);
    await context.transaction(async (step) => {
      const order = await openOrder(step, orderId, { lock: true });
      if (await step.store.get(timeline, ids.entryId)) return;
      requireVersion(context, order);
      await cancelWhole(step, order, 'orders.orders.decline', { reason }, ids);
    });
    await settleMoney(context, orderId, ids.refundId);
    return presentOrder(await openOrder(context, orderId));
  },

  async 'orders.orders.complete'(context, { orderId, reason }) {
    const order = await openOrder(context, orderId, { lock: true });
    requireVersion(context, order);
    requireDone(order);
    return presentOrder(await performOrderMove(context, order, 'orders.orders.complete', { reason }));
  },

  async 'orders.orders.cancel'(context, input) {
    const ids = idsOf(context);
    await context.transaction((step) => cancel(step, input, ids, context));
    await settleMoney(context, input.orderId, ids.refundId);
    return presentOrder(await openOrder(context, input.orderId));
  },

  async 'orders.orders.payBalance'(context, input) {
    return payBalance(context, input);
  },

  async 'orders.orders.confirmBalance'(context, input) {
    return confirmBalance(context, input);
  },

  async 'orders.orders.addNote'(context, { orderId, text, isShownToCustomer = false }) {
    await openOrder(context, orderId, { lock: true });
    const note = await record(context, orderId, 'order.note_added', { message: text, isShownToCustomer });
    await context.emit('order.note_added', orderId, note);
    return note;
  },

  async 'orders.orders.assignGuestOrders'(context, { customerId, email }) {
    return { orderIds: await assignGuestOrders(context, customerId, email) };
  },

  async 'orders.orders.anonymize'(context, { orderId, reason }) {
    return anonymizeOrder(context, orderId, reason);
  },
};
