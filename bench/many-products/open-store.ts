import { setImmediate as turn } from 'node:timers/promises';
import { systemClock } from '../../runtime/clock/system-clock.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { createMemoryFileStore } from '../../runtime/files/memory-file-store.ts';
import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import { collectionsOf, createRuntime } from '../../runtime/runtime.ts';
import { listings, products } from '../../runtime/services/catalog/products/collections.ts';
import { completeProduct } from '../../runtime/services/catalog/products/complete-product.ts';
import { Faults } from '../../runtime/services/catalog/products/faults.ts';
import { listingOf } from '../../runtime/services/catalog/products/listing.ts';
import { slugOf } from '../../runtime/services/catalog/products/slug.ts';
import { services } from '../../runtime/services/index.ts';
import type { Store } from '../../runtime/store/index.ts';
import { createEncryptionKeyText, openSqliteEngine, parseEncryptionKeys } from '../../runtime/store/index.ts';
import { categories, categoryId, config, productId, productInput } from './given-products.ts';

const inOneTransaction = 2000;
const storeId = 'shop';
const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (details: object, message: string) => console.error(message, details),
};

/** Calls an operation of the store, without what HTTP adds. */
export type Call = (operation: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

export interface OpenStore {
  readonly call: Call;
  /** Asks the server for a path, all but the socket. */
  get(path: string): Promise<void>;
  /** Products that it was filled with. */
  readonly count: number;
  close(): Promise<void>;
}

/**
 * The documents that the service would write, made by its own functions: two inserts a batch. Through the
 * operation it takes twice as long and more. The events of the products' creation are left out.
 */
async function insertProducts(store: Store, first: number, end: number): Promise<void> {
  const ids = createUlidGenerator(systemClock);
  const documents = Array.from({ length: end - first }, (_, index) => {
    const input = productInput(first + index);
    const faults = new Faults();
    const id = productId(first + index);
    const document = completeProduct(id, input, slugOf(input.title), undefined, { config, ids, faults });
    if (faults.all.length > 0) throw new Error(JSON.stringify(faults.all));
    return document;
  });
  const now = systemClock.now().toISOString();
  await store.transaction(async (writer) => {
    const stored = await writer.insertMany(products, documents);
    const places = stored.map((product) =>
      listingOf(product, { categoryIds: product.categoryIds, collections: [] }, now),
    );
    await writer.insertMany(listings, places);
  });
}

/** A SQLite store in a file of its own, with as many products. */
export async function openStore(path: string, count: number): Promise<OpenStore> {
  const clock = systemClock;
  const encryptionKeys = parseEncryptionKeys(createEncryptionKeyText('bench'));
  const engine = await openSqliteEngine({
    path,
    collections: collectionsOf(services),
    clock,
    encryptionKeys,
  });
  const ids = createUlidGenerator(clock);
  const files = createMemoryFileStore();
  const runtime = createRuntime(
    { engine, services, clockOf: () => clock, ids, files, log, rateLimits: 'none' },
    createContract(config),
  );
  await runtime.configure(storeId, config);
  const key = await runtime.keys.create(storeId, { kind: 'secret', name: 'bench' });
  const call: Call = (operation, input) => runtime.execute(storeId, operation, input);
  for (let number = 0; number < categories; number += 1) {
    await call('catalog.categories.create', { id: categoryId(number), name: `Category ${number}` });
  }
  for (let first = 0; first < count; first += inOneTransaction) {
    await insertProducts(engine.store(storeId), first, Math.min(count, first + inOneTransaction));
    // SQLite answers at once: without this, Ctrl-C is never heard.
    await turn();
  }
  return {
    ...{ call, count },
    async get(url) {
      const headers = { authorization: `Bearer ${key}` };
      const { statusCode, body } = await runtime.server.inject({ url, headers });
      if (statusCode !== 200) throw new Error(body);
    },
    async close() {
      await runtime.close();
      await engine.close();
    },
  };
}
