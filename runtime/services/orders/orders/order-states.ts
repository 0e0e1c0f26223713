import { orderProblems } from '../../../contract/orders/index.ts';
import { moveBy, refuseMove, type StateMove } from '../state-table.ts';
import type { Order } from './stored-order.ts';

export type OrderState = Order['state'];

/** The life of an order, as data: the diagram in the documentation is drawn from it. */
export const orderMoves = [
  {
    ...({ from: 'open', to: 'confirmed', operation: 'orders.orders.confirm', by: 'caller' } as const),
    ...({ guard: 'none', event: 'order.confirmed' } as const),
  },
  {
    ...({ from: 'review', to: 'confirmed', operation: 'orders.orders.approve', by: 'caller' } as const),
    ...({ guard: 'none: what is authorized is captured', event: 'order.confirmed' } as const),
  },
  {
    ...({ from: 'review', to: 'cancelled', operation: 'orders.orders.decline', by: 'caller' } as const),
    ...({ guard: 'none: money and stock are given back', event: 'order.cancelled' } as const),
  },
  {
    ...({ from: 'confirmed', to: 'completed', operation: 'orders.orders.complete', by: 'caller' } as const),
    ...({ guard: 'everything is fulfilled and paid', event: 'order.completed' } as const),
  },
  {
    ...({ from: 'open', to: 'cancelled', operation: 'orders.orders.cancel', by: 'caller' } as const),
    ...({ guard: 'nothing is shipped: money and stock are given back', event: 'order.cancelled' } as const),
  },
  {
    ...({ from: 'confirmed', to: 'cancelled', operation: 'orders.orders.cancel', by: 'caller' } as const),
    ...({ guard: 'nothing is shipped: money and stock are given back', event: 'order.cancelled' } as const),
  },
  {
    ...({
      from: 'completed',
      to: 'confirmed',
      operation: 'orders.returns.complete',
      by: 'platform',
    } as const),
    ...({ guard: 'in an exchange: what comes instead is to be sent', event: 'order.edited' } as const),
  },
] as const satisfies readonly StateMove<OrderState>[];

export type OrderMove = (typeof orderMoves)[number];

/** In which states an operation that doesn't move the order can be done. */
export const orderWork = {
  'orders.edits.apply': ['open', 'review', 'confirmed'],
  'orders.orders.payBalance': ['open', 'review', 'confirmed', 'completed'],
  'orders.fulfilments.create': ['confirmed', 'completed'],
  'orders.fulfilments.ship': ['confirmed', 'completed'],
  'orders.orders.cancel of lines': ['open', 'confirmed', 'completed'],
  'orders.returns.request': ['confirmed', 'completed'],
  'orders.orders.anonymize': ['completed', 'cancelled'],
} as const satisfies Readonly<Record<string, readonly OrderState[]>>;

export type OrderWork = keyof typeof orderWork;

type Named = Pick<Order, 'id' | 'state'>;

function workIn(state: OrderState): string[] {
  const entries = Object.entries<readonly OrderState[]>(orderWork);
  return entries.filter(([, when]) => when.includes(state)).map(([operation]) => operation);
}

/** Where an operation leads. Throws `order_state` where the state doesn't allow it. */
export function moveOrder(order: Named, operation: OrderMove['operation']): OrderMove {
  const also = workIn(order.state);
  return moveBy<OrderState, OrderMove>(orderMoves, orderProblems.orderState, order, operation, also);
}

/** Throws `order_state` where something can't be done with the order now. */
export function requireWork(order: Named, work: OrderWork): void {
  const states: readonly OrderState[] = orderWork[work];
  if (states.includes(order.state)) return;
  refuseMove(orderMoves, orderProblems.orderState, order, work, workIn(order.state));
}
