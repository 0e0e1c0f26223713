import { expect, test } from 'vitest';
import { type Fault, faultCount, faultSummary } from './fault-words.ts';

const fault: Fault = {
  ...{ id: 'fault_1', kind: 'error', operation: 'catalog.*', provider: null, route: null, endpoint: null },
  ...{ when: 'before', probability: 1, seed: 0, skip: 0, times: null, delayMilliseconds: 0, status: 503 },
  ...{ code: null, retryAfterSeconds: 0, copies: 1, scenario: null, calls: 4, struck: 4 },
};

test.each<[Partial<Fault>, string]>([
  [{}, 'error 503 at the operation catalog.*'],
  [
    { kind: 'latency', status: 0, delayMilliseconds: 800, operation: null, provider: 'stripe' },
    'latency of 800 ms at the provider stripe',
  ],
  [{ kind: 'rate_limit', status: 429, operation: null, endpoint: '*' }, 'rate limit 429 at the endpoint *'],
])('a fault is told in words', (changes, words) => {
  expect(faultSummary({ ...fault, ...changes })).toBe(words);
});

test('how often it strikes is told with how often it did', () => {
  expect(faultCount(fault)).toBe('each call, struck 4 of 4');
  expect(faultCount({ ...fault, probability: 0.25, skip: 2, times: 1, struck: 1 })).toBe(
    '25 % of calls, after the first 2, 1 time, struck 1 of 4',
  );
});
