import type { Context } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { checkedUnits, returnableUnits } from '../fulfilments/line-units.ts';
import { requireWork } from '../orders/order-states.ts';
import { reachOrder } from '../orders/order-token.ts';
import { requireVersion } from '../orders/require-version.ts';
import { happened } from '../orders/timeline.ts';
import { changedLines, writeOrder } from '../orders/write-order.ts';
import { creditOf, sumOfCredit } from '../refunds/refund-figures.ts';
import { describeExchange } from './exchange.ts';
import { type Return, returns } from './stored-return.ts';

type Request = InputOf<OrderOperations['orders.returns.request']>;

/** Units are taken out of what can be returned under the order's lock, so two requests never share one. */
export async function requestReturn(
  context: Context,
  { orderId, orderToken, lines, note, exchange = [] }: Request,
): Promise<Return> {
  const order = await reachOrder(context, { orderId, orderToken }, 'orders:write', { lock: true });
  requireVersion(context, order);
  requireWork(order, 'orders.returns.request');
  const units = checkedUnits(order.lines, lines, returnableUnits, 'returned');
  const wanted = await describeExchange(context, order, exchange);
  const count = order.internal.returnCount + 1;
  const money = (amount: number) => ({ amount, currency: order.currency });
  await writeOrder(context, order, {
    lines: changedLines(order, units, (line, quantity) => ({
      returningQuantity: line.returningQuantity + quantity,
    })),
    internal: { ...order.internal, returnCount: count },
  });
  const variantOf = new Map(order.lines.map(({ id, variantId }) => [id, variantId]));
  const found = await context.store.insert(returns, {
    ...{ id: context.ids.next('ret'), orderId, number: `${order.number}-R${count}`, state: 'requested' },
    lines: lines.map(({ lineId, quantity, reason, note: why = null }) => ({
      ...{ lineId, variantId: variantOf.get(lineId) ?? '', quantity, reason, note: why },
      ...{ restocked: 0, damaged: 0, discarded: 0 },
    })),
    exchange: wanted,
    ...{ note: note ?? null, tracking: { carrier: null, number: null, url: null }, locationId: null },
    ...{ credit: money(sumOfCredit(creditOf(order, { units }))), restockingFee: money(0) },
    ...{ refundId: null, editId: null, reason: null },
    ...{ approvedAt: null, receivedAt: null, inspectedAt: null, completedAt: null },
  });
  await happened(context, orderId, 'return.requested', found, {
    message: `Return ${found.number} was asked for.`,
    ...{ returnId: found.id, isShownToCustomer: true },
  });
  return found;
}
