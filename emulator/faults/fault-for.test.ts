import { expect, test } from 'vitest';
import { draw } from './draw.ts';
import type { Call, Fault } from './fault.ts';
import { faultFor, isMeantFor } from './fault-for.ts';

const given = (changes: Partial<Fault>): Fault => ({
  ...{ id: 'fault_1', kind: 'error', operation: null, provider: null, route: null, endpoint: null },
  ...{ when: 'before', probability: 1, seed: 0, skip: 0, times: null, delayMilliseconds: 0, status: 503 },
  ...{ code: null, retryAfterSeconds: 0, copies: 1, scenario: null, calls: 0, struck: 0 },
  ...changes,
});

const operation = (operationId: string): Call => ({ door: 'operation', operationId });
const stripe = (route: string): Call => ({ door: 'provider', provider: 'stripe', route });
const notice = (provider: string): Call => ({ door: 'notice', provider });
const question = (service: string): Call => ({ door: 'question', service });
const endpoint = (endpointId: string | null, key: string | null): Call => ({
  door: 'endpoint',
  endpointId,
  key,
});

test.each([
  [
    'an operation by its id',
    { operation: 'catalog.products.list' },
    operation('catalog.products.list'),
    true,
  ],
  ['not another one', { operation: 'catalog.products.list' }, operation('catalog.products.listAll'), false],
  ['operations by how they begin', { operation: 'catalog.*' }, operation('catalog.products.list'), true],
  ['not those of others', { operation: 'catalog.*' }, operation('checkout.carts.get'), false],
  ['all operations', { operation: '*' }, operation('checkout.carts.get'), true],
  ['no call of a provider with all operations', { operation: '*' }, stripe('GET /v1/charges'), false],
  ['a provider', { provider: 'stripe' }, stripe('GET /v1/charges'), true],
  ['not another one', { provider: 'paypal' }, stripe('GET /v1/charges'), false],
  ['a route', { provider: 'stripe', route: 'GET /v1/charges' }, stripe('GET /v1/charges'), true],
  ['not another one', { provider: 'stripe', route: 'POST /v1/charges' }, stripe('GET /v1/charges'), false],
  ['an endpoint by id', { endpoint: 'whe_1' }, endpoint('whe_1', null), true],
  ['an endpoint by key', { endpoint: 'search' }, endpoint('whe_1', 'search'), true],
  ['a partner', { endpoint: 'integration:*' }, endpoint(null, 'integration:depot'), true],
  ['no webhook with all partners', { endpoint: 'integration:*' }, endpoint('whe_1', 'search'), false],
  ["a provider's notices", { endpoint: 'notices:stripe' }, notice('stripe'), true],
  ['notices of all', { endpoint: 'notices:*' }, notice('stripe'), true],
  ['not those of another one', { endpoint: 'notices:paypal' }, notice('stripe'), false],
  ['no notice with all endpoints', { endpoint: '*' }, notice('stripe'), false],
  ['a tax engine', { endpoint: 'taxes' }, question('taxes'), true],
  ['carriers', { endpoint: 'carrier:*' }, question('carrier:dhl'), true],
  ['no question with all endpoints', { endpoint: '*' }, question('taxes'), false],
] as const)('is meant for %s', (_what, target, call, expected) => {
  expect(isMeantFor(given(target), call)).toBe(expected);
});

/** Which of so many calls are struck. */
function row(calls: number, fault: Fault, chance = draw): number[] {
  let faults: readonly Fault[] = [fault];
  const struck: number[] = [];
  for (let nth = 1; nth <= calls; nth += 1) {
    const verdict = faultFor(faults, operation('a'), chance);
    faults = verdict.faults;
    if (verdict.struck) struck.push(nth);
  }
  return struck;
}

test('strikes after those that it lets by, as often as it may', () => {
  expect(row(6, given({ operation: 'a', skip: 2, times: 3 }))).toEqual([3, 4, 5]);
});

test('strikes about as often as its probability says, and the same calls each time', () => {
  const half = given({ operation: 'a', probability: 0.5 });
  const struck = row(1000, half);
  expect(struck.length).toBeGreaterThan(440);
  expect(struck.length).toBeLessThan(560);
  expect(row(1000, { ...half, id: 'fault_9' })).toEqual(struck);
  expect(row(1000, { ...half, seed: 1 })).not.toEqual(struck);
});

test('of several that are meant for a call the first that is due strikes, alone', () => {
  const faults = [
    given({ id: 'fault_1', operation: 'a', times: 1 }),
    given({ id: 'fault_2', operation: 'b' }),
    given({ id: 'fault_3', operation: '*', kind: 'drop' }),
  ];
  const first = faultFor(faults, operation('a'), draw);
  expect(first.struck?.id).toBe('fault_1');
  expect(first.faults.map(({ calls, struck }) => [calls, struck])).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ]);
  expect(faultFor(first.faults, operation('a'), draw).struck?.id).toBe('fault_3');
});
