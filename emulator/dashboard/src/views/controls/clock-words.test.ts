import { expect, test } from 'vitest';
import { distance, moveSummary } from './clock-words.ts';

test.each([
  [0, 'as the machine'],
  [60, '1 minute ahead of the machine'],
  [7200, '2 hours ahead of the machine'],
  [86_370, '1 day ahead of the machine'],
  [86_400 * 30, '30 days ahead of the machine'],
  [-86_400, '1 day behind the machine'],
])('%i seconds are told in words', (seconds, words) => {
  expect(distance(seconds)).toBe(words);
});

test('a move is told with what happened on the way', () => {
  const clock = { now: '2026-11-29T10:00:00.000Z', mode: 'moved', machine: '', aheadSeconds: 1 } as const;
  const moved = { from: '', clock, stops: 2, events: { 'cart.abandoned': 3 }, work: { 'carts.expire': 0 } };
  expect(moveSummary(moved)).toMatch(/2 moments at which something was due: 3 × cart\.abandoned\.$/);
  expect(moveSummary({ ...moved, stops: 1, events: {} })).toMatch(/1 moment at which something was due\.$/);
});
