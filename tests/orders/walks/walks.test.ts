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

/** Always the same walks; `tests/slow/order-walks.test.ts` takes many more, and new ones each time. */
test('whatever is done with an order, units, stock and money add up after every step', async () => {
  const seen = await walkOrders(shop, { runs: 6, longest: 40, seed: 20_261_126 });
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['POST /v1/orders/…/fulfilments done', 'POST /v1/fulfilments/…/ship done'],
      ...['POST /v1/returns/…/complete done', 'POST /v1/orders/…/refunds done'],
      ...['POST /v1/orders/…/cancel done', 'POST /v1/orders/…/cancel order_state'],
      ...['POST /v1/fulfilments/…/ship fulfilment_state', 'POST /v1/orders/…/returns order_units'],
    ]),
  );
});
