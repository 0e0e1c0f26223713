import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys } from '../../encryption-keys.ts';
import { type GivenOrders, givenOrders } from '../given-orders.ts';
import { walkOrders } from './walk-orders.ts';

let shop: GivenOrders;
beforeAll(async () => {
  shop = await givenOrders((collections, clock) =>
    openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock }),
  );
});
afterAll(() => shop.close());

/** Many more are taken by `tests/slow/order-walks.test.ts`. */
test('whatever is done with an order, units, stock and money add up after every step', async () => {
  const seen = await walkOrders(shop, {
    runs: Number(process.env.RUNS ?? 8),
    longest: 40,
    seed: Number(process.env.SEED ?? 20_261_126),
  });
  if (process.env.RUNS) console.log([...seen].sort().join('\n'));
  expect(seen.size).toBeGreaterThan(20);
});
