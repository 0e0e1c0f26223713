import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, type GivenApi, givenApi, type OpenEngine, product } from './given-api.ts';

/** What is refused, and how it is said. */
export function errorSuite(openEngine: OpenEngine): void {
  describe('errors', () => {
    let api: GivenApi;
    beforeAll(async () => {
      api = await givenApi(openEngine);
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    test('each fault of a body is named with its place', async () => {
      const answer = await api.ask('POST /v1/products', {
        body: {
          productType: 'apparel',
          title: '',
          variants: [{ sku: 7, prices: [{ amount: '49', currency: 'EUR' }] }],
        },
      });
      const { errors, detail } = expectProblem(answer, 422, 'invalid_input');
      expect(errors.map((error: { pointer: string }) => error.pointer)).toEqual(
        expect.arrayContaining(['/title', '/variants/0/sku', '/variants/0/prices/0/amount']),
      );
      expect(detail).toContain('/title');
    });

    test('an unknown field of a body is refused by name, with the nearest known one', async () => {
      const answer = await api.ask('POST /v1/products', { body: product({ tittle: 'Shirt' }) });
      expect(expectProblem(answer, 422, 'invalid_input').errors).toEqual([
        { pointer: '/tittle', message: '"tittle" is not a known field. Did you mean "title"?' },
      ]);
    });

    test('an unknown attribute is refused by name, with the nearest known one', async () => {
      const answer = await api.ask('POST /v1/products', {
        body: product({ attributes: { fabrik: 'linen' } }),
      });
      expect(expectProblem(answer, 422, 'invalid_input').errors).toEqual([
        { pointer: '/attributes/fabrik', message: '"fabrik" is not a known field. Did you mean "fabric"?' },
      ]);
    });

    test.each([
      ['pagesize=5', '/pagesize', 'Did you mean "pageSize"?'],
      ['limit=5', '/limit', 'is not a known field.'],
      ['__proto__=5', '/__proto__', 'is not a known field.'],
      ['constructor=5', '/constructor', 'is not a known field.'],
      ['pageSize=many', '/pageSize', 'must be a whole number, not "many".'],
      ['pageSize=0', '/pageSize', 'must be at least 1'],
      ['pageSize=5&pageSize=6', '/pageSize', 'must be a whole number'],
      ['sort=titel', '/sort', 'Did you mean "title"?'],
    ])('the query string "%s" is refused', async (query, pointer, message) => {
      const { errors } = expectProblem(await api.ask(`GET /v1/products?${query}`), 422, 'invalid_input');
      expect(errors).toEqual([{ pointer, message: expect.stringContaining(message) }]);
    });

    test('what stands in the wrong place is refused, not overlooked', async () => {
      const { body } = await api.ask('POST /v1/products', { body: product() });
      const wrong = [
        ['POST /v1/products?title=Shirt', product(), '/title', 'JSON body'],
        [`PATCH /v1/products/${body.id}`, { productId: body.id }, '/productId', 'path'],
        [`GET /v1/products/${body.id}?productId=${body.id}`, undefined, '/productId', 'path'],
        [`DELETE /v1/products/${body.id}`, { reason: 'old' }, '/reason', 'query string'],
      ] as const;
      for (const [route, input, pointer, place] of wrong) {
        const refused = expectProblem(await api.ask(route, { body: input }), 422, 'invalid_input');
        expect(refused.errors).toEqual([
          { pointer, message: expect.stringContaining(`belongs in the ${place}`) },
        ]);
      }
    });

    test.each([
      ['{"title": "Shirt"', 'malformed_request'],
      ['not json', 'malformed_request'],
      ['[]', 'malformed_request'],
      ['"text"', 'malformed_request'],
      ['null', 'malformed_request'],
      ['{"__proto__": {"title": "Shirt"}}', 'malformed_request'],
      ['{"constructor": {"prototype": {"title": "Shirt"}}}', 'malformed_request'],
    ])('the body %s can not be read', async (body, code) => {
      const headers = { 'content-type': 'application/json' };
      expectProblem(await api.ask('POST /v1/products', { body, headers }), 400, code);
    });

    test('an empty body is an object without fields, whatever its type is said to be', async () => {
      const headers = { 'content-type': 'application/json' };
      const { errors } = expectProblem(
        await api.ask('POST /v1/products', { body: '', headers }),
        422,
        'invalid_input',
      );
      expect(errors).toEqual(expect.arrayContaining([{ pointer: '/title', message: 'is required.' }]));
      const { body } = await api.ask('POST /v1/products', { body: product() });
      expect(await api.ask(`DELETE /v1/products/${body.id}`, { headers })).toMatchObject({
        status: 204,
        text: '',
      });
    });

    test.each([
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'image/png',
      'multipart/form-data',
    ])('a body of type %s is refused where JSON is taken', async (type) => {
      const answer = await api.ask('POST /v1/products', {
        body: JSON.stringify(product()),
        headers: { 'content-type': type },
      });
      expect(expectProblem(answer, 415, 'unsupported_media_type').detail).toContain(type);
    });

    test('JSON is refused where a file is taken, with the types that are', async () => {
      const answer = await api.ask('POST /v1/media?filename=a.png', { body: {} });
      expect(expectProblem(answer, 415, 'unsupported_media_type').detail).toContain('image/png');
    });

    test('a body that is too large is refused with the limit', async () => {
      const answer = await api.ask('POST /v1/products', {
        body: product({ description: 'x'.repeat(1_100_000) }),
      });
      const refused = expectProblem(answer, 413, 'request_too_large');
      expect(refused.detail).toContain('1,048,576 bytes');
      expect(refused.details).toEqual({ limit: 1_048_576 });
    });

    test('a bulk operation takes larger bodies, and says its own limit', async () => {
      const text = 'x'.repeat(200_000);
      const rows = Array.from({ length: 8 }, () => product({ description: text }));
      expect(await api.ask('POST /v1/products/upsert', { body: { products: rows } })).toMatchObject({
        status: 200,
      });
    });

    test('an id that does not exist is named', async () => {
      const answer = await api.ask('GET /v1/products/prod_00000000000000000000000000');
      expect(expectProblem(answer, 404, 'not_found').detail).toContain('prod_00000000000000000000000000');
    });

    test('every problem that is declared can be looked up by its type', async () => {
      const { body } = await api.ask('GET /v1/problems');
      const codes = body.problems.map((declared: { code: string }) => declared.code);
      expect(codes).toEqual(expect.arrayContaining(['invalid_input', 'rate_limited', 'unknown_route']));
      expect(codes).toEqual([...codes].sort());
    });

    describe('in GraphQL', () => {
      const first = async (query: string, variables?: object) => {
        const { body } = await api.graphql(query, variables ? { variables } : {});
        return body.errors[0];
      };

      test('a field that does not exist is refused with the nearest known one', async () => {
        const error = await first('{ products { nodes { tittle } } }');
        expect(error.message).toContain('Did you mean "title"');
        expect(error.extensions).toMatchObject({
          code: 'invalid_query',
          status: 400,
          hint: expect.any(String),
        });
      });

      test('an input that is not valid has the same faults as in REST, at their place in the arguments', async () => {
        const error = await first(
          'mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }',
          { input: { productType: 'apparel', title: '' } },
        );
        expect(error.extensions).toMatchObject({
          ...{ code: 'invalid_input', status: 422, requestId: expect.any(String) },
          errors: [{ pointer: '/input/title', message: 'must not be empty.' }],
        });
      });

      test('an unknown field of an input is refused with the nearest known one', async () => {
        const error = await first(
          'mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }',
          { input: { productType: 'apparel', title: 'Shirt', stattus: 'active' } },
        );
        expect(error.message).toContain('"stattus"');
        expect(error.message).toContain('Did you mean "status"');
      });

      test.each([
        ['{"query": ', 400, 'malformed_request'],
        ['[]', 400, 'invalid_query'],
        ['{}', 400, 'invalid_query'],
        ['{"query": "{ store { name } }", "variables": []}', 400, 'invalid_query'],
      ])('the body %s is refused in the form of GraphQL', async (body, status, code) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await api.ask('POST /graphql', { body, headers });
        expect(answer.status).toBe(status);
        expect(answer.body.errors[0]).toMatchObject({
          message: expect.any(String),
          extensions: { code, status, requestId: answer.headers['x-request-id'] },
        });
      });

      test('a request without a key is refused in the form of GraphQL', async () => {
        const answer = await api.graphql('{ store { name } }', { key: null });
        expect(answer.status).toBe(401);
        expect(answer.body.errors[0].extensions).toMatchObject({ code: 'unauthenticated', status: 401 });
      });
    });
  });
}
