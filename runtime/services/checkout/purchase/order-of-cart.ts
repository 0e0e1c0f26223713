import type { Static } from 'typebox';
import type { Context, StepsContext } from '../../../context/context.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';

export type Order = Static<OrderOperations['orders.orders.get']['output']>;

/** An operation's record is the contract's, typed by its id. */
export function orderOperation<Id extends keyof OrderOperations>(
  { contract }: Pick<Context, 'contract'>,
  id: Id,
): OrderOperations[Id] {
  return contract.operation(id) as OrderOperations[Id];
}

/** The order that a cart became. */
export function orderOf(context: Context | StepsContext, orderId: string): Promise<Order> {
  return context.call(orderOperation(context, 'orders.orders.get'), { orderId });
}
