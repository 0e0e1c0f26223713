import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('an endpoint that fails is down to one request at a time, and back at 16 when it succeeds', () => {
  const pace = new Pace();
  for (let count = 0; count < 5; count += 1) pace.failed();
  expect(pace.concurrency).toBe(1);
  for (let count = 0; count < 40; count += 1) pace.succeeded();
  expect(pace.concurrency).toBe(16);
});

test('turns are as far apart as the endpoint wants', () => {
  const pace = new Pace();
  expect([pace.turnIn(10, 5000), pace.turnIn(10, 5000), pace.turnIn(10, 5050)]).toEqual([0, 100, 150]);
  expect(pace.turnIn(10, 9000)).toBe(0);
  expect(pace.turnIn(null, 9000)).toBe(0);
});
