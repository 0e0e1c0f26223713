import { expect, test } from 'vitest';
import { createContract } from '../../runtime/contract/contract.ts';
import { createMemoryFileStore } from '../../runtime/files/memory-file-store.ts';
import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import { collectionsOf, createRuntime } from '../../runtime/runtime.ts';
import {
  createCheckoutService,
  type RateProvider,
  type TaxEngine,
} from '../../runtime/services/checkout/index.ts';
import { services as platformServices } from '../../runtime/services/index.ts';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import type { Body } from '../catalog/given-store.ts';
import { shirt } from '../catalog/products.suite.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

/** A tax of one cent an item, whatever it costs: no rate of ours could say that. */
const centTax: TaxEngine = {
  async calculate({ items }) {
    return items.map(({ id, amount }) => ({
      ...{ id, name: 'Cent tax', rate: 0, taxed: { net: amount, tax: 1, gross: amount + 1 } },
    }));
  },
};

/** A cent a gram, and nothing across the border. */
const courier: RateProvider = {
  async rate(_carrier, _method, { weight, destination }) {
    if (destination.country !== 'DE') return { rate: undefined };
    return { rate: { amount: weight, deliveryDays: { from: 1, to: 1 } } };
  },
};

const method = {
  ...{ key: 'bike', name: 'Bike courier', kind: 'carrier' as const, rates: {}, freeFrom: {} },
  ...{ deliveryDays: null, locationId: null, provider: 'courier' },
};
const config = {
  ...fashionConfig,
  shipping: {
    zones: [{ key: 'all', name: 'All', countries: ['*'], regions: [], methods: [method] }],
    carriers: [],
  },
};

test("an outside tax engine and an outside carrier take the place of the config's tables", async () => {
  const clock = { now: () => new Date('2026-03-01T09:00:00.000Z') };
  const checkout = createCheckoutService({ taxEngine: centTax, rateProvider: courier });
  const services = platformServices.map((service) => (service.name === 'checkout' ? checkout : service));
  const engine = await openSqliteEngine({
    encryptionKeys: testEncryptionKeys,
    path: ':memory:',
    collections: collectionsOf(services),
    clock,
  });
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const files = createMemoryFileStore();
  const runtime = createRuntime(
    {
      engine,
      services,
      clockOf: () => clock,
      machineClock: clock,
      ids: createUlidGenerator(clock),
      files,
      log,
      rateLimits: 'none',
    },
    createContract(config),
  );
  await runtime.configure('shop', config);
  const call = async (operationId: string, input: object) =>
    (await runtime.execute('shop', operationId, { ...input })) as Body;

  const weight = { value: 0.25, unit: 'kg' };
  const variants = [{ prices: [{ amount: 1000, currency: 'EUR' }], inventoryPolicy: 'untracked', weight }];
  const product = await call('catalog.products.create', shirt({ options: [], variants }));
  const lines = [{ variantId: product.variants[0].id, quantity: 2 }];
  const { cart } = await call('checkout.carts.create', { lines });
  expect(await call('checkout.carts.listShippingMethods', { cartId: cart.id })).toMatchObject({
    methods: [{ key: 'bike', price: { amount: 500 }, deliveryDays: { from: 1, to: 1 } }],
  });
  const chosen = await call('checkout.carts.chooseShippingMethod', { cartId: cart.id, method: 'bike' });
  expect(chosen.totals).toMatchObject({ tax: { amount: 2 }, total: { gross: { amount: 2502 } } });
  const abroad = await call('checkout.carts.update', { cartId: cart.id, country: 'FR' });
  expect(abroad.shippingMethod).toBeNull();
  await runtime.close();
  await engine.close();
});
