import { expect, test } from 'vitest';
import { requireRefundable } from './refundable.ts';

const charge = {
  id: 'ch_1',
  status: 'succeeded',
  amount: 1000,
  amount_refunded: 300,
  captured: true,
  refunded: false,
  disputed: false,
} as const;

test('refunds the rest unless an amount is given', () => {
  expect(requireRefundable(charge, undefined)).toBe(700);
  expect(requireRefundable(charge, 700)).toBe(700);
});

test.each([
  [{}, 701, /greater than unrefunded amount on charge \(700\)/],
  [{ amount_refunded: 1000, refunded: true }, undefined, /already been refunded/],
  [{ disputed: true }, undefined, /charged back/],
  [{ captured: false }, undefined, /not captured/],
])('refuses a charge that is %o', (state, amount, message) => {
  expect(() => requireRefundable({ ...charge, ...state }, amount)).toThrow(message);
});
