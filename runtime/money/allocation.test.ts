import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateByLargestRemainder } from './allocation.ts';

const sumOf = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

describe('allocation by largest remainder', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [0, 3, 1], [0, 8, 2]],
    [7, [0, 0], [4, 3]],
    [0, [5, 5], [0, 0]],
    [5, [], []],
  ])('%s over %j is %j', (amount, weights, parts) => {
    expect(allocateByLargestRemainder(amount, weights)).toEqual(parts);
  });

  test('parts add up to the amount, and none is more than its weight', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const amount = Math.floor(sumOf(given) * share);
        const parts = allocateByLargestRemainder(amount, given);
        expect(sumOf(parts)).toBe(amount);
        expect(parts.every((part, index) => part >= 0 && part <= (given[index] ?? 0))).toBe(true);
      }),
    );
  });
});
