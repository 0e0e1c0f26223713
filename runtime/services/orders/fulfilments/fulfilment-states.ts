import { orderProblems } from '../../../contract/orders/index.ts';
import { moveBy, type StateMove } from '../state-table.ts';
import type { Fulfilment } from './stored-fulfilment.ts';

export type FulfilmentState = Fulfilment['state'];

/** The life of a fulfilment, as data: the diagram in the documentation is drawn from it. */
export const fulfilmentMoves = [
  {
    ...({ from: 'planned', to: 'packed', operation: 'orders.fulfilments.pack', by: 'caller' } as const),
    ...({ guard: 'none', event: 'fulfilment.packed' } as const),
  },
  {
    ...({ from: 'packed', to: 'shipped', operation: 'orders.fulfilments.ship', by: 'caller' } as const),
    ...({ guard: 'confirmed and paid or authorized: stock falls', event: 'fulfilment.shipped' } as const),
  },
  {
    ...({ from: 'shipped', to: 'delivered', operation: 'orders.fulfilments.deliver', by: 'caller' } as const),
    ...({ guard: 'none', event: 'fulfilment.delivered' } as const),
  },
  {
    ...({ from: 'planned', to: 'cancelled', operation: 'orders.fulfilments.cancel', by: 'caller' } as const),
    ...({ guard: 'none: its units are free', event: 'fulfilment.cancelled' } as const),
  },
  {
    ...({ from: 'packed', to: 'cancelled', operation: 'orders.fulfilments.cancel', by: 'caller' } as const),
    ...({ guard: 'none: its units are free', event: 'fulfilment.cancelled' } as const),
  },
  {
    ...({ from: 'shipped', to: 'lost', operation: 'orders.fulfilments.markLost', by: 'caller' } as const),
    ...({ guard: 'none of it is being returned', event: 'fulfilment.lost' } as const),
  },
  {
    ...{
      from: 'shipped',
      to: 'returned_to_sender',
      operation: 'orders.fulfilments.returnToSender',
      by: 'caller',
    },
    ...({ guard: 'none of it is being returned', event: 'fulfilment.returned_to_sender' } as const),
  } as const,
] as const satisfies readonly StateMove<FulfilmentState>[];

export type FulfilmentMove = (typeof fulfilmentMoves)[number];

/** Where an operation leads. Throws `fulfilment_state` where the state doesn't allow it. */
export function moveFulfilment(
  fulfilment: Pick<Fulfilment, 'id' | 'state'>,
  operation: FulfilmentMove['operation'],
): FulfilmentMove {
  return moveBy<FulfilmentState, FulfilmentMove>(
    fulfilmentMoves,
    orderProblems.fulfilmentState,
    fulfilment,
    operation,
  );
}
