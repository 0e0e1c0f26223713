import { describe, expect, test } from 'vitest';
import {
  ConnectionError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../../codegen/typescript/core/errors.ts';
import { parseRetryAfter, waitBeforeRetry } from '../../codegen/typescript/core/retry.ts';
import { givenClient, rejection } from './given-client.ts';

const read = { method: 'GET', path: '/v1/things' };
const write = { method: 'POST', path: '/v1/things', body: { name: 'Parka' }, isWrite: true };
const busy = { status: 503, body: { code: 'busy', title: 'Busy.' } };

describe('a request that failed', () => {
  test('is sent again, and says which attempt it is', async () => {
    const { client, server, waits } = await givenClient((_, count) =>
      count < 3 ? busy : { body: { id: 1 } },
    );
    expect(await client.call(read)).toEqual({ id: 1 });
    expect(server.requests.map(({ headers }) => headers['retry-attempt'])).toEqual([undefined, '1', '2']);
    expect(waits).toHaveLength(2);
  });

  test('is given up after two more attempts, and the error says so', async () => {
    const { client, server } = await givenClient(() => busy);
    const error = await rejection(client.call(read));
    expect(ServerError.is(error) && error.attempts).toBe(3);
    expect(server.requests).toHaveLength(3);
  });

  test.each([400, 401, 403, 404, 409, 422, 501])('with status %i is not sent again', async (status) => {
    const { client, server } = await givenClient(() => ({ status, body: { code: 'no', title: 'No.' } }));
    await rejection(client.call(read));
    expect(server.requests).toHaveLength(1);
  });

  test.each([408, 429, 500, 502, 503, 504])('with status %i is sent again', async (status) => {
    const { client, server } = await givenClient(() => ({
      status,
      body: { code: 'later', title: 'Later.' },
    }));
    await rejection(client.call(read));
    expect(server.requests).toHaveLength(3);
  });

  test('because its idempotency key is being worked on is sent again: the repeat is safe', async () => {
    const inProgress = { status: 409, body: { code: 'idempotency_in_progress', title: 'Wait.' } };
    const { client } = await givenClient((_, count) => (count === 1 ? inProgress : { body: { id: 1 } }));
    expect(await client.call(write)).toEqual({ id: 1 });
  });

  test('is sent as often as the call says', async () => {
    const { client, server } = await givenClient(() => busy);
    await rejection(client.call(read, { retries: 0 }));
    expect(server.requests).toHaveLength(1);
  });
});

describe('a write whose answer was lost', () => {
  test('has one effect: the repeat carries the same key', async () => {
    const effects = new Map<unknown, object>();
    const { client, server } = await givenClient(({ headers }, count) => {
      const key = headers['idempotency-key'];
      if (!effects.has(key)) effects.set(key, { id: `order ${effects.size + 1}` });
      return count === 1 ? 'drop' : { body: effects.get(key) };
    });
    expect(await client.call(write)).toEqual({ id: 'order 1' });
    expect(effects.size).toBe(1);
    expect(server.requests).toHaveLength(2);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('carries a key with %s', async (method) => {
    const { client, server } = await givenClient(() => ({ status: 204 }));
    expect(await client.call({ method, path: '/v1/things/1', isWrite: true })).toBeUndefined();
    expect(server.requests[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('shows the key in the error, so that the caller can repeat the call', async () => {
    const { client } = await givenClient(() => 'drop');
    const error = await rejection(client.call(write, { idempotencyKey: 'cart-1' }));
    expect(ConnectionError.is(error) && [error.idempotencyKey, error.attempts]).toEqual(['cart-1', 3]);
  });

  test('has a key of its own in each call', async () => {
    const { client, server } = await givenClient(() => ({ body: {} }));
    await Promise.all([client.call(write), client.call(write)]);
    const keys = server.requests.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
  });
});

test('reads carry no key', async () => {
  const { client, server } = await givenClient(() => ({ body: {} }));
  await client.call(read);
  expect(server.requests[0]?.headers['idempotency-key']).toBeUndefined();
});

describe('Retry-After', () => {
  const limited = (retryAfter: string) => ({
    status: 429,
    headers: { 'retry-after': retryAfter },
    body: { code: 'rate_limited', title: 'Too many requests.' },
  });

  test('of a second is waited for', async () => {
    const { client, waits } = await givenClient((_, count) => (count === 1 ? limited('1') : { body: {} }));
    await client.call(read);
    expect(waits).toEqual([1_000]);
  });

  test('of an hour is the caller’s to decide: never sooner than asked', async () => {
    const { client, server, waits } = await givenClient(() => limited('3600'));
    const error = await rejection(client.call(read));
    expect(RateLimitError.is(error) && error.retryAfter).toBe(3_600);
    expect([server.requests.length, waits.length]).toEqual([1, 0]);
  });

  test('beyond the deadline ends the call at once', async () => {
    const { client, waits } = await givenClient(() => limited('20'));
    const error = await rejection(client.call(read, { deadline: 5_000 }));
    expect(RateLimitError.is(error)).toBe(true);
    expect(waits).toEqual([]);
  });

  test('may be a date', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    expect(parseRetryAfter('Mon, 23 Nov 2026 12:00:07 GMT', now)).toBe(7);
    expect(parseRetryAfter('Mon, 23 Nov 2026 11:00:00 GMT', now)).toBe(0);
    expect(parseRetryAfter('soon', now)).toBeUndefined();
    expect(parseRetryAfter(null, now)).toBeUndefined();
  });

  test('where there is none, waits double from half a second to eight, half of it by chance', () => {
    for (const [attempt, full] of [500, 1_000, 2_000, 4_000, 8_000, 8_000].entries()) {
      const wait = waitBeforeRetry(attempt + 1, undefined);
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThanOrEqual(full);
    }
  });
});

describe('a server that does not answer', () => {
  test('is given the time-out for each attempt', async () => {
    const { client, server } = await givenClient(() => 'silence');
    const error = await rejection(client.call(read, { timeout: 200, retries: 1 }));
    expect(TimeoutError.is(error) && [error.limit, error.attempts]).toEqual(['timeout', 2]);
    expect(String(error)).toContain('no answer within the timeout of 200 ms (attempt 2)');
    expect(server.requests).toHaveLength(2);
  });

  test('is given no more than the deadline for everything', async () => {
    const { client, server } = await givenClient(() => 'silence');
    const error = await rejection(client.call(read, { timeout: 5_000, deadline: 200 }));
    expect(TimeoutError.is(error) && error.limit).toBe('deadline');
    expect(server.requests).toHaveLength(1);
  });

  test('or is not there is named with its address', async () => {
    const { client, server } = await givenClient(() => 'drop');
    await server.close();
    const error = await rejection(client.call({ ...read, query: { email: 'a@example.com' } }));
    expect(String(error)).toContain(`GET ${server.url}/v1/things: no answer (`);
    expect(String(error)).not.toContain('example.com');
  });
});
