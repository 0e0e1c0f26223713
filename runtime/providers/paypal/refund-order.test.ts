import { expect, test } from 'vitest';
import { partsOf } from './refund-order.ts';

const captures = [
  { id: 'A', amount: 4000 },
  { id: 'B', amount: 6000 },
];

test.each([
  [0, []],
  [4000, [{ captureId: 'A', amount: 4000 }]],
  [4001, [{ captureId: 'B', amount: 4001 }]],
  [
    7000,
    [
      { captureId: 'A', amount: 4000 },
      { captureId: 'B', amount: 3000 },
    ],
  ],
])('%i is refunded from as few captures as have it', (amount, parts) => {
  expect(partsOf(captures, amount)).toEqual(parts);
});
