import { beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../../../runtime/config/index.ts';
import { createContract } from '../../../../runtime/contract/contract.ts';
import { openApiDocument } from '../../../../runtime/gateway/documents/openapi.ts';
import { seedNamed } from '../../../seeds/index.ts';
import {
  type Collection,
  collectionOfId,
  collectionsOf,
  inputOf,
  movesOf,
  relatedOf,
} from './collections.ts';
import { columnsOf } from './columns.ts';
import { fieldsOf } from './form.ts';
import type { ApiDocument } from './open-api.ts';

let document: ApiDocument;
let collections: readonly Collection[];

beforeAll(() => {
  const { config } = parseConfig(seedNamed('fashion').build().config);
  // As it comes over the wire.
  document = JSON.parse(JSON.stringify(openApiDocument(createContract(config), 'Halden')));
  collections = collectionsOf(document);
});

function collection(key: string): Collection {
  const found = collections.find((each) => each.key === key);
  if (!found) throw new Error(`There is no ${key}.`);
  return found;
}

const columns = (key: string) => columnsOf(document, collection(key).item).map(({ path }) => path.join('.'));
const moves = (key: string) => movesOf(document, collection(key)).map(({ id }) => id);

test('everything that is listed without naming another record is a collection, and has columns', () => {
  for (const { key, item } of collections)
    expect([key, columnsOf(document, item).length > 0]).toEqual([key, true]);
  expect(collections.map(({ key }) => key)).toEqual(
    expect.arrayContaining([
      'catalog.products',
      'orders.orders',
      'webhooks.endpoints',
      'catalog.inventory.listLevels',
    ]),
  );
});

test('what a customer sees who is signed in is no collection: it needs their token', () => {
  expect(collections.filter(({ key }) => key.startsWith('customers.me'))).toEqual([]);
});

test('a record is opened, created, changed and deleted by the operations of its resource', () => {
  const { get, create, update, remove } = collection('catalog.products');
  expect([get?.id, create?.id, update?.id, remove?.id]).toEqual(
    ['get', 'create', 'update', 'delete'].map((verb) => `catalog.products.${verb}`),
  );
});

describe('columns', () => {
  test('begin with what a record is called, and end with when it was', () => {
    expect(columns('orders.orders').slice(0, 3)).toEqual(['number', 'email', 'totals.total.gross']);
    expect(columns('orders.orders').at(-1)).toBe('createdAt');
  });
  test('begin with the id of what has no name', () => {
    expect(columns('payments.payments')[0]).toBe('id');
  });
});

describe('moves', () => {
  test('are what changes one record, its own before those of others', () => {
    expect(moves('payments.payments')).toEqual(
      ['refresh', 'capture', 'cancel', 'assignOrder', 'refund'].map((verb) => `payments.payments.${verb}`),
    );
    expect(moves('orders.orders').at(-1)).toBe('orders.returns.request');
  });
  test('are not what only reads, by POST or not', () => {
    expect(moves('orders.orders')).not.toContain('orders.orders.read');
    expect(moves('orders.orders')).not.toContain('orders.documents.invoice');
  });
});

test('what belongs to a record stands below its path, or can be asked for it', () => {
  const names = relatedOf(document, collection('orders.orders'), collections).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Timeline', 'Refunds', 'Payments', 'Fulfilments', 'Returns']),
  );
});

test('an id leads to the collection of what it names, and a text that looks like one nowhere', () => {
  expect(collectionOfId(collections, 'ord_01JDSEEDEXRMWW8CY8T8GCZY4V')?.key).toBe('orders.orders');
  expect(collectionOfId(collections, 'ord_1')).toBeUndefined();
  expect(collectionOfId(collections, 'zzz_01JDSEEDEXRMWW8CY8T8GCZY4V')).toBeUndefined();
});

test('fields are of the kind that their schema says', () => {
  const { update } = collection('checkout.promotions');
  if (!update) throw new Error('A promotion can be changed.');
  const { body = {}, takesVersion } = inputOf(document, update);
  const kinds = Object.fromEntries(fieldsOf(document, body).map(({ name, shape }) => [name, shape]));
  expect(takesVersion).toBe(true);
  expect(kinds).toMatchObject({
    status: { value: { kind: 'choice', choices: expect.arrayContaining(['active']) }, isNullable: false },
    startsAt: { value: { kind: 'moment' }, isNullable: true },
    usageLimit: { value: { kind: 'number', isInteger: true }, isNullable: true },
    amounts: { value: { kind: 'json' } },
  });
});
