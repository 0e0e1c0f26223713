import { describe, expect, test } from 'vitest';
import { paymentStates } from '../../../contract/payments/payment-schemas.ts';
import { allowedOperations, pathBetween, paymentMoves, requireAllowed } from './payment-states.ts';
import type { PaymentState } from './stored-payment.ts';

const capture = 'payments.payments.capture';
const cancel = 'payments.payments.cancel';
const refund = 'payments.payments.refund';

/** A payment of 100 as it usually is in a state. */
function usual(state: PaymentState) {
  const none = {
    id: 'pay_1',
    state,
    capturable: 0,
    captured: 0,
    refunded: 0,
    refundPending: 0,
    withdrawn: 0,
  };
  const amounts: Partial<Record<PaymentState, object>> = {
    authorized: { capturable: 100 },
    partially_captured: { captured: 40, capturable: 60 },
    captured: { captured: 100 },
    partially_refunded: { captured: 100, refunded: 30 },
    refunded: { captured: 100, refunded: 100 },
    disputed: { captured: 100, withdrawn: 100 },
    lost: { captured: 100, withdrawn: 100 },
  };
  return { ...none, ...amounts[state] };
}

test.each<[PaymentState, string[]]>([
  ['pending', [cancel]],
  ['requires_action', [cancel]],
  ['authorized', [capture, cancel]],
  ['partially_captured', [capture, refund]],
  ['captured', [refund]],
  ['partially_refunded', [refund]],
  ['refunded', []],
  ['cancelled', []],
  ['failed', [cancel]],
  ['disputed', []],
  ['lost', []],
])('a payment that is %s allows %j', (state, operations) => {
  expect(allowedOperations(usual(state))).toEqual(operations);
});

test('what was released after a partial capture can not be captured', () => {
  expect(allowedOperations({ ...usual('partially_captured'), capturable: 0 })).toEqual([refund]);
});

test('what is being refunded can not be refunded again', () => {
  expect(allowedOperations({ ...usual('captured'), refundPending: 100 })).toEqual([]);
});

test('a move that is not possible is refused with the state and what is', () => {
  expect(() => requireAllowed(usual('captured'), cancel)).toThrowError(
    'Payment pay_1 is in the state "captured", so payments.payments.cancel is not possible. ' +
      'It allows payments.payments.refund.',
  );
});

describe('the table', () => {
  test('leads into every state from the first, and names only states', () => {
    for (const state of paymentStates) expect(pathBetween('pending', state), state).toBeDefined();
  });

  test('has each move once', () => {
    const names = paymentMoves.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('leads nowhere from where a payment has ended without money', () => {
    expect(pathBetween('cancelled', 'authorized')).toBeUndefined();
  });

  test('tells of every step on the way', () => {
    const path = pathBetween('requires_action', 'refunded') ?? [];
    expect(path.map(({ to }) => to)).toEqual(['authorized', 'partially_captured', 'refunded']);
  });
});
