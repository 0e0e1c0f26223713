import { expect, test } from 'vitest';
import { CancelledError, TimeoutError } from '../../codegen/typescript/core/errors.ts';
import { sleep } from '../../codegen/typescript/core/retry.ts';
import { givenClient, rejection } from './given-client.ts';

const read = { method: 'GET', path: '/v1/things' };
const comeBackLater = { status: 429, headers: { 'retry-after': '50' }, body: { code: 'rate_limited' } };

test('a call is cancelled while it waits for an answer', async () => {
  const controller = new AbortController();
  const { client, server } = await givenClient(() => {
    controller.abort('changed my mind');
    return 'silence';
  });
  const error = await rejection(client.call(read, { signal: controller.signal }));
  expect(CancelledError.is(error) && error.cause).toBe('changed my mind');
  expect(server.requests).toHaveLength(1);
});

test('a call is cancelled while it waits for the next attempt, and returns promptly', async () => {
  const controller = new AbortController();
  const onRetry = () => queueMicrotask(() => controller.abort());
  const { client, server } = await givenClient(() => comeBackLater, { sleep, hooks: { onRetry } });
  const startedAt = performance.now();
  const error = await rejection(client.call(read, { signal: controller.signal }));
  expect(CancelledError.is(error)).toBe(true);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(server.requests).toHaveLength(1);
});

test('a call that was cancelled before sends nothing', async () => {
  const { client, server } = await givenClient(() => ({ body: {} }));
  const error = await rejection(client.call(read, { signal: AbortSignal.abort() }));
  expect(CancelledError.is(error)).toBe(true);
  expect(server.requests).toHaveLength(0);
});

test("a signal's time-out is a deadline for everything", async () => {
  const { client } = await givenClient(() => 'silence');
  const error = await rejection(client.call(read, { signal: AbortSignal.timeout(20) }));
  expect(TimeoutError.is(error) && error.limit).toBe('deadline');
});

test('waiting does not begin where the signal was aborted already', async () => {
  const reason = new Error('over');
  expect(await rejection(sleep(60_000, AbortSignal.abort(reason)))).toBe(reason);
});

test('a customer token that never comes is not waited for beyond the deadline, nor beyond the signal', async () => {
  const customerToken = () => new Promise<string>(() => undefined);
  const { client, server } = await givenClient(() => ({ body: {} }), { customerToken });
  const late = await rejection(client.call(read, { deadline: 20 }));
  expect(TimeoutError.is(late) && [late.limit, late.message]).toEqual([
    'deadline',
    'GET /v1/things: no customerToken within the deadline of 20 ms (attempt 1).',
  ]);
  const controller = new AbortController();
  const cancelled = rejection(client.call(read, { signal: controller.signal }));
  controller.abort('changed my mind');
  expect(CancelledError.is(await cancelled)).toBe(true);
  expect(server.requests).toHaveLength(0);
});

test('what goes wrong in getting the customer token is told as it is', async () => {
  const reason = new Error('signed out');
  const customerToken = () => {
    throw reason;
  };
  const { client } = await givenClient(() => ({ body: {} }), { customerToken });
  expect(await rejection(client.call(read, { deadline: 60_000 }))).toBe(reason);
});
