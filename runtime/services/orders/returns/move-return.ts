import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { NewDocument } from '../../../store/port.ts';
import { releaseStock } from '../fulfilments/held-stock.ts';
import { reachOrder } from '../orders/order-token.ts';
import { requireVersion } from '../orders/require-version.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { happened } from '../orders/timeline.ts';
import { changedLines, openOrder, writeOrder } from '../orders/write-order.ts';
import { heldForExchange } from './held-for-exchange.ts';
import { moveReturn, type ReturnMove } from './return-states.ts';
import { type Return, returns } from './stored-return.ts';

export interface OpenReturn {
  readonly order: StoredOrder;
  readonly found: Return;
}

export async function getReturn(
  { store }: { readonly store: Pick<Context['store'], 'get'> },
  id: string,
): Promise<Return> {
  const found = await store.get(returns, id);
  if (!found) throw problem(problems.notFound, { detail: `There is no return ${id}.` });
  return found;
}

/** A return and its order. The order is locked first, and so everything of it. */
export async function openReturn(context: Context, id: string): Promise<OpenReturn> {
  const { orderId } = await getReturn(context, id);
  const order = await openOrder(context, orderId, { lock: true });
  return { order, found: await getReturn(context, id) };
}

/** The same for a shopper, who has the order's token. Throws `order_token_needed` or `not_found`. */
export async function reachReturn(
  context: Context,
  { returnId, orderToken }: { readonly returnId: string; readonly orderToken?: string | undefined },
): Promise<OpenReturn> {
  const { orderId } = await getReturn(context, returnId);
  const order = await reachOrder(context, { orderId, orderToken }, 'orders:write', { lock: true });
  return { order, found: await getReturn(context, returnId) };
}

export function unitsOfReturn({ lines }: Pick<Return, 'lines'>): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of lines) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
}

const words = {
  approved: 'was approved',
  declined: 'was declined',
  in_transit: 'is on its way',
  received: 'has arrived',
  inspected: 'was inspected',
  completed: 'is completed',
  cancelled: 'was cancelled',
} as const satisfies Record<ReturnMove['to'], string>;

/** Writes a move of a return with its time and event. Throws `return_state`. */
export async function performReturnMove(
  context: Context,
  found: Return,
  operation: ReturnMove['operation'],
  {
    reason,
    entryId,
    ...change
  }: Omit<Partial<NewDocument<Return>>, 'reason'> & { reason?: string | undefined; entryId?: string } = {},
): Promise<Return> {
  requireVersion(context, found);
  const { to, event } = moveReturn(found, operation);
  const now = context.clock.now().toISOString();
  const ends = to === 'declined' || to === 'cancelled';
  const moved = await context.store.update(returns, found.id, () => ({
    ...{ ...found, ...change, state: to },
    ...(ends ? { reason: reason ?? null } : {}),
    ...(to === 'approved' ? { approvedAt: now } : {}),
    ...(to === 'received' ? { receivedAt: now } : {}),
    ...(to === 'inspected' ? { inspectedAt: now } : {}),
    ...(to === 'completed' ? { completedAt: now } : {}),
  }));
  await happened(context, moved.orderId, event, moved, {
    message: `Return ${moved.number} ${words[to]}.`,
    ...{ reason, returnId: moved.id, isShownToCustomer: to !== 'inspected' },
    ...(entryId === undefined ? {} : { id: entryId }),
  });
  return moved;
}

/** Ends a return whose units stay with the customer. */
export async function endReturn(
  context: Context,
  { order, found }: OpenReturn,
  operation: 'orders.returns.decline' | 'orders.returns.cancel',
  reason: string | undefined,
): Promise<Return> {
  moveReturn(found, operation);
  await writeOrder(context, order, {
    lines: changedLines(order, unitsOfReturn(found), (line, quantity) => ({
      returningQuantity: line.returningQuantity - quantity,
    })),
  });
  await releaseStock(context, heldForExchange(found));
  const exchange = found.exchange.map((line) => ({ ...line, reservationId: null }));
  return performReturnMove(context, found, operation, { reason, exchange });
}
