import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createContract } from '../../runtime/contract/contract.ts';
import { createMemoryFileStore } from '../../runtime/files/memory-file-store.ts';
import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import { collectionsOf, createRuntime, type Runtime } from '../../runtime/runtime.ts';
import { services } from '../../runtime/services/index.ts';
import type { Engine } from '../../runtime/store/index.ts';
import { openSqliteEngine } from '../../runtime/store/sqlite/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { countingReads } from './counting-reads.ts';

const clock = { now: () => new Date('2026-03-01T09:00:00.000Z') };
const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: console.error };

let directory: string;
let engine: Engine;
let runtime: Runtime;
let key: string;
const reads: string[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'headlesspro-batching-'));
  engine = await openSqliteEngine({
    encryptionKeys: testEncryptionKeys,
    path: join(directory, 'store.db'),
    collections: collectionsOf(services),
    clock,
  });
  runtime = createRuntime(
    {
      ...{ engine: countingReads(engine, reads), services, clockOf: () => clock, machineClock: clock, log },
      ids: createUlidGenerator(clock),
      files: createMemoryFileStore(),
    },
    createContract(fashionConfig),
  );
  await runtime.configure('shop', fashionConfig);
  key = await runtime.keys.create('shop', { kind: 'secret', name: 'test' });
  const create = async (operation: string, input: Record<string, unknown>): Promise<string> => {
    const created = (await runtime.execute('shop', operation, input)) as { id: string };
    return created.id;
  };
  const categories = [];
  for (let index = 0; index < 6; index++) {
    categories.push(await create('catalog.categories.create', { name: `Category ${index}` }));
  }
  for (let index = 0; index < 30; index++) {
    await create('catalog.products.create', {
      productType: 'simple',
      title: `Product ${index}`,
      status: 'active',
      categoryIds: [categories[index % 6], categories[(index + 1) % 6]],
      variants: [{ sku: `SKU-${index}`, prices: [{ amount: 1000 + index, currency: 'EUR' }] }],
    });
  }
});

afterAll(async () => {
  await runtime?.close();
  await engine?.close();
  await rm(directory, { recursive: true, force: true });
});

beforeEach(() => {
  reads.length = 0;
});

interface Answer {
  readonly data: { readonly products: { readonly nodes: readonly unknown[] } };
  readonly errors?: unknown;
}

async function ask(query: string): Promise<Answer> {
  const response = await runtime.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${key}` },
    payload: { query },
  });
  const answer: Answer = response.json();
  expect(answer.errors).toBeUndefined();
  return answer;
}

const nested = (first: number) => `{
  products(first: ${first}, channel: "web", currency: "EUR") {
    nodes {
      title
      variants { price { amount } }
      categories { name products(first: 1, channel: "web", currency: "EUR") {
        edges { cursor node { title variants { price { amount } } categories { name } } }
      } }
    }
  }
}`;

test('a nested query costs the same number of store reads for two products as for twelve', async () => {
  // What is read once and kept is read here.
  await ask(nested(1));
  reads.length = 0;
  const few = await ask(nested(2));
  const readsForFew = [...reads];
  reads.length = 0;
  const many = await ask(nested(12));
  expect(few.data.products.nodes).toHaveLength(2);
  expect(many.data.products.nodes).toHaveLength(12);
  expect(reads).toEqual(readsForFew);
  expect(reads.length).toBeLessThanOrEqual(16);
});

test('a relation costs one read, however many parents it has', async () => {
  await ask('{ products(first: 30) { nodes { title } } }');
  reads.length = 0;
  await ask('{ products(first: 30) { nodes { title } } }');
  const without = reads.length;
  reads.length = 0;
  await ask('{ products(first: 30) { nodes { title categories { name } } } }');
  expect(reads.length - without).toBe(1);
});

test('the stock of all variants of a page is read at once', async () => {
  const stock = (first: number) =>
    `{ products(first: ${first}) { nodes { variants { inventory { nodes { onHand location { name } } } } } } }`;
  await ask(stock(1));
  reads.length = 0;
  await ask(stock(2));
  const readsForFew = reads.length;
  reads.length = 0;
  await ask(stock(30));
  expect(reads.length).toBe(readsForFew);
});
