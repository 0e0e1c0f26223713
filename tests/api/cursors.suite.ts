import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, expectProblem, type GivenApi, givenApi, type OpenEngine, product } from './given-api.ts';

/** Pages. That nothing is lost between them is the catalog's suite; here is what a cursor is. */
export function cursorSuite(openEngine: OpenEngine): void {
  describe('cursors', () => {
    let api: GivenApi;
    let cursor: string;
    beforeAll(async () => {
      api = await givenApi(openEngine);
      for (let index = 0; index < 5; index += 1) await api.ask('POST /v1/products', { body: product() });
      const { body } = await api.ask('GET /v1/products?pageSize=2&sort=title');
      cursor = body.page.next;
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    const list = (query: string) => api.ask(`GET /v1/products?${query}`);

    test('a cursor goes on where its page ended, and may have another page size', async () => {
      const rest = await list(`pageSize=100&sort=title&after=${cursor}`);
      expect(rest.body.data).toHaveLength(3);
      expect(rest.body.page.next).toBeNull();
    });

    test('a cursor is safe in an address as it is', () => {
      expect(cursor).toMatch(/^[\w-]+$/);
    });

    test.each(['sort=-title', 'sort=newest', 'sort=title&status=active', 'sort=title&productType=apparel'])(
      'a cursor of another list is refused: %s',
      async (query) => {
        const refused = expectProblem(await list(`${query}&after=${cursor}`), 400, 'invalid_cursor');
        expect(refused.errors).toEqual([
          { pointer: '/after', message: expect.stringContaining('page.next') },
        ]);
      },
    );

    test.each([
      ['GET /v1/categories', 'categories'],
      ['GET /v1/price-lists', 'price lists'],
      ['GET /v1/media', 'media'],
    ])('a cursor of products is refused by %s', async (route) => {
      expectProblem(await api.ask(`${route}?after=${cursor}`), 400, 'invalid_cursor');
    });

    test('cursors that were made up or tampered with are refused', async () => {
      const parts: Body[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const tampered = [
        'nonsense',
        cursor.slice(0, -4),
        `${cursor}AAAA`,
        encode(parts.slice(0, 1)),
        encode(parts.slice(0, -1)),
        encode([...parts, 'more']),
        encode([parts[0], 7, 7, 7]),
        encode([parts[0], ...parts.slice(1).map(() => null)]),
        encode({ scope: parts[0] }),
        encode([parts[0], ...parts.slice(1).map((part) => (typeof part === 'number' ? 'text' : 12))]),
        encode([parts[0], ...parts.slice(1).map((part) => (typeof part === 'number' ? 1.5 : part)), 1]),
      ];
      for (const after of tampered) {
        expectProblem(await list(`sort=title&after=${after}`), 400, 'invalid_cursor');
      }
    });

    test('GraphQL refuses them alike', async () => {
      const query = 'query ($after: String) { products(after: $after, sort: "-title") { nodes { id } } }';
      for (const after of [cursor, 'nonsense']) {
        const { body } = await api.graphql(query, { variables: { after } });
        expect(body.errors[0].extensions).toMatchObject({
          ...{ code: 'invalid_cursor', status: 400 },
          errors: [{ pointer: '/after' }],
        });
      }
    });
  });
}
