import { afterEach, describe, expect, test, vi } from 'vitest';
import { path, queryString } from '../../codegen/typescript/core/build-request.ts';
import { ApiClient } from '../../codegen/typescript/core/client.ts';
import { requestOf } from '../../codegen/typescript/core/custom-request.ts';
import { requirePublishableKey, requireSecretKey } from '../../codegen/typescript/core/keys.ts';
import { givenClient } from './given-client.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a call starts at once, and gives the response too where it is asked for', async () => {
  const { client, server } = await givenClient(() => ({
    headers: { 'x-request-id': 'req_1' },
    body: { id: 1 },
  }));
  const call = client.call<{ id: number }>({ method: 'GET', path: '/v1/things/1' });
  const { data, response } = await call.withResponse();
  expect([data.id, response.headers.get('x-request-id')]).toEqual([1, 'req_1']);
  expect(await call).toEqual({ id: 1 });
  expect(await Promise.all([call])).toEqual([{ id: 1 }]);
  expect(server.requests).toHaveLength(1);
});

test('only the caller of withResponse hears of its failure', async () => {
  const { client } = await givenClient(() => ({ status: 404, body: { code: 'not_found' } }));
  const call = client.call({ method: 'GET', path: '/v1/things/1' });
  await expect(call.withResponse()).rejects.toMatchObject({ code: 'not_found' });
  await expect(call).rejects.toMatchObject({ code: 'not_found' });
});

test('ids are encoded, and an empty one is refused before it names another route', () => {
  expect(path`/v1/products/${'a/b ü?'}/variants`).toBe('/v1/products/a%2Fb%20%C3%BC%3F/variants');
  expect(() => path`/v1/products/${''}`).toThrow('An id in /v1/products/{id} is ""');
  expect(() => path`/v1/products/${undefined as never}`).toThrow('is undefined');
  expect(() => path`/v1/products/${'..'}`).toThrow('is ".."');
});

test('what is undefined stays out of the query, lists are repeated', () => {
  expect(queryString({ tag: ['a', 'b&c'], currency: undefined, pageSize: 5, all: false })).toBe(
    '?tag=a&tag=b%26c&pageSize=5&all=false',
  );
  expect(queryString({})).toBe('');
});

test('a file is sent as it is, with its own content type', async () => {
  const { client, server } = await givenClient(() => ({ status: 201, body: {} }));
  const bytes = new Uint8Array([60, 115, 118, 103]);
  const request = { method: 'POST', path: '/v1/media', query: { filename: 'a.svg' }, isWrite: true };
  await client.call({ ...request, upload: new Blob([bytes], { type: 'image/svg+xml' }) });
  await client.call({ ...request, upload: { contents: bytes, contentType: 'image/png' } });
  expect(server.requests.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
    ['image/svg+xml', '<svg'],
    ['image/png', '<svg'],
  ]);
  expect(server.requests[0]?.query.get('filename')).toBe('a.svg');
});

test('a hook that keeps the headers does not keep the key', async () => {
  const kept: Headers[] = [];
  const { client } = await givenClient(() => ({ body: {} }), {
    hooks: { onRequest: ({ headers }) => kept.push(headers) },
  });
  await client.call({ method: 'GET', path: '/v1/things' });
  expect(kept.map((headers) => headers.get('authorization'))).toEqual([null]);
});

test('headers of a call are added, and hooks see everything but the key', async () => {
  const seen: string[] = [];
  const { client, server } = await givenClient(() => ({ body: {} }), {
    headers: { 'x-app': 'tests' },
    hooks: {
      onRequest: ({ method, url, attempt, headers }) => {
        seen.push(`${method} ${new URL(url).pathname} ${attempt} ${headers.get('authorization')}`);
        headers.set('traceparent', '00-trace');
      },
      onResponse: ({ status, milliseconds }) => seen.push(`${status} ${milliseconds > 0}`),
    },
  });
  await client.call(
    { method: 'GET', path: '/v1/things', query: { q: 'secret' } },
    { headers: { 'x-call': '1' } },
  );
  expect(seen).toEqual(['GET /v1/things 1 null', '200 true']);
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: 'Bearer hp_sk_test',
    'x-app': 'tests',
    'x-call': '1',
    traceparent: '00-trace',
  });
});

