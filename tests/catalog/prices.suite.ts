import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt } from './products.suite.ts';

/** Base prices, price lists, and which of them wins. */
export function priceSuite(openEngine: OpenEngine): void {
  describe('prices', () => {
    let store: GivenStore;
    beforeAll(async () => {
      store = await givenStore(openEngine);
    });
    afterAll(() => store.close());

    async function product(): Promise<Body> {
      const prices = [
        { amount: 5000, currency: 'EUR', compareAtAmount: 6000 },
        { amount: 4500, currency: 'EUR', minimumQuantity: 10 },
        { amount: 5500, currency: 'USD' },
      ];
      const answer = await store.request(
        'POST /v1/products',
        shirt({ options: [], variants: [{ sku: null, prices }] }),
      );
      expect(answer).toMatchObject({ status: 201 });
      return answer.body;
    }

    async function priceList(conditions: Readonly<Record<string, unknown>>): Promise<string> {
      const answer = await store.request('POST /v1/price-lists', {
        name: 'List',
        status: 'active',
        ...conditions,
      });
      expect(answer).toMatchObject({ status: 201 });
      return answer.body.id;
    }

    async function setPrice(priceListId: string, variantId: string, amount: number): Promise<Body> {
      const prices = [{ variantId, amount, currency: 'EUR' }];
      const answer = await store.request(`PUT /v1/price-lists/${priceListId}/prices`, { prices });
      expect(answer).toMatchObject({ status: 200 });
      return answer.body.prices[0];
    }

    async function explain(variantId: string, query: string): Promise<Body> {
      const answer = await store.request(`GET /v1/prices/explain?variantId=${variantId}&${query}`);
      expect(answer).toMatchObject({ status: 200 });
      return answer.body;
    }

    test('the base price of a currency is shown, and none where there is none', async () => {
      const { id } = await product();
      const inEuro = await store.request(`GET /v1/products/${id}?currency=EUR`);
      expect(inEuro.body.variants[0].price).toMatchObject({ amount: 5000, compareAtAmount: 6000 });
      expect(inEuro.body.variants[0].price.includesTax).toBe(true);
      const inYen = await store.request(`GET /v1/products/${id}?currency=JPY`);
      expect(inYen.body.variants[0].price).toBeNull();
    });

    test('a price list goes before base prices, for whom and when it is meant', async () => {
      const { id, variants } = await product();
      const variantId = variants[0].id;
      const startsAt = new Date(store.now().getTime() + 60_000).toISOString();
      await setPrice(await priceList({ customerGroups: ['vip'] }), variantId, 4000);
      await setPrice(await priceList({ startsAt, priority: 5 }), variantId, 3000);
      await setPrice(await priceList({ status: 'draft', priority: 9 }), variantId, 1);
      const amount = async (query: string) =>
        (await store.request(`GET /v1/products/${id}?channel=web&${query}`)).body.variants[0].price.amount;
      expect(await amount('')).toBe(5000);
      expect(await amount('customerGroup=vip')).toBe(4000);
      store.moveClock(61);
      expect(await amount('customerGroup=vip')).toBe(3000);
    });

    test('an explanation names every price and the rule that put it out', async () => {
      const { variants } = await product();
      const variantId = variants[0].id;
      const winner = await setPrice(
        await priceList({ channels: ['web'], countries: ['AT'] }),
        variantId,
        4200,
      );
      await setPrice(await priceList({ name: 'Trade', channels: ['b2b'] }), variantId, 100);
      await setPrice(await priceList({ channels: ['web'] }), variantId, 3000);
      const body = await explain(variantId, 'channel=web&country=AT&currency=EUR&quantity=12');
      expect(body.selected).toMatchObject({ priceId: winner.id, amount: 4200 });
      const rules = body.candidates.map((candidate: Body) => [
        ...[candidate.amount, candidate.outcome, candidate.rule],
      ]);
      expect(rules[0]).toEqual([4200, 'selected', 'selected']);
      expect(rules).toContainEqual([3000, 'outranked', 'country']);
      expect(rules).toContainEqual([100, 'not_applicable', 'channel']);
      expect(rules).toContainEqual([5500, 'not_applicable', 'currency']);
      expect(rules).toContainEqual([4500, 'outranked', 'price_list']);
      const trade = body.candidates.find((candidate: Body) => candidate.amount === 100);
      expect(trade.reason).toBe('The price list is for the channels b2b; asked for web.');
    });

    test('a tier is reached by quantity', async () => {
      const { variants } = await product();
      expect((await explain(variants[0].id, 'currency=EUR&quantity=9')).selected.amount).toBe(5000);
      expect((await explain(variants[0].id, 'currency=EUR&quantity=10')).selected.amount).toBe(4500);
    });

    test('setting a price again replaces it, and each change has its event', async () => {
      const { id, variants } = await product();
      const list = await priceList({});
      const first = await setPrice(list, variants[0].id, 900);
      const second = await setPrice(list, variants[0].id, 800);
      expect(second.id).toBe(first.id);
      await setPrice(list, variants[0].id, 800);
      await store.request(`DELETE /v1/price-lists/${list}/prices/${first.id}`);
      const changes = (await store.events())
        .filter((event) => event.type === 'price.changed' && event.subject === id)
        .map((event) => event.data as Body);
      expect(changes.map(({ amountBefore, amountNow }) => [amountBefore, amountNow])).toEqual([
        [null, 900],
        [900, 800],
        [800, null],
      ]);
    });

    test('a price of an unknown variant, an unknown currency or a doubled one is refused', async () => {
      const list = await priceList({});
      const { variants } = await product();
      const put = (prices: object[]) => store.request(`PUT /v1/price-lists/${list}/prices`, { prices });
      const unknown = await put([
        { variantId: 'var_01J8ZQ6X0V0000000000000000', amount: 1, currency: 'EUR' },
      ]);
      expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_reference' } });
      const price = { variantId: variants[0].id, amount: 1, currency: 'EUR' };
      const wrong = await put([price, { ...price, currency: 'GBP' }, price]);
      expect(wrong.body.errors.map((error: Body) => error.pointer)).toEqual([
        '/prices/1/currency',
        '/prices/2',
      ]);
    });

    test('prices of a product that is gone are gone', async () => {
      const list = await priceList({});
      const { id, variants } = await product();
      await setPrice(list, variants[0].id, 700);
      await store.request(`DELETE /v1/products/${id}`);
      await store.drain();
      expect((await store.request(`GET /v1/price-lists/${list}/prices`)).body.data).toEqual([]);
    });
  });
}
