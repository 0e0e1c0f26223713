import { expect, test } from 'vitest';
import { type Allowance, take } from './allowance.ts';

const rate = { atOnce: 3, perSecond: 10 };

function cameAt(times: readonly number[]): boolean[] {
  let allowance: Allowance = { left: rate.atOnce, at: 0 };
  return times.map((now) => {
    const taken = take(allowance, rate, now);
    allowance = taken.allowance;
    return taken.isAllowed;
  });
}

test('so many come at once, and then so many a second', () => {
  expect(cameAt([0, 0, 0, 0, 50, 100, 100])).toEqual([true, true, true, false, false, true, false]);
});

test('a long silence saves up no more than comes at once', () => {
  expect(cameAt([60_000, 60_000, 60_000, 60_000])).toEqual([true, true, true, false]);
});
