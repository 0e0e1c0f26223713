import { orderProblems } from '../../../contract/orders/index.ts';
import { moveBy, type StateMove } from '../state-table.ts';
import type { Return } from './stored-return.ts';

export type ReturnState = Return['state'];

/** The life of a return, as data: the diagram in the documentation is drawn from it. */
export const returnMoves = [
  {
    ...({ from: 'requested', to: 'approved', operation: 'orders.returns.approve', by: 'caller' } as const),
    ...({ guard: 'none', event: 'return.approved' } as const),
  },
  {
    ...({ from: 'requested', to: 'declined', operation: 'orders.returns.decline', by: 'caller' } as const),
    ...({ guard: 'with a reason: its units are free', event: 'return.declined' } as const),
  },
  {
    ...({ from: 'approved', to: 'in_transit', operation: 'orders.returns.shipBack', by: 'caller' } as const),
    ...({ guard: 'none', event: 'return.in_transit' } as const),
  },
  {
    ...({ from: 'in_transit', to: 'received', operation: 'orders.returns.receive', by: 'caller' } as const),
    ...({ guard: 'none', event: 'return.received' } as const),
  },
  {
    ...({ from: 'received', to: 'inspected', operation: 'orders.returns.inspect', by: 'caller' } as const),
    ...({ guard: 'every unit has a disposition: stock is counted', event: 'return.inspected' } as const),
  },
  {
    ...({ from: 'inspected', to: 'completed', operation: 'orders.returns.complete', by: 'caller' } as const),
    ...({ guard: 'none: the money is given back', event: 'return.completed' } as const),
  },
  {
    ...({ from: 'requested', to: 'cancelled', operation: 'orders.returns.cancel', by: 'caller' } as const),
    ...({ guard: 'none: its units are free', event: 'return.cancelled' } as const),
  },
  {
    ...({ from: 'approved', to: 'cancelled', operation: 'orders.returns.cancel', by: 'caller' } as const),
    ...({ guard: 'none: its units are free', event: 'return.cancelled' } as const),
  },
] as const satisfies readonly StateMove<ReturnState>[];

export type ReturnMove = (typeof returnMoves)[number];

/** Where an operation leads. Throws `return_state` where the state doesn't allow it. */
export function moveReturn(
  found: Pick<Return, 'id' | 'state'>,
  operation: ReturnMove['operation'],
): ReturnMove {
  return moveBy<ReturnState, ReturnMove>(returnMoves, orderProblems.returnState, found, operation);
}
