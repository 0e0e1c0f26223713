import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, type GivenApi, givenApi, type OpenEngine } from './given-api.ts';

/** What somebody meets who has only the address. */
export function entranceSuite(openEngine: OpenEngine): void {
  describe('the entrance', () => {
    let api: GivenApi;
    beforeAll(async () => {
      api = await givenApi(openEngine);
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    test.each(['/', '/v1'])('%s says where everything is, and needs no key', async (path) => {
      const { status, body } = await api.ask(`GET ${path}`, { key: null });
      expect(status).toBe(200);
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining([
          '/graphql',
          '/v1/openapi.json',
          '/v1/permissions',
          '/v1/problems',
          '/health',
        ]),
      );
      for (const link of Object.keys(body.paths)) {
        expect((await api.ask(`GET ${link}`)).status, link).not.toBe(404);
      }
    });

    test.each([
      ['/v1/product', '/v1/products'],
      ['/products', '/v1/products'],
      ['/v1/product/prod_1', '/v1/products/prod_1'],
      ['/v1/openapi', '/v1/openapi.json'],
      ['/graphiql', '/graphql'],
    ])('%s is no route, and %s is suggested', async (path, suggestion) => {
      const { detail } = expectProblem(await api.ask(`GET ${path}`), 404, 'unknown_route');
      expect(detail).toBe(`GET ${path} is not a route. Did you mean ${suggestion}?`);
    });

    test('a path that is like nothing gets no suggestion', async () => {
      const { detail, hint } = expectProblem(await api.ask('GET /wp-login.php'), 404, 'unknown_route');
      expect(detail).toBe('GET /wp-login.php is not a route.');
      expect(hint).toContain('/v1/openapi.json');
    });

    test.each([
      ['PUT /v1/products', 'GET, POST, HEAD, OPTIONS'],
      ['POST /v1/products/prod_1', 'GET, PATCH, DELETE, HEAD, OPTIONS'],
      ['DELETE /graphql', 'GET, POST, HEAD, OPTIONS'],
      ['HEAD /v1/inventory/adjustments/bulk', 'POST, OPTIONS'],
      ['GET /v1/inventory/adjustments/bulk', 'POST, OPTIONS'],
    ])('%s is answered with what the path does answer', async (route, allowed) => {
      const answer = await api.ask(route);
      expect(answer.status).toBe(405);
      expect(String(answer.headers.allow).split(', ').sort()).toEqual(allowed.split(', ').sort());
      if (!route.startsWith('HEAD')) expectProblem(answer, 405, 'method_not_allowed');
    });

    test('HEAD answers like GET, without the body', async () => {
      const got = await api.ask('GET /v1/store');
      const head = await api.ask('HEAD /v1/store');
      expect(head).toMatchObject({ status: 200, text: '' });
      for (const name of ['content-type', 'content-length'])
        expect(head.headers[name]).toBe(got.headers[name]);
    });

    test('a browser may ask from any origin, and read what the headers say', async () => {
      const preflight = await api.ask('OPTIONS /v1/products', {
        key: null,
        headers: {
          origin: 'https://shop.example',
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'authorization,content-type,idempotency-key,if-match',
        },
      });
      expect(preflight).toMatchObject({ status: 204, text: '' });
      expect(preflight.headers['access-control-allow-origin']).toBe('*');
      expect(preflight.headers['access-control-allow-methods']).toContain('PATCH');
      for (const name of ['authorization', 'content-type', 'idempotency-key', 'if-match']) {
        expect(preflight.headers['access-control-allow-headers']).toContain(name);
      }
      for (const answer of [
        await api.ask('GET /v1/store', { headers: { origin: 'https://shop.example' } }),
        await api.ask('GET /v1/store', { key: null }),
        await api.ask('GET /v1/nothing'),
      ]) {
        expect(answer.headers['access-control-allow-origin']).toBe('*');
        for (const name of ['etag', 'x-request-id', 'retry-after', 'ratelimit-remaining']) {
          expect(answer.headers['access-control-expose-headers']).toContain(name);
        }
      }
    });

    test('OPTIONS says what a path answers, and that there is no such path', async () => {
      expect((await api.ask('OPTIONS /v1/products')).headers.allow).toBe('GET, POST, HEAD, OPTIONS');
      expectProblem(await api.ask('OPTIONS /v1/nothing'), 404, 'unknown_route');
    });

    test('every answer has an id of its own, or the one that the caller gave it', async () => {
      const ids = [];
      for (const route of ['GET /', 'GET /v1/store', 'GET /nothing', 'POST /v1/products']) {
        ids.push((await api.ask(route)).headers['x-request-id']);
      }
      expect(new Set(ids).size).toBe(4);
      for (const id of ids) expect(id).toMatch(/^req_/);
      const own = await api.ask('GET /nothing', { headers: { 'x-request-id': 'my-request-0001' } });
      expect(own.headers['x-request-id']).toBe('my-request-0001');
      expect(own.body.requestId).toBe('my-request-0001');
    });

    test.each(['short', 'with space in it', 'a\tb-c-d-e-f', '<script>alert(1)</script>', 'x'.repeat(200)])(
      'a request id that could mislead a log is not taken over: %s',
      async (id) => {
        const { headers } = await api.ask('GET /v1/store', { headers: { 'x-request-id': id } });
        expect(headers['x-request-id']).toMatch(/^req_/);
      },
    );

    test('an answer goes on with the trace of its request, in a span of its own', async () => {
      const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
      const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
      const { headers } = await api.ask('GET /v1/store', { headers: { traceparent } });
      expect(headers.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
      expect(headers.traceparent).not.toBe(traceparent);
    });

    test.each([
      'nonsense',
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `00-${'a'.repeat(32)}-${'0'.repeat(16)}-01`,
    ])('a trace that is not valid is not gone on with: %s', async (traceparent) => {
      const { headers } = await api.ask('GET /nothing', { headers: { traceparent } });
      expect(headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
      expect(headers.traceparent).not.toContain(traceparent.slice(0, 30));
    });

    test('nothing that a caller writes becomes a header of its own', async () => {
      const injected = encodeURIComponent('x\r\nset-cookie: a=b\r\n\r\n<html>');
      const answers = [
        await api.ask(`GET /v1/${injected}`),
        await api.ask(`GET /v1/products?sort=${injected}`),
        await api.ask(`GET /v1/products?${injected}=1`),
        await api.ask(`GET /v1/products/${injected}`),
        await api.ask(`GET /media/shop/${injected}/a.png`),
        await api.ask(`OPTIONS /v1/${injected}`),
      ];
      for (const { status, headers } of answers) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(headers['set-cookie']).toBeUndefined();
        expect(headers['content-type']).toContain('application/problem+json');
        expect(headers['x-content-type-options']).toBe('nosniff');
      }
    });

    test.each([
      '/v1/products/%E0%A4%A',
      '/v1/products/%00',
      `/v1/products/${'x'.repeat(600)}`,
      '/media/shop/..%2f..%2fkeys/a.png',
    ])('the address %s is refused as what it is', async (path) => {
      const { status, headers } = await api.ask(`GET ${path}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    });

    describe('on the wire', () => {
      let port: number;
      beforeAll(async () => {
        const url = await api.runtime.listen({ host: '127.0.0.1', port: 0 });
        port = Number(new URL(url).port);
      });

      /** Everything that comes back on a connection until it ends. */
      async function send(text: string): Promise<string> {
        const socket = connect(port, '127.0.0.1');
        socket.write(text);
        let answer = '';
        for await (const chunk of socket) answer += chunk;
        return answer;
      }

      test.each([
        ['what is no HTTP', 'hello\r\n\r\n', 400, 'malformed_request'],
        ['TLS on a port without', '\u0016\u0003\u0001\u0002\u0000', 400, 'malformed_request'],
        ['a method that nobody knows', 'FETCH / HTTP/1.1\r\nhost: a\r\n\r\n', 400, 'malformed_request'],
        [
          'headers that are too large',
          `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
          ...([413, 'request_too_large'] as const),
        ],
      ])('%s is answered as a problem', async (_name, text, status, code) => {
        const [head = '', body = ''] = (await send(text)).split('\r\n\r\n');
        expect(head).toContain(`HTTP/1.1 ${status} `);
        expect(head).toContain('content-type: application/problem+json');
        expect(JSON.parse(body)).toMatchObject({ code, status, requestId: expect.stringMatching(/^req_/) });
      });
    });
  });
}
