import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { countOrder } from '../count-order.ts';
import { lockGenerations } from '../generations.ts';
import { capturesOf } from './captures-of.ts';
import { refundsOf } from './refunds-of.ts';
import type { SoldOrder } from './sales-of-order.ts';

async function orderOf(context: Context, orderId: string): Promise<SoldOrder | undefined> {
  try {
    return await context.call(operationOf(context, 'orders.orders.get'), { orderId });
  } catch (error) {
    if (error instanceof Problem && error.code === problems.notFound.code) return undefined;
    throw error;
  }
}

/** Counts an order as it is now; also in the figures that a rebuild is making. */
export async function followOrder(context: Context, orderId: string): Promise<void> {
  const { live, next } = await lockGenerations(context);
  const order = await orderOf(context, orderId);
  if (!order) return;
  const sold = {
    order,
    refunds: await refundsOf(context, orderId),
    captures: await capturesOf(context, order),
  };
  await countOrder(context, live, sold);
  if (next) await countOrder(context, next, sold);
}

export const orderSubscription: Subscription = {
  name: 'analytics.follow-orders',
  events: [
    ...['order.placed', 'order.edited', 'order.cancelled', 'order.units_cancelled', 'order.refunded'],
    ...['order.refund_failed', 'order.payment_changed', 'return.completed'],
  ],
  handle: (context, { subject }) => followOrder(context, subject),
};
