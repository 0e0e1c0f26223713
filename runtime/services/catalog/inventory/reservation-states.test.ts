import { expect, test } from 'vitest';
import { inventoryEvents } from '../../../contract/catalog/inventory.ts';
import { Problem } from '../../../contract/problem.ts';
import {
  allowedMoves,
  moveReservation,
  type ReservationMove,
  type ReservationState,
  reservationMoves,
} from './reservation-states.ts';

const states = ['held', 'committed', 'shipped', 'released', 'expired'] as const;
const moves = ['commit', 'ship', 'release', 'expire'] as const;

const table: Record<string, ReservationState> = {
  'held commit': 'committed',
  'held release': 'released',
  'held expire': 'expired',
  'committed ship': 'shipped',
  'committed release': 'released',
};

function refusalOf(state: ReservationState, move: ReservationMove): unknown {
  try {
    return moveReservation({ id: 'resv_1', state }, move).to;
  } catch (error) {
    return error;
  }
}

test.each(states.flatMap((state) => moves.map((move) => ({ state, move }))))(
  'a $state reservation and "$move"',
  ({ state, move }) => {
    const expected = table[`${state} ${move}`];
    const result = refusalOf(state, move);
    if (expected) {
      expect(result).toBe(expected);
      return;
    }
    expect(result).toBeInstanceOf(Problem);
    expect(result).toMatchObject({
      definition: { code: 'reservation_state', status: 409 },
      occurrence: { details: { state, allowed: allowedMoves(state) } },
    });
  },
);

test('callers are not offered what only the clock does', () => {
  expect(allowedMoves('held')).toEqual(['commit', 'release']);
  expect(allowedMoves('expired')).toEqual([]);
});

test('every event of the table is declared in the contract', () => {
  const declared = inventoryEvents.map((event) => event.type);
  expect(declared).toEqual(expect.arrayContaining([...new Set(reservationMoves.map((row) => row.event))]));
});
