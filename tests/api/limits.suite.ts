import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultGraphqlLimits } from '../../runtime/gateway/graphql/index.ts';
import { defaultRateLimits } from '../../runtime/gateway/rate-limits.ts';
import { expectProblem, type GivenApi, givenApi, type OpenEngine, product } from './given-api.ts';

/** How much one request, and one key, may ask for. */
export function limitSuite(openEngine: OpenEngine): void {
  describe('limits', () => {
    let api: GivenApi;
    afterEach(async () => {
      vi.useRealTimers();
      expect(api.faults).toEqual([]);
      await api.close();
    });

    const rateLimits = { windowSeconds: 10, secret: 3, publishable: 5 };

    test('a key that asks too often is refused for as long as it is told, and others are not', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T09:00:00Z') });
      api = await givenApi(openEngine, { rateLimits });
      const left = [];
      for (let time = 0; time < 3; time += 1) {
        const { status, headers } = await api.ask('GET /v1/store');
        expect(status).toBe(200);
        expect(headers['ratelimit-limit']).toBe('3');
        left.push(headers['ratelimit-remaining']);
      }
      expect(left).toEqual(['2', '1', '0']);
      vi.setSystemTime(new Date('2026-03-01T09:00:04Z'));
      const refused = await api.ask('POST /v1/products', { body: product() });
      expect(expectProblem(refused, 429, 'rate_limited').detail).toContain('3 requests in 10 seconds');
      expect(refused.headers).toMatchObject({
        'retry-after': '6',
        'ratelimit-remaining': '0',
        'ratelimit-reset': '6',
      });
      expect((await api.ask('GET /v1/store', { key: api.publishableKey })).headers['ratelimit-limit']).toBe(
        '5',
      );
      vi.setSystemTime(new Date('2026-03-01T09:00:10Z'));
      expect((await api.ask('GET /v1/store')).status).toBe(200);
    });

    test('GraphQL counts with REST, and refuses in its own form', async () => {
      api = await givenApi(openEngine, { rateLimits });
      for (let time = 0; time < 3; time += 1) await api.ask('GET /v1/store');
      const { status, headers, body } = await api.graphql('{ store { name } }');
      expect(status).toBe(429);
      expect(headers['retry-after']).toBe('10');
      expect(body.errors[0].extensions).toMatchObject({
        ...{ code: 'rate_limited', status: 429, retryAfter: 10 },
        details: { limit: 3, windowSeconds: 10 },
      });
    });

    test('a key may ask a thousand times in ten seconds, and as often as it likes where nothing is limited', async () => {
      api = await givenApi(openEngine);
      expect((await api.ask('GET /v1/store')).headers['ratelimit-limit']).toBeUndefined();
      await api.close();
      api = await givenApi(openEngine, {
        rateLimits: defaultRateLimits,
      });
      expect((await api.ask('GET /v1/store')).headers['ratelimit-remaining']).toBe('999');
    });

    test('GraphQL documents that ask for too much are refused before anything runs, with the limit', async () => {
      api = await givenApi(openEngine);
      const nested = (depth: number): string =>
        depth === 0 ? 'id' : `children { nodes { ${nested(depth - 1)} } }`;
      const aliases = Array.from({ length: 120 }, (_, index) => `a${index}: store { name }`).join(' ');
      const cases = [
        [
          `{ categories { nodes { ${nested(6)} } } }`,
          'query_too_deep',
          { depth: 15, limit: defaultGraphqlLimits.depth },
        ],
        [
          '{ products(first: 100) { nodes { relatedProducts { relatedProducts { id title slug } } } } }',
          'query_too_costly',
          { limit: defaultGraphqlLimits.cost },
        ],
        [`{ ${aliases} }`, 'query_too_costly', { limit: defaultGraphqlLimits.cost }],
        [
          `{ store { name ${'#'.repeat(70_000)}\n } }`,
          'request_too_large',
          { limit: defaultGraphqlLimits.documentBytes },
        ],
      ] as const;
      for (const [query, code, details] of cases) {
        const { body } = await api.graphql(query);
        expect(body.data, code).toBeUndefined();
        expect(body.errors[0].extensions).toMatchObject({ code, details });
        expect(body.errors[0].message).toContain(String(details.limit));
      }
      const wide = await api.graphql(`{ store { ${'name '.repeat(5000)} } }`);
      expect(wide.body.errors[0].extensions).toMatchObject({ code: 'invalid_query', status: 400 });
    });
  });
}
