import type { StepsContext } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { settleMoney } from '../refunds/settle-money.ts';
import { cancelWhole } from './cancel-order.ts';
import { completeWhenDone, performOrderMove } from './move-order.ts';
import { orders } from './stored-order.ts';
import { openOrder } from './write-order.ts';

/** Which order an assessment was decided about. */
function orderIdIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { orderId } = data as { readonly orderId?: unknown };
  return typeof orderId === 'string' ? orderId : undefined;
}

async function decline(context: StepsContext, orderId: string): Promise<void> {
  const ids = { entryId: context.stableId('otl'), refundId: context.stableId('oref') };
  await context.transaction(async (step) => {
    const order = await openOrder(step, orderId, { lock: true });
    // Decided already, by a person or by this event before.
    if (order.state !== 'review') return;
    const reason = 'The review of its risk declined it.';
    await cancelWhole(step, order, 'orders.orders.decline', { reason }, ids);
  });
  await settleMoney(context, orderId, ids.refundId);
}

async function approve(context: StepsContext, orderId: string): Promise<void> {
  await context.transaction(async (step) => {
    const order = await openOrder(step, orderId, { lock: true });
    if (order.state !== 'review') return;
    await completeWhenDone(step, await performOrderMove(step, order, 'orders.orders.approve'));
  });
}

/** An order in review follows the decision about its risk. */
export const hearAssessments: Subscription = {
  name: 'orders.follow-reviews',
  events: ['fraud.approved', 'fraud.declined'],
  async handleSteps(context, { type, data }) {
    const orderId = orderIdIn(data);
    if (orderId === undefined || !(await context.store.get(orders, orderId))) return;
    if (type === 'fraud.approved') await approve(context, orderId);
    else await decline(context, orderId);
  },
};
