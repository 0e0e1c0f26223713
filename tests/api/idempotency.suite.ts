import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem, type GivenApi, givenApi, type OpenEngine, product } from './given-api.ts';

export function idempotencySuite(openEngine: OpenEngine): void {
  describe('idempotency keys', () => {
    let api: GivenApi;
    beforeAll(async () => {
      api = await givenApi(openEngine);
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    const keyed = (key: string) => ({ 'idempotency-key': key });
    const events = async (subject: string) =>
      (await api.engine.outbox.events('shop', { after: 0, limit: 1000 })).filter(
        (event) => event.subject === subject && event.type.startsWith('product.'),
      );

    test('the same request gets the same answer, and happens once', async () => {
      const asked = { body: product(), headers: keyed('same') };
      const first = await api.ask('POST /v1/products', asked);
      const second = await api.ask('POST /v1/products', asked);
      expect(first.status).toBe(201);
      expect([second.status, second.text]).toEqual([201, first.text]);
      expect(second.headers.etag).toBe(first.headers.etag);
      expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
        undefined,
        'true',
      ]);
      expect((await events(first.body.id)).filter(({ type }) => type === 'product.created')).toHaveLength(1);
    });

    test('another request under the same key is refused', async () => {
      const headers = keyed('other');
      const { body } = await api.ask('POST /v1/products', { body: product(), headers });
      for (const [route, input] of [
        ['POST /v1/products', product()],
        [`PATCH /v1/products/${body.id}`, { title: 'Other' }],
        [`DELETE /v1/products/${body.id}`, undefined],
      ] as const) {
        expectProblem(await api.ask(route, { body: input, headers }), 409, 'idempotency_mismatch');
      }
    });

    test('PATCH and DELETE are repeated safely, with If-Match too', async () => {
      const { body } = await api.ask('POST /v1/products', { body: product() });
      const change = { body: { title: 'Changed' }, headers: { ...keyed('patch'), 'if-match': '"1"' } };
      const first = await api.ask(`PATCH /v1/products/${body.id}`, change);
      const second = await api.ask(`PATCH /v1/products/${body.id}`, change);
      expect([first.status, second.status, second.body.version]).toEqual([200, 200, 2]);
      for (let time = 0; time < 2; time += 1) {
        const gone = await api.ask(`DELETE /v1/products/${body.id}`, { headers: keyed('delete') });
        expect([gone.status, gone.text]).toEqual([204, '']);
      }
    });

    test('requests sent at the same time have one effect, and all get its answer', async () => {
      const asked = { body: product(), headers: keyed('parallel') };
      const answers = await Promise.all(Array.from({ length: 6 }, () => api.ask('POST /v1/products', asked)));
      expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    });

    test('changes of one version sent at the same time under one key are one change', async () => {
      const { body } = await api.ask('POST /v1/products', { body: product() });
      const change = { body: { title: 'Once' }, headers: { ...keyed('parallel-change'), 'if-match': '"1"' } };
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => api.ask(`PATCH /v1/products/${body.id}`, change)),
      );
      expect(answers.map(({ status, body: changed }) => [status, changed.version])).toEqual(
        Array(4).fill([200, 2]),
      );
    });

    test('what was refused is decided again', async () => {
      const headers = keyed('refused');
      const input = product({ slug: 'taken-once' });
      const { body: holder } = await api.ask('POST /v1/products', { body: product({ slug: 'taken-once' }) });
      expectProblem(await api.ask('POST /v1/products', { body: input, headers }), 409, 'already_exists');
      await api.ask(`DELETE /v1/products/${holder.id}`);
      expect(await api.ask('POST /v1/products', { body: input, headers })).toMatchObject({ status: 201 });
    });

    test('a key is the caller’s own', async () => {
      const key = await api.createKey({});
      const first = await api.ask('POST /v1/products', { body: product(), headers: keyed('own') });
      const second = await api.ask('POST /v1/products', { body: product(), headers: keyed('own'), key });
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body.id).not.toBe(first.body.id);
    });

    test('a key is kept over a restart, for 24 hours', async () => {
      const asked = { body: product(), headers: keyed('restart') };
      const first = await api.ask('POST /v1/products', asked);
      await api.restart();
      api.moveClock(24 * 60 * 60 - 1);
      expect((await api.ask('POST /v1/products', asked)).text).toBe(first.text);
      api.moveClock(2);
      expectProblem(await api.ask('POST /v1/products', asked), 409, 'already_exists');
    });

    test.each(['', 'with space', 'x'.repeat(256)])(
      'a key that can not be one is refused: "%s"',
      async (key) => {
        const answer = await api.ask('POST /v1/products', { body: product(), headers: keyed(key) });
        expect(expectProblem(answer, 400, 'malformed_request').detail).toContain('Idempotency-Key');
        const { body } = await api.graphql(
          'mutation ($key: String!) { deleteProduct(input: {productId: "prod_00000000000000000000000000"}, idempotencyKey: $key) { id } }',
          { variables: { key } },
        );
        expect(body.errors[0].extensions).toMatchObject({ code: 'malformed_request', status: 400 });
      },
    );

    describe('in GraphQL', () => {
      const create =
        'mutation ($input: CreateProductInput!, $key: String) { createProduct(input: $input, idempotencyKey: $key) { id } }';

      test.each(['argument', 'header'])('a mutation with the key as %s happens once', async (place) => {
        const asked =
          place === 'argument'
            ? { variables: { input: product(), key: 'graphql-argument' } }
            : { variables: { input: product() }, headers: keyed('graphql-header') };
        const first = await api.graphql(create, asked);
        const second = await api.graphql(create, asked);
        expect(first.body.data.createProduct.id).toMatch(/^prod_/);
        expect(second.body).toEqual(first.body);
        const other = await api.graphql(create, {
          ...asked,
          variables: { ...asked.variables, input: product() },
        });
        expect(other.body.errors[0].extensions).toMatchObject({ code: 'idempotency_mismatch', status: 409 });
      });

      test('several mutations under one header each happen once', async () => {
        const query = `mutation ($one: CreateProductInput!, $two: CreateProductInput!) {
          one: createProduct(input: $one) { id } two: createProduct(input: $two) { id }
        }`;
        const asked = { variables: { one: product(), two: product() }, headers: keyed('graphql-two') };
        const first = await api.graphql(query, asked);
        expect(first.body.data.one.id).not.toBe(first.body.data.two.id);
        expect((await api.graphql(query, asked)).body).toEqual(first.body);
      });
    });
  });

  describe('versions', () => {
    let api: GivenApi;
    let id: string;
    beforeAll(async () => {
      api = await givenApi(openEngine);
      id = (await api.ask('POST /v1/products', { body: product() })).body.id;
      await api.ask(`PATCH /v1/products/${id}`, { body: { title: 'Second' } });
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    test('an answer names its version, and is not sent again to who has it', async () => {
      const { headers } = await api.ask(`GET /v1/products/${id}`);
      expect(headers.etag).toBe('"2"');
      const again = await api.ask(`GET /v1/products/${id}`, { headers: { 'if-none-match': '"2"' } });
      expect([again.status, again.text]).toEqual([304, '']);
    });

    test('a change of an older version is refused, with both versions', async () => {
      for (const route of [`PATCH /v1/products/${id}`, `DELETE /v1/products/${id}`]) {
        const body = route.startsWith('PATCH') ? { title: 'Late' } : undefined;
        const refused = expectProblem(
          await api.ask(route, { body, headers: { 'if-match': '"1"' } }),
          409,
          'version_conflict',
        );
        expect(refused.details).toEqual({ expected: 1, actual: 2 });
      }
    });

    test.each(['"2"', '2', '*', undefined])('a change with If-Match %s is made', async (match) => {
      const { body: before } = await api.ask(`GET /v1/products/${id}`);
      const current = match?.replace('2', String(before.version));
      const { status, body } = await api.ask(`PATCH /v1/products/${id}`, {
        body: { title: `After ${before.version}` },
        headers: current === undefined ? {} : { 'if-match': current },
      });
      expect([status, body.version]).toEqual([200, before.version + 1]);
    });

    test.each(['newest', '"abc"', '"1", "2"', ''])(
      'an If-Match that is no version is refused: %s',
      async (match) => {
        const answer = await api.ask(`PATCH /v1/products/${id}`, {
          body: {},
          headers: { 'if-match': match },
        });
        expect(expectProblem(answer, 400, 'malformed_request').detail).toContain('If-Match');
      },
    );

    test('GraphQL takes the version as an argument', async () => {
      const mutation = (version: number) =>
        `mutation { updateProduct(input: {productId: "${id}", title: "From GraphQL"}, expectedVersion: ${version}) { version } }`;
      const { body: before } = await api.ask(`GET /v1/products/${id}`);
      const late = await api.graphql(mutation(1));
      expect(late.body.errors[0].extensions).toMatchObject({
        ...{ code: 'version_conflict', status: 409 },
        details: { expected: 1, actual: before.version },
      });
      const { body } = await api.graphql(mutation(before.version));
      expect(body.data.updateProduct.version).toBe(before.version + 1);
    });
  });
}
