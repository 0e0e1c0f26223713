import { expect, test } from 'vitest';
import type { Outcome } from '../deliveries/delivery-states.ts';
import type { StoredAttempt } from '../deliveries/stored-delivery.ts';
import { failingSinceAfter, reasonToDisable } from './settle.ts';

const attempt = (at: string): StoredAttempt => ({
  ...{ number: 1, at, durationMilliseconds: 1, request: { url: '', headers: [] } },
  ...{ response: null, error: null, nextAttemptAt: null },
});
const failed = (at: string): Outcome => ({ kind: 'failed', attempt: attempt(at), retryAt: null });
const delivered: Outcome = { kind: 'delivered', attempt: attempt('') };
const waiting: Outcome = { kind: 'waiting', until: '' };
const [monday, tuesday] = ['2026-03-02T09:00:00.000Z', '2026-03-03T09:00:00.000Z'];

test.each<[string | null, Outcome[], string | null]>([
  [null, [failed(monday), failed(tuesday)], monday],
  [monday, [failed(tuesday)], monday],
  [monday, [failed(tuesday), delivered], null],
  [monday, [delivered, failed(tuesday)], tuesday],
  [monday, [waiting], monday],
])('failing since %j, after %j: since %j', (before, outcomes, after) => {
  expect(failingSinceAfter(before, outcomes)).toBe(after);
});

const afterDays = (days: number) => new Date(Date.parse(monday) + days * 86_400_000);

test('an endpoint is disabled by a failure after its days, and by nothing else', () => {
  const five = { disableAfterDays: 5 };
  expect(reasonToDisable(five, monday, [failed(tuesday)], afterDays(4.99))).toBeUndefined();
  expect(reasonToDisable(five, monday, [failed(tuesday)], afterDays(5))).toContain('for 5 days');
  expect(reasonToDisable(five, monday, [waiting], afterDays(9))).toBeUndefined();
  expect(
    reasonToDisable({ disableAfterDays: null }, monday, [failed(tuesday)], afterDays(99)),
  ).toBeUndefined();
});

test('an endpoint that says that it is gone is disabled at once', () => {
  const gone: Outcome = { kind: 'gone', attempt: attempt(monday) };
  expect(reasonToDisable({ disableAfterDays: null }, null, [gone], afterDays(0))).toContain('410');
});
