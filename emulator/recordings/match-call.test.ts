import { expect, test } from 'vitest';
import { matchCall } from './match-call.ts';
import type { Asked, RecordedCall } from './recording.ts';

const recorded = (path: string, request: object | null, method = 'POST'): RecordedCall => ({
  ...{ provider: 'stripe', method, path, query: {}, request, status: 200, headers: {}, response: {} },
});
const asked = (path: string, request: object | null, method = 'POST'): Asked =>
  recorded(path, request, method);

const one = 'pay_01JDXK5W0V8R9Q2T4M6N8P0S2A';
const other = 'pay_01JDXK5W0V8R9Q2T4M6N8P0S2B';
const pay = (id: string, amount = 5) => ({ amount, metadata: { payment_id: id } });

test('an id of the store may be any at first, and is the same one ever after', () => {
  const calls = [recorded('/v1/pay', pay('{pay_1}')), recorded('/v1/refund', pay('{pay_1}'))];
  const first = matchCall(calls, new Set(), asked('/v1/pay', pay(one)), new Map());
  expect(first.call).toBe(calls[0]);
  const bindings = first.call ? first.bindings : new Map();
  expect(matchCall(calls, new Set(), asked('/v1/refund', pay(one)), bindings).call).toBe(calls[1]);
  expect(matchCall(calls, new Set(), asked('/v1/refund', pay(other)), bindings).call).toBeUndefined();
});

test('two ids are never one', () => {
  const calls = [recorded('/v1/a', { from: '{pay_1}', to: '{pay_2}' })];
  expect(matchCall(calls, new Set(), asked('/v1/a', { from: one, to: one }), new Map()).call).toBeUndefined();
});

test('calls that are the same are answered in their order, and reads by the last one ever after', () => {
  const calls = [recorded('/v1/a', null, 'GET'), recorded('/v1/a', null, 'GET')];
  const used = new Set<RecordedCall>();
  for (const expected of [calls[0], calls[1], calls[1]]) {
    const { call } = matchCall(calls, used, asked('/v1/a', null, 'GET'), new Map());
    expect(call).toBe(expected);
    if (call) used.add(call);
  }
});

test('a read is answered as it was after what was done since', () => {
  const calls = [
    recorded('/v1/a', null, 'GET'),
    recorded('/v1/a/capture', null),
    recorded('/v1/a', null, 'GET'),
  ];
  const captured = calls.filter(({ path }) => path === '/v1/a/capture');
  const read = matchCall(calls, new Set(captured), asked('/v1/a', null, 'GET'), new Map());
  expect(read.call).toBe(calls[2]);
});

test('what is not in the recording is told with the closest that is', () => {
  const calls = [recorded('/v1/a', pay('{pay_1}', 5)), recorded('/v1/b', { x: 1 })];
  expect(matchCall(calls, new Set(), asked('/v1/a', pay(one, 7)), new Map())).toMatchObject({
    message: expect.stringContaining('Closest is POST /v1/a: request.amount is 7, and was 5.'),
  });
  const [first] = calls;
  expect(matchCall(calls, new Set(first ? [first] : []), asked('/v1/a', pay(one)), new Map())).toMatchObject({
    message: expect.stringContaining('not as often'),
  });
});
