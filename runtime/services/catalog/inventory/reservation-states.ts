import { catalogProblems } from '../../../contract/catalog/index.ts';
import { problem } from '../../../contract/problem.ts';
import type { Reservation } from './collections.ts';

export type ReservationState = Reservation['state'];
export type ReservationMove = 'commit' | 'ship' | 'release' | 'expire';

/** The life of a reservation, as data: the diagram in the documentation is drawn from it. */
export const reservationMoves = [
  { from: 'held', to: 'committed', move: 'commit', by: 'caller', event: 'inventory.committed' },
  { from: 'held', to: 'released', move: 'release', by: 'caller', event: 'inventory.released' },
  { from: 'held', to: 'expired', move: 'expire', by: 'clock', event: 'inventory.released' },
  { from: 'committed', to: 'shipped', move: 'ship', by: 'caller', event: 'inventory.shipped' },
  { from: 'committed', to: 'released', move: 'release', by: 'caller', event: 'inventory.released' },
] as const satisfies readonly {
  from: ReservationState;
  to: ReservationState;
  move: ReservationMove;
  by: 'caller' | 'clock';
  event: string;
}[];

/** The moves a caller can make from a state. */
export function allowedMoves(state: ReservationState): readonly ReservationMove[] {
  return reservationMoves.filter((row) => row.from === state && row.by === 'caller').map((row) => row.move);
}

/** Where a move leads, with the event it causes. Throws `reservation_state` where the state doesn't allow it. */
export function moveReservation(
  reservation: Pick<Reservation, 'id' | 'state'>,
  move: ReservationMove,
): (typeof reservationMoves)[number] {
  const { id, state } = reservation;
  const row = reservationMoves.find((candidate) => candidate.from === state && candidate.move === move);
  if (row) return row;
  const allowed = allowedMoves(state);
  throw problem(catalogProblems.reservationState, {
    detail: `Reservation ${id} is ${state}, so it can not ${move}. ${
      allowed.length > 0 ? `It can ${allowed.join(' or ')}.` : 'It has ended; reserve again.'
    }`,
    details: { state, allowed },
  });
}