describe('configuration', () => {
  test('comes from the environment where it is not given', async () => {
    const { server } = await givenClient(() => ({ body: { ok: true } }));
    vi.stubEnv('HEADLESSPRO_URL', `${server.url}/`);
    vi.stubEnv('HEADLESSPRO_SECRET_KEY', 'hp_sk_environment');
    const client = new ApiClient(requireSecretKey(undefined), {});
    expect(await client.call({ method: 'GET', path: '/v1/x' })).toEqual({ ok: true });
    expect(server.requests[0]?.headers.authorization).toBe('Bearer hp_sk_environment');
    expect(requireSecretKey('hp_sk_given')).toBe('hp_sk_given');
  });

  test('names what is missing and where to get it', () => {
    vi.stubEnv('HEADLESSPRO_URL', undefined);
    vi.stubEnv('HEADLESSPRO_SECRET_KEY', undefined);
    expect(() => new ApiClient('hp_sk_x', {})).toThrow('No url: pass { url } or set HEADLESSPRO_URL');
    expect(() => requireSecretKey(undefined)).toThrow('No secret key: pass { secretKey }');
    expect(() => requirePublishableKey(undefined)).toThrow('takes a publishable key (hp_pk_…)');
  });

  test('works where there is no process, as in browsers and on the edge', () => {
    vi.stubGlobal('process', undefined);
    expect(() => new ApiClient('hp_pk_x', { url: '' })).not.toThrow();
    expect(() => requireSecretKey(undefined)).toThrow('No secret key');
  });

  test('leaves variables of ours that it does not know alone', () => {
    vi.stubEnv('HEADLESSPRO_SOMETHING_NEW', '1');
    expect(() => new ApiClient('hp_sk_x', { url: 'http://127.0.0.1:1' })).not.toThrow();
  });

  test('refuses a secret key in a browser, and in a storefront anywhere', () => {
    expect(() => requirePublishableKey('hp_sk_x')).toThrow('not a secret one: visitors could read it');
    vi.stubGlobal('document', {});
    expect(() => requireSecretKey('hp_sk_x')).toThrow('createStore is for servers');
    expect(requirePublishableKey('hp_pk_x')).toBe('hp_pk_x');
  });

  test('HEADLESSPRO_LOG=info prints a line for each answer, without keys and queries', async () => {
    vi.stubEnv('HEADLESSPRO_LOG', 'info');
    const lines: string[] = [];
    vi.stubGlobal('console', { ...console, error: (line: string) => lines.push(line) });
    const { client, server } = await givenClient((_, count) => ({
      status: count === 1 ? 503 : 200,
      body: {},
    }));
    await client.call({ method: 'GET', path: '/v1/things', query: { email: 'a@example.com' } });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(`GET ${server.url}/v1/things 503 in`);
    expect(lines[1]).toContain('Retrying in');
    expect(lines.join()).not.toMatch(/hp_sk|example/);
  });
});

test('a request of your own goes to the platform alone, and may be answered with anything', async () => {
  const { client, server } = await givenClient(() => ({ body: [1] }));
  const request = requestOf(client);
  expect(await request<number[]>('GET', '/v1/things', { query: { size: 2 } })).toEqual([1]);
  const [sent] = server.requests;
  expect([sent?.method, sent?.path, sent?.query.get('size')]).toEqual(['GET', '/v1/things', '2']);
  // `http://127.0.0.1:4000` and this would be an address of another host.
  for (const other of ['@example.com/v1', '.example.com/v1', 'v1/things', ''])
    expect(() => request('GET', other)).toThrow('it starts with a slash');
  expect(server.requests).toHaveLength(1);
});
