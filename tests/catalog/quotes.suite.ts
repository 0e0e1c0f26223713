import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt } from './products.suite.ts';

const missing = 'var_01K00000000000000000000000';

/** Quotes: what has to be known to sell variants of any products, in one call. */
export function quoteSuite(openEngine: OpenEngine): void {
  describe('quotes', () => {
    let store: GivenStore;
    beforeAll(async () => {
      store = await givenStore(openEngine);
    });
    afterAll(() => store.close());

    async function variant(settings: object, product: object = {}): Promise<string> {
      const prices = [
        { amount: 1000, currency: 'EUR' },
        { amount: 800, currency: 'EUR', minimumQuantity: 10 },
      ];
      const variants = [{ prices, inventoryPolicy: 'untracked', ...settings }];
      const answer = await store.request('POST /v1/products', shirt({ options: [], variants, ...product }));
      expect(answer).toMatchObject({ status: 201 });
      return answer.body.variants[0].id;
    }

    async function quotes(variants: readonly object[], input: object = {}): Promise<Body> {
      const answer = await store.shopper('POST /v1/variants/quote', { variants, ...input });
      expect(answer).toMatchObject({ status: 200 });
      return answer.body.quotes;
    }

    test('each variant is quoted at its quantity, with why its price wins', async () => {
      const weight = { value: 2, unit: 'kg' };
      const [one, two] = [await variant({}), await variant({ weight, taxClass: 'reduced' })];
      expect(
        await quotes([
          { variantId: two, quantity: 10 },
          { variantId: one, quantity: 9 },
        ]),
      ).toMatchObject([
        {
          ...{ variantId: two, status: 'sold', price: { amount: 800 } },
          variant: { weightGrams: 2000, taxClass: 'reduced', requiresShipping: true },
          priceReason: expect.stringContaining('goes before'),
        },
        { variantId: one, price: { amount: 1000 }, availability: { status: 'in_stock' } },
      ]);
    });

    test('a price that is not there is explained', async () => {
      const variantId = await variant({});
      expect(await quotes([{ variantId, quantity: 1 }], { currency: 'USD' })).toMatchObject([
        { price: null, priceReason: expect.stringContaining('in EUR') },
      ]);
    });

    test('nothing is told of what is not published, and what is missing is said to be', async () => {
      const draft = await variant({}, { status: 'draft' });
      const asked = [draft, missing].map((variantId) => ({ variantId, quantity: 1 }));
      const nothing = { variant: null, price: null, availability: null };
      expect(await quotes(asked)).toMatchObject([
        { variantId: draft, status: 'not_published', ...nothing },
        { variantId: missing, status: 'missing', ...nothing },
      ]);
    });
  });
}
