import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import type { OfferedApi } from './offered-api.ts';
import { recordedCalls } from './recorded-calls.ts';

const api: OfferedApi = {
  route: (method, path) => ({
    id: `${method} ${path.split('/')[2]}`,
    http: `${method} ${path}`,
    isWrite: method !== 'GET',
    answerSchema: () => undefined,
  }),
  isWrite: ({ method }) => method !== 'GET',
  refusals: async () => [],
  answerSchema: async () => undefined,
};

const product = 'prod_01J00000000000000000000001';
const cart = 'cart_01J00000000000000000000002';

/** A call that took a moment, in its place among the others. */
function exchange(at: number, request: string, more: Partial<Exchange> = {}): Exchange {
  const [method = '', url = ''] = request.split(' ');
  const headers = { authorization: 'Bearer hp_pk_1' };
  return {
    method,
    url,
    headers,
    body: undefined,
    status: 200,
    answer: {},
    askedAt: at,
    answeredAt: at + 1,
    ...more,
  };
}

const recorded = (exchanges: readonly Exchange[]) =>
  recordedCalls(exchanges, api, Date.parse('2026-11-26T10:30:00Z'));

test('what one answer gave and a later call sends has a name, and no id is kept', async () => {
  const calls = await recorded([
    exchange(1, 'GET /v1/products', { answer: { data: [{ id: product }] } }),
    exchange(3, 'POST /v1/carts', {
      body: { variantId: product },
      answer: { id: cart, token: 'tok_abcdefghijklmnop123456' },
    }),
    exchange(5, `POST /v1/carts/${cart}/lines?of=${product}`, {
      body: { cartToken: 'tok_abcdefghijklmnop123456' },
    }),
  ]);
  expect(calls).toMatchObject([
    { request: 'GET /v1/products', gives: { prod_1: '/data/0/id' } },
    { body: { variantId: '{prod_1}' }, gives: { cart_1: '/id', token_1: '/token' } },
    { request: 'POST /v1/carts/{cart_1}/lines', query: { of: '{prod_1}' }, body: { cartToken: '{token_1}' } },
  ]);
  expect(JSON.stringify(calls)).not.toMatch(/01J|tok_/);
});

test('neither people nor secrets are kept, and what stands for them can be sent', async () => {
  const body = {
    email: 'jane@doe.org',
    shippingAddress: {
      firstName: 'Jane',
      addressLine1: 'Home 1',
      city: 'Bonn',
      postalCode: '53111',
      country: 'DE',
    },
    signInToken: 'a-token-from-a-mail',
    note: 'Ring at jane@doe.org',
    deliverOn: '2026-11-28',
  };
  const query = 'mutation { createCart(email: "jane@doe.org", firstName: "Jane", country: "DE") { id } }';
  const [call, graphql] = await recorded([
    exchange(1, 'POST /v1/carts', { body }),
    exchange(3, 'POST /graphql', { body: { query } }),
  ]);
  expect(call?.body).toEqual({
    email: 'somebody-1@example.com',
    shippingAddress: {
      ...{ firstName: 'Ada', addressLine1: 'Example Street 1', city: 'Exampletown' },
      ...{ postalCode: '53111', country: 'DE' },
    },
    signInToken: '{left out}',
    note: 'A text.',
    deliverOn: '{today+2d}',
  });
  expect(graphql?.body).toEqual({
    query: 'mutation { createCart(email: "somebody-1@example.com", firstName: "Ada", country: "DE") { id } }',
  });
});

test('what a page asks at once stands in the same order, whichever was asked first', async () => {
  const one = exchange(1, 'GET /v1/products', { answer: { data: [{ id: product }] } });
  const other = exchange(1.5, 'GET /v1/categories', { answeredAt: 9 });
  const again = exchange(1.7, 'GET /v1/products', { answer: { data: [] } });
  const then = exchange(4, `GET /v1/products/${product}`);
  const calls = await recorded([one, other, again, then]);
  expect(calls.map(({ request }) => request)).toEqual([
    'GET /v1/categories',
    'GET /v1/products',
    'GET /v1/products/{prod_1}',
  ]);
  const swapped = await recorded([
    { ...other, askedAt: 0.5 },
    { ...again, askedAt: 1, answer: one.answer },
    { ...one, askedAt: 1.7, answer: again.answer },
    then,
  ]);
  expect(swapped).toEqual(calls);
});
