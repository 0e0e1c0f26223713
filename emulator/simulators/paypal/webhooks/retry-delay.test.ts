import { expect, test } from 'vitest';
import { mostAttempts, retryDelay } from './retry-delay.ts';

test('25 retries, each later than the one before, take about three days', () => {
  const delays = Array.from({ length: mostAttempts - 1 }, (_, index) => retryDelay(index + 1));
  expect(delays).toEqual([...delays].sort((left, right) => left - right));
  const days = delays.reduce((sum, delay) => sum + delay, 0) / 86_400_000;
  expect(days).toBeGreaterThan(2.9);
  expect(days).toBeLessThan(3.1);
});
