import type { Context } from '../../../context/context.ts';
import { moneyText } from '../../../money/index.ts';
import { cancelFulfilment } from '../fulfilments/fulfilment-handlers.ts';
import { openUnits } from '../fulfilments/line-units.ts';
import type { StoredFulfilment } from '../fulfilments/stored-fulfilment.ts';
import { newLine } from '../orders/create-order.ts';
import { figureFaults } from '../orders/figure-faults.ts';
import { owedToCustomer } from '../orders/order-figures.ts';
import type { HeldStock, NewOrder, OrderLine, StoredOrder } from '../orders/stored-order.ts';
import { happened } from '../orders/timeline.ts';
import { withDerived, writeOrder } from '../orders/write-order.ts';
import { makeRefund } from '../refunds/make-refund.ts';
import { noCredit } from '../refunds/refund-figures.ts';
import { moveStock } from './move-stock.ts';
import type { PlannedEdit } from './plan-edit.ts';
import { type OrderEdit, orderEdits } from './stored-edit.ts';

export interface EditToMake {
  readonly id: string;
  /** Of the refund of the difference; null leaves what is owed to whoever makes the edit. */
  readonly refundId: string | null;
  readonly reason?: string | undefined;
  readonly returnId?: string;
  /** Stock that is reserved for the units that come already. */
  readonly held?: readonly HeldStock[];
  /** What else is written with it. */
  readonly change?: Partial<NewOrder>;
}

/** Lines as planned, with what has become of their units. */
function editedLines(lines: readonly OrderLine[], { after }: PlannedEdit): OrderLine[] {
  return after.lines.map((line, index) => {
    const old = lines.find(({ id }) => id === line.id);
    return old ? { ...old, ...line, unitPrice: old.unitPrice } : newLine(line, index);
  });
}

/** The order as it would be: nothing is written. */
export function withEdit(order: StoredOrder, planned: PlannedEdit): StoredOrder {
  return withDerived({ ...order, ...planned.after, lines: editedLines(order.lines, planned) });
}

/** What is given back because the order costs less; minor units. */
export function refundOfEdit(edited: StoredOrder, { difference }: PlannedEdit): number {
  return difference < 0 ? Math.min(owedToCustomer(edited), -difference) : 0;
}

/** Whether units in a parcel have to go: more of its line than are in none. */
function mustComeApart(order: StoredOrder, { lines }: StoredFulfilment, { after }: PlannedEdit): boolean {
  return lines.some(({ lineId }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    const left = after.lines.find(({ id }) => id === lineId)?.quantity ?? 0;
    return line !== undefined && line.quantity - left > openUnits(line);
  });
}

async function takeParcelsApart(
  context: Context,
  order: StoredOrder,
  planned: PlannedEdit,
): Promise<StoredOrder> {
  let current = order;
  for (const fulfilment of planned.planned) {
    if (!mustComeApart(current, fulfilment, planned)) continue;
    current = await cancelFulfilment(context, { order: current, fulfilment }, 'The order was edited.');
  }
  return current;
}

/**
 * Makes a planned edit of a locked order: parcels, stock, lines and figures, the refund of the difference, and the edit
 * itself, which keeps what the order was before.
 * @throws {Problem} `out_of_stock`.
 */
export async function performEdit(
  context: Context,
  order: StoredOrder,
  planned: PlannedEdit,
  { id, refundId, reason, returnId, held = [], change = {} }: EditToMake,
): Promise<{ readonly order: StoredOrder; readonly edit: OrderEdit }> {
  const { before, after, difference } = planned;
  const [fault] = figureFaults({ ...after, currency: order.currency });
  if (fault) throw new Error(`Edited, order ${order.id} would not add up: ${fault.pointer} ${fault.message}`);
  const current = await takeParcelsApart(context, order, planned);
  const lines = editedLines(current.lines, planned);
  const stock = await moveStock(context, current, lines, held);
  const { lines: _lines, ...content } = after;
  const written = await writeOrder(context, current, {
    ...{
      ...content,
      lines: editedLines(current.lines, planned),
      editedAt: context.clock.now().toISOString(),
    },
    ...{ internal: { ...current.internal, stock }, ...change },
  });
  const amount = refundId === null ? 0 : refundOfEdit(written, planned);
  const settled =
    refundId === null || amount === 0
      ? written
      : (await makeRefund(context, written, { id: refundId, kind: 'edit', credit: noCredit, amount, reason }))
          .order;
  const { kind, id: actorId } = context.actor;
  const money = (minor: number) => ({ amount: minor, currency: order.currency });
  const edit = await context.store.insert(orderEdits, {
    ...{ id, orderId: order.id, actor: { kind, id: actorId }, reason: reason ?? null, before, after },
    ...{
      difference: money(difference),
      refundId: amount === 0 ? null : refundId,
      returnId: returnId ?? null,
    },
  });
  const total = (content: typeof after) => moneyText(content.totals.total.gross);
  await happened(context, order.id, 'order.edited', edit, {
    message:
      difference === 0
        ? `It was changed, and costs ${total(after)} still.`
        : `It was changed, and costs ${total(after)} instead of ${total(before)}.`,
    ...{ reason, editId: id, isShownToCustomer: true, refundId: edit.refundId, returnId: edit.returnId },
    changes: [{ field: 'total', before: total(before), after: total(after) }],
  });
  return { order: settled, edit };
}
