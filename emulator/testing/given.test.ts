import { expect, test } from 'vitest';
import type { Config } from '../../runtime/config/define-config.ts';
import { createSandbox } from '../testing.ts';
import type { Body } from './ask.ts';
import { sampleAddress } from './sample-address.ts';

function shop(country: string, currency: string, more: Partial<Config>, parcel = 500): Config {
  return {
    ...{ name: 'A shop', locales: ['en'], currencies: [currency], channels: { web: { name: 'Web' } } },
    productTypes: { default: { name: 'Product', attributes: {} } },
    shipping: {
      zones: {
        home: {
          ...{ name: 'Home', countries: [country] },
          methods: { parcel: { name: 'Parcel', rates: { [currency]: parcel } } },
        },
      },
    },
    fraud: { rules: [] },
    ...more,
  };
}

test('an order is made in a shop that sells elsewhere, asks for attributes and is paid by transfer', async () => {
  const config = shop('US', 'USD', {
    productTypes: {
      book: {
        name: 'Book',
        attributes: {
          series: { type: 'reference', to: 'collection', required: true },
        },
      },
      tea: {
        name: 'Tea',
        attributes: {
          origin: { type: 'enum', values: ['Assam', 'Uji'], required: true },
          steeps: { type: 'number', minimum: 2, required: true },
          grams: { type: 'number', level: 'variant', required: true },
        },
      },
    },
    payments: { manual: { methods: { transfer: { name: 'Transfer' } } } },
  });
  await using store = await createSandbox({ config });
  const order = await store.given.order({ state: 'fulfilled' });
  expect(order).toMatchObject({
    ...{ paymentState: 'captured', fulfilmentState: 'fulfilled', currency: 'USD' },
    shippingAddress: { country: 'US', region: 'CA' },
  });
  const { data } = await store.ask('GET /v1/products');
  expect(data).toMatchObject([{ productType: 'tea', attributes: { origin: 'Assam', steeps: 2 } }]);
});

test('an order is made where PayPal alone is offered, and where the money is taken later', async () => {
  await using paypal = await createSandbox({ config: shop('AT', 'EUR', { payments: { paypal: {} } }) });
  expect(await paypal.given.order()).toMatchObject({
    paymentState: 'captured',
    shippingAddress: { country: 'AT' },
  });
  const later = shop('JP', 'JPY', { payments: { stripe: { capture: 'manual' } } });
  await using stripe = await createSandbox({ config: later });
  expect(await stripe.given.order()).toMatchObject({ paymentState: 'captured' });
});

test('what costs nothing is ordered without a payment', async () => {
  await using store = await createSandbox({ config: shop('DE', 'EUR', { payments: { stripe: {} } }, 0) });
  const product = await store.given.product({ price: 0 });
  expect(await store.given.order({ product })).toMatchObject({ paymentState: 'none' });
});

test('there is a sample address of every country, which the platform takes', async () => {
  await using store = await createSandbox();
  const { countries } = await store.ask('GET /v1/countries');
  const wrong = await Promise.all(
    countries.map(async ({ code }: Body) => {
      const address = await sampleAddress(store.ask, code);
      const { problems } = await store.ask('POST /v1/addresses/validate', { address });
      return problems.map(({ message }: Body) => `${code}: ${message}`);
    }),
  );
  expect(wrong.flat()).toEqual([]);
});
