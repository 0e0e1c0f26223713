import type { Context } from '../../../context/context.ts';
import { balanceOf } from './order-figures.ts';
import { moveOrder, type OrderMove } from './order-states.ts';
import { type NewOrder, presentOrder, type StoredOrder } from './stored-order.ts';
import { happened } from './timeline.ts';
import { writeOrder } from './write-order.ts';

/** Moves by what is done with the order itself; others come with what is done with something of it. */
type OwnMove = Exclude<OrderMove['operation'], 'orders.returns.complete'>;

const messages = {
  'orders.orders.confirm': 'It was confirmed.',
  'orders.orders.approve': 'It was approved, and so confirmed.',
  'orders.orders.decline': 'It was declined, and so cancelled.',
  'orders.orders.complete': 'It is fulfilled and paid.',
  'orders.orders.cancel': 'It was cancelled.',
} as const satisfies Record<OwnMove, string>;

/**
 * Moves a locked order along its table, with what else changes, its event and the entry in its timeline.
 * @throws {Problem} `order_state`.
 */
export async function performOrderMove(
  context: Context,
  order: StoredOrder,
  operation: OwnMove,
  { reason, entryId, ...change }: Partial<NewOrder> & { reason?: string | undefined; entryId?: string } = {},
): Promise<StoredOrder> {
  const { to, event } = moveOrder(order, operation);
  const now = context.clock.now().toISOString();
  const moved = await writeOrder(context, order, {
    ...change,
    state: to,
    ...(to === 'confirmed' ? { confirmedAt: now } : {}),
    ...(to === 'completed' ? { completedAt: now } : {}),
    ...(to === 'cancelled' ? { cancelledAt: now, cancelReason: reason ?? null } : {}),
  });
  await happened(context, order.id, event, presentOrder(moved), {
    ...{ message: messages[operation], reason, isShownToCustomer: to === 'cancelled' },
    ...(entryId === undefined ? {} : { id: entryId }),
  });
  return moved;
}

/** Whether everything is fulfilled and paid. */
export function isDone(order: StoredOrder): boolean {
  const isPaid = balanceOf(order) <= 0 && !['disputed', 'lost'].includes(order.paymentState);
  return order.fulfilmentState === 'fulfilled' && isPaid;
}

/** Completes an order that has become complete by what was just written. */
export async function completeWhenDone(context: Context, order: StoredOrder): Promise<StoredOrder> {
  if (order.state !== 'confirmed' || !isDone(order)) return order;
  return performOrderMove(context, order, 'orders.orders.complete');
}
