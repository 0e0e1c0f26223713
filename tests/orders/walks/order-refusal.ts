import { orderMoves, orderWork } from '../../../runtime/services/orders/orders/order-states.ts';
import type { Refusal } from './attempt.ts';

/** What refuses something that can't be done with an order in its state; it says what can. */
export function orderRefusal(state: string, operation: string): Refusal | undefined {
  const moves: readonly { readonly from: string; readonly operation: string; readonly by: string }[] =
    orderMoves;
  const work = Object.entries<readonly string[]>(orderWork);
  const isMove = moves.some((move) => move.from === state && move.operation === operation);
  const isWork = work.some(([name, states]) => name === operation && states.includes(state));
  if (isMove || isWork) return undefined;
  const allowed = [
    ...moves.filter(({ from, by }) => from === state && by === 'caller').map((move) => move.operation),
    ...work.filter(([, states]) => states.includes(state)).map(([name]) => name),
  ];
  return { status: 409, code: 'order_state', details: { state, allowed: allowed.sort() } };
}
