import type { Static } from 'typebox';
import type { Context, StepsContext } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';

export type Order = Static<OrderOperations['orders.orders.get']['output']>;

/** The order that a cart became. */
export function orderOf(context: Context | StepsContext, orderId: string): Promise<Order> {
  return context.call(operationOf(context, 'orders.orders.get'), { orderId });
}
