import { describe, expect, test } from 'vitest';
import {
  ApiError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  HeadlessProError,
  InvalidError,
  NotFoundError,
  RateLimitError,
  ServerError,
  UnauthenticatedError,
} from '../../codegen/typescript/core/errors.ts';
import { givenClient, rejection } from './given-client.ts';

const read = { method: 'GET', path: '/v1/things/1' };

async function errorOf(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const { client } = await givenClient(() => ({ status, body, headers }), { retries: 0 });
  return rejection(client.call(read));
}

test('an error says what happened, what to do and which request it was', async () => {
  const error = await errorOf(422, {
    code: 'invalid_input',
    title: 'The input is not valid.',
    detail: 'title must not be empty.',
    hint: 'Give a title.',
    errors: [{ pointer: '/title', message: 'must not be empty' }],
    requestId: 'req_1',
  });
  if (!InvalidError.is(error)) throw error;
  expect(error.message).toBe('title must not be empty. Give a title. (request req_1)');
  expect(error.errors).toEqual([{ pointer: '/title', message: 'must not be empty' }]);
  expect([error.name, error.status, error.code, error.hint, error.requestId]).toEqual([
    'InvalidError',
    422,
    'invalid_input',
    'Give a title.',
    'req_1',
  ]);
});

test('the code narrows the details', async () => {
  const error = await errorOf(409, { code: 'out_of_stock', title: 'x', details: { available: 3 } });
  if (!ApiError.is(error, 'out_of_stock')) throw error;
  const available: number = error.details.available;
  expect(available).toBe(3);
  expect(ApiError.is(error, 'version_conflict')).toBe(false);
  expect(ConflictError.is(error, 'out_of_stock')).toBe(true);
  expect(NotFoundError.is(error, 'out_of_stock' as never)).toBe(false);
});

test.each([
  [400, BadRequestError],
  [401, UnauthenticatedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [409, ConflictError],
  [422, InvalidError],
  [429, RateLimitError],
  [500, ServerError],
  [503, ServerError],
] as const)('status %i has a family', async (status, Family) => {
  const error = await errorOf(status, { code: 'some_code', title: 'Some title.' });
  expect(Family.is(error)).toBe(true);
  expect(error).toBeInstanceOf(Family);
  expect(ApiError.is(error)).toBe(true);
  expect(HeadlessProError.is(error)).toBe(true);
});

describe('an answer that is not what the contract says', () => {
  test('keeps the page of a proxy in the error', async () => {
    const page = '<html><h1>502 Bad Gateway</h1></html>';
    const error = await errorOf(502, page, { 'x-request-id': 'req_proxy' });
    if (!ServerError.is(error)) throw error;
    expect(error.body).toBe(page);
    expect(error.code).toBe('unknown');
    expect(error.message).toContain('502 Bad Gateway');
    expect(error.requestId).toBe('req_proxy');
  });

  test('is an error too where the status says success and the body is no JSON', async () => {
    const { client } = await givenClient(() => ({ body: '<html>Sign in to the hotel wifi</html>' }));
    const error = await rejection(client.call(read));
    expect(ApiError.is(error) && [error.status, error.attempts]).toEqual([200, 1]);
    expect(String(error)).toContain('hotel wifi');
  });

  test('is passed on with values and fields that are new, and without those that are missing', async () => {
    const body = { status: 'embalmed', addedLater: true };
    const { client } = await givenClient(() => ({ body }));
    expect(await client.call(read)).toEqual(body);
  });

  test('is told to a hook where a list has no data or no cursor', async () => {
    const mismatches: string[] = [];
    const { client } = await givenClient(() => ({ body: { data: [1] } }), {
      hooks: { onMismatch: (event) => mismatches.push(event.message) },
    });
    expect(await client.list(read).toArray({ max: 10 })).toEqual([1]);
    expect(mismatches[0]).toContain('without "data" or "page.next"');
  });

  test.each([
    [{}, 0],
    [null, 1],
    [[], 1],
    [7, 1],
  ])('is told to a hook where an object is expected: %j', async (body, times) => {
    const mismatches: string[] = [];
    const { client, server } = await givenClient(() => ({ body }), {
      hooks: { onMismatch: ({ message }) => mismatches.push(message) },
    });
    expect(await client.call(read)).toEqual(body);
    expect(mismatches).toEqual(Array(times).fill(`${server.url}${read.path}: answered with no object.`));
    expect(await client.call({ ...read, answers: 'anything' })).toEqual(body);
    expect(mismatches).toHaveLength(times);
  });

  test.each([null, [], 'text', 7])('never hides an error behind another: body %j', async (body) => {
    const error = await errorOf(500, body);
    expect(ServerError.is(error) && error.message).toContain('The server answered with status 500.');
  });
});

test('an error of another copy of the SDK is recognised', async () => {
  const error = await errorOf(404, { code: 'not_found', title: 'x' });
  const copy: typeof import('../../codegen/typescript/core/errors.ts') = await import(
    `../../codegen/typescript/core/errors.ts?copy=${'1'}`
  );
  expect(error).not.toBeInstanceOf(copy.NotFoundError);
  expect(copy.NotFoundError.is(error)).toBe(true);
  expect(copy.ConflictError.is(error)).toBe(false);
});

test('an error never shows the key', async () => {
  const error = await errorOf(401, { code: 'unauthenticated', title: 'No.' });
  expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toContain('hp_sk_test');
});

test('a version conflict is an error at once', async () => {
  const { client, server } = await givenClient(() => ({ status: 409, body: { code: 'version_conflict' } }));
  const error = await rejection(
    client.call({ method: 'PATCH', path: '/v1/things/1', body: {}, isWrite: true }, { ifVersion: 3 }),
  );
  expect(ApiError.is(error, 'version_conflict')).toBe(true);
  expect(server.requests.map(({ headers }) => headers['if-match'])).toEqual(['"3"']);
});
