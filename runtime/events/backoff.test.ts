import { expect, it } from 'vitest';
import { maximumAttempts, retryDelaySeconds } from './backoff.ts';

it('waits twice as long after each failure, two hours at most', () => {
  expect([1, 2, 3, 4, 12].map(retryDelaySeconds)).toEqual([1, 2, 4, 8, 2048]);
  expect(retryDelaySeconds(maximumAttempts)).toBe(7200);
});

it('goes on trying for the greater part of a day', () => {
  let seconds = 0;
  for (let attempt = 1; attempt < maximumAttempts; attempt += 1) seconds += retryDelaySeconds(attempt);
  expect(seconds / 3600).toBeGreaterThan(12);
  expect(seconds / 3600).toBeLessThan(24);
});
