import { expect, test } from 'vitest';
import { ApiError } from '../../codegen/typescript/core/errors.ts';
import { graphqlOf, type TypedDocument } from '../../codegen/typescript/core/graphql.ts';
import { givenClient, rejection } from './given-client.ts';

/** As GraphQL Code Generator writes it. */
class Document<Result, Variables> extends String implements TypedDocument<Result, Variables> {
  __apiType?: (variables: Variables) => Result;
}

const titleOf = new Document<{ product: { title: string } | null }, { id: string }>(
  'query Title($id: ID!) { product(id: $id) { title } }',
);

test('a document is sent with its variables, and answered with what it is of', async () => {
  const { client, server } = await givenClient(() => ({ body: { data: { product: { title: 'Parka' } } } }));
  const { product } = await graphqlOf(client)(titleOf, { id: 'prod_1' });
  expect(product?.title).toBe('Parka');
  const [request] = server.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/graphql' });
  expect(JSON.parse(request?.body ?? '')).toEqual({ query: String(titleOf), variables: { id: 'prod_1' } });
  expect(request?.headers['idempotency-key']).toBeUndefined();
});

test('a mutation has an idempotency key, which its retries have too', async () => {
  const { client, server } = await givenClient((_, attempt) =>
    attempt === 1 ? { status: 503, body: {} } : { body: { data: {} } },
  );
  await graphqlOf(client)('mutation { deleteProduct(id: "prod_1") { id } }');
  const keys = server.requests.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/.{16,}/);
  expect(new Set(keys).size).toBe(1);
});

test('a mutation is known behind a fragment, too', async () => {
  const { client, server } = await givenClient(() => ({ body: { data: {} } }));
  await graphqlOf(client)('fragment Id on Product { id } mutation { deleteProduct(id: "prod_1") { ...Id } }');
  expect(server.requests[0]?.headers['idempotency-key']).toBeDefined();
});

test.each([200, 404])('an error is the problem that REST would answer, with status %i', async (status) => {
  const extensions = {
    code: 'not_found',
    status: 404,
    title: 'Not found',
    hint: 'Look.',
    requestId: 'req_1',
  };
  const errors = [{ message: 'There is no product prod_1.', path: ['product'], extensions }];
  const { client } = await givenClient(() => ({ status, body: { data: { product: null }, errors } }));
  const error = await rejection(graphqlOf(client)(titleOf, { id: 'prod_1' }));
  expect(ApiError.is(error)).toBe(true);
  expect(error).toMatchObject({
    ...{
      code: 'not_found',
      status: 404,
      detail: 'There is no product prod_1.',
      hint: 'Look.',
      requestId: 'req_1',
    },
    body: { path: ['product'], data: { product: null } },
  });
});

test('what is only busy is asked again', async () => {
  const busy = { errors: [{ message: 'Busy.', extensions: { code: 'rate_limited', status: 429 } }] };
  const { client, waits } = await givenClient((_, attempt) => ({
    body: attempt === 1 ? busy : { data: { product: null } },
  }));
  expect(await graphqlOf(client)(titleOf, { id: 'prod_1' })).toEqual({ product: null });
  expect(waits).toHaveLength(1);
});

test.each([
  [400, 400],
  [200, 500],
])('errors without a status of their own, answered with %i, have status %i', async (answered, expected) => {
  const body = { errors: [{ message: 'Syntax Error' }] };
  const { client } = await givenClient(() => ({ status: answered, body }), { retries: 0 });
  const error = await rejection(graphqlOf(client)('{'));
  expect(ApiError.is(error) && [error.status, error.detail]).toEqual([expected, 'Syntax Error']);
});
