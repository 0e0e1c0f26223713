import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandledRequest } from '../../runtime/runtime.ts';
import {
  type ApiAnswer,
  expectProblem,
  type GivenApi,
  givenApi,
  type OpenEngine,
  product,
} from './given-api.ts';

const card = '4242424242424242';
const spaced = '4242 4242 4242 4242';

/** Card numbers are refused at the door, wherever they stand, and leave no trace. */
export function cardNumberSuite(openEngine: OpenEngine): void {
  describe('card numbers', () => {
    let api: GivenApi;
    const handled: HandledRequest[] = [];
    const answers: ApiAnswer[] = [];
    beforeAll(async () => {
      api = await givenApi(openEngine);
      api.runtime.onRequest((request) => handled.push(request));
    });
    afterAll(async () => {
      const events = await api.engine.outbox.events('shop', { after: 0, limit: 1000 });
      const traces = JSON.stringify([handled, answers, events, api.faults]).replaceAll(/[ \-+]|%20/g, '');
      expect(handled.length).toBeGreaterThan(20);
      expect(traces.includes(card), 'digits of the card in an answer, the log or an event').toBe(false);
      expect(api.faults).toEqual([]);
      await api.close();
    });

    const ask: GivenApi['ask'] = async (...asked) => {
      const answer = await api.ask(...asked);
      answers.push(answer);
      return answer;
    };
    const pointersOf = (answer: ApiAnswer) =>
      expectProblem(answer, 422, 'card_number_refused').errors.map(
        ({ pointer }: { pointer: string }) => pointer,
      );

    test.each([
      [{ title: card }, '/title'],
      [{ description: `Paid with ${spaced}.` }, '/description'],
      [{ translations: { de: { title: card } } }, '/translations/de/title'],
      [{ variants: [{ sku: '4242-4242-4242-4242' }] }, '/variants/0/sku'],
      [
        { variants: [{ sku: 'A', prices: [{ amount: 4242424242424242, currency: 'EUR' }] }] },
        '/variants/0/prices/0/amount',
      ],
      [{ unknown: { deep: [card] } }, '/unknown/deep/0'],
      [{ attributes: { [card]: 'cotton' } }, '/attributes'],
    ])('in a body %j are refused with their place', async (changes, pointer) => {
      expect(pointersOf(await ask('POST /v1/products', { body: product(changes) }))).toEqual([pointer]);
    });

    test('in a body are refused when their digits are written as escapes', async () => {
      const body = JSON.stringify(product({ title: 'NUMBER' })).replace('NUMBER', '\\u0034242424242424242');
      const headers = { 'content-type': 'application/json' };
      expect(pointersOf(await ask('POST /v1/products', { body, headers }))).toEqual(['/title']);
    });

    test.each([
      [`GET /v1/products?after=${card}`, '/after'],
      ['GET /v1/products?after=4242%204242+4242-4242', '/after'],
      [`GET /v1/products?${card}=1`, ''],
      [`GET /v1/products/${card}`, '/productId'],
      ['GET /v1/products/%34%32%34%32%34%32%34%32%34%32%34%32%34%32%34%32', '/productId'],
      [`GET /v1/cards/${card}`, ''],
      [`POST /v1/products/${card}/unknown`, ''],
      [`GET /media/shop/${card}/a.png`, '/mediaId'],
    ])('in an address are refused: %s', async (route, pointer) => {
      expect(pointersOf(await ask(route))).toEqual([pointer]);
    });

    test('in an address that can not be read are not repeated', async () => {
      expectProblem(await ask(`GET /v1/products/%zz${card}`), 400, 'malformed_request');
    });

    test.each(['idempotency-key', 'if-match', 'x-request-id', 'x-anything', 'content-type', 'authorization'])(
      'in the header %s are refused',
      async (header) => {
        const answer = await ask('PATCH /v1/products/prod_1', { body: '{}', headers: { [header]: card } });
        expect(pointersOf(answer)).toEqual([`/headers/${header}`]);
        expect(answer.headers['x-request-id']).toMatch(/^req_/);
      },
    );

    test('under an idempotency key leave the key free', async () => {
      const headers = { 'idempotency-key': 'refused-with-card' };
      expect(pointersOf(await ask('POST /v1/products', { body: product({ title: card }), headers }))).toEqual(
        ['/title'],
      );
      expect(await ask('POST /v1/products', { body: product(), headers })).toMatchObject({ status: 201 });
    });

    test('are refused before anybody is asked who they are', async () => {
      const answer = await ask('POST /v1/products', { body: product({ title: card }), key: null });
      expect(pointersOf(answer)).toEqual(['/title']);
    });

    describe('in GraphQL', () => {
      const create = 'mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }';
      const refused = (answer: ApiAnswer) => {
        expect(answer.status).toBe(422);
        expect(answer.body.errors[0]).toMatchObject({
          message: expect.stringContaining('card number'),
          extensions: { code: 'card_number_refused', status: 422, hint: expect.any(String) },
        });
        return answer.body.errors[0].extensions.errors[0].pointer;
      };

      test.each([
        [{ query: create, variables: { input: product({ title: card }) } }, '/variables/input/title'],
        [{ query: `{ product(productId: "${card}") { id } }` }, '/query'],
        [{ query: `{ product(productId: "4242 4242 4242 4242") { id } }` }, '/query'],
        [{ query: '{ product(productId: "\\u0034242424242424242") { id } }' }, '/query'],
        [{ query: `{ products(first: ${card}) { nodes { id } } }` }, '/query'],
        [{ query: '{ store { name } }', operationName: card }, '/operationName'],
      ])('%j is refused', async (body, pointer) => {
        expect(refused(await ask('POST /graphql', { body }))).toBe(pointer);
      });

      test('as a link are refused', async () => {
        const query = encodeURIComponent(`{ product(productId: "${card}") { id } }`);
        expect(refused(await ask(`GET /graphql?query=${query}`))).toBe('/query');
        const variables = encodeURIComponent(JSON.stringify({ id: card }));
        expect(refused(await ask(`GET /graphql?query=x&variables=${variables}`))).toBe('/variables');
      });
    });

    test('are what articles, parcels, telephones and moments are not', async () => {
      const input = product({
        title: 'Sizes 36 38 40 42 44 46 48, order 20261126003556',
        description: 'Call +49 1512 3456 7890. 1Z4000056655665556, DE75 5121 0800 1245 1261 99',
      });
      input.variants[0].barcode = '4006381333931';
      input.variants[0].sku = '4006381333931';
      const headers = { 'idempotency-key': '04242424-4242-4242-4242-424242424242' };
      expect(await ask('POST /v1/products', { body: input, headers })).toMatchObject({ status: 201 });
    });
  });
}
