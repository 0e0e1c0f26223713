import { describe, test } from 'vitest';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import type { OpenEngine } from '../catalog/given-store.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { givenOrders } from '../orders/given-orders.ts';
import { walkOrders } from '../orders/walks/walk-orders.ts';
import { postgresEngines } from '../postgres-engine.ts';

/** New walks each time; a failure names the seed, with which the same ones are taken again: `SEED=… npm run test:wide`. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

async function walk(openEngine: OpenEngine, runs: number): Promise<void> {
  const shop = await givenOrders(openEngine);
  try {
    await walkOrders(shop, { runs, longest: 60, seed });
  } finally {
    await shop.close();
  }
}

test('SQLite: orders add up, whatever is done with them', () =>
  walk(
    (collections, clock) =>
      openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock }),
    200,
  ));

describe('PostgreSQL', () => {
  const openEngine = postgresEngines();

  test('orders add up, whatever is done with them', () => walk(openEngine, 20));
});
