import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt, titles } from './products.suite.ts';

/** Where products are listed: for whom, in which order, page by page. */
export function listingSuite(openEngine: OpenEngine): void {
  describe('lists of products', () => {
    let store: GivenStore;
    beforeAll(async () => {
      store = await givenStore(openEngine);
      await given('Écharpe', { tags: ['winter'], status: 'active' }, 3000);
      await given('apron', { tags: ['winter', 'kitchen'], status: 'active' }, 1000);
      await given('Boots', { tags: ['winter'], status: 'active' }, 2000);
      await given('Draft coat', { tags: ['winter'], status: 'draft' }, 9000);
      await given('Trade cap', { status: 'active', publications: [{ channel: 'b2b' }] }, 500);
      await given('Novel', { productType: 'book', attributes: { author: 'Kafka' }, status: 'active' }, 1200);
    });
    afterAll(() => store.close());

    async function given(title: string, changes: Readonly<Record<string, unknown>>, amount: number) {
      store.moveClock(1);
      const input = shirt({ title, options: [], variants: [{ prices: [{ amount, currency: 'EUR' }] }] });
      expect(await store.request('POST /v1/products', { ...input, ...changes })).toMatchObject({
        status: 201,
      });
    }

    async function list(query: string): Promise<string[]> {
      const answer = await store.request(`GET /v1/products?${query}`);
      expect(answer).toMatchObject({ status: 200 });
      return titles(answer);
    }

    test('the newest come first, whatever their status', async () => {
      expect(await list('')).toEqual(['Novel', 'Trade cap', 'Draft coat', 'Boots', 'apron', 'Écharpe']);
      expect(await list('status=draft')).toEqual(['Draft coat']);
      expect(await list('tag=kitchen')).toEqual(['apron']);
      expect(await list('productType=book')).toEqual(['Novel']);
    });

    test('titles sort without regard to case and accents', async () => {
      expect(await list('tag=winter&sort=title')).toEqual(['apron', 'Boots', 'Draft coat', 'Écharpe']);
    });

    test('a channel shows what is active and published there, sorted by price where asked', async () => {
      expect(await list('channel=web&currency=EUR&sort=price')).toEqual([
        'apron',
        'Novel',
        'Boots',
        'Écharpe',
      ]);
      expect(await list('channel=b2b&currency=EUR&sort=-price')).toContain('Trade cap');
    });

    test('a shopper sees the channel of the key alone, with prices and availability', async () => {
      const page = await store.shopper('GET /v1/products?sort=title');
      expect(titles(page)).toEqual(['apron', 'Boots', 'Écharpe', 'Novel']);
      expect(page.body.data[0].variants[0]).toMatchObject({
        price: { amount: 1000, currency: 'EUR', priceListId: null },
        availability: { status: 'out_of_stock' },
      });
      expect(page.body.data[0].variants[0]).not.toHaveProperty('cost');
      const other = await store.shopper('GET /v1/products?channel=b2b');
      expect(other).toMatchObject({ status: 422, body: { code: 'unknown_setting' } });
    });

    test('a draft is not found by a shopper, by id or by slug', async () => {
      const [draft] = (await store.request('GET /v1/products?status=draft')).body.data;
      expect(await store.shopper(`GET /v1/products/${draft.id}`)).toMatchObject({ status: 404 });
      expect(await store.shopper(`GET /v1/products/by-slug/${draft.slug}`)).toMatchObject({ status: 404 });
    });

    test('filters that can not be combined are refused with what can be done', async () => {
      const refusals = [
        ...['tag=winter&productType=book', 'status=draft&channel=web', 'sort=price', 'sku=A&tag=winter'],
      ];
      for (const query of refusals) {
        const answer = await store.request(`GET /v1/products?${query}`);
        expect(answer.body.code, query).toBe('invalid_filter');
      }
      const unknown = await store.request('GET /v1/products?productType=bok');
      expect(unknown.body.detail).toContain('book');
    });

    test('pages follow one another without gaps while products are added', async () => {
      const seen: string[] = [];
      let after = '';
      do {
        const page: Answer = await store.request(`GET /v1/products?tag=winter&pageSize=1${after}`);
        seen.push(...titles(page));
        if (seen.length === 1) await given('Late', { tags: ['winter'], status: 'active' }, 100);
        after = page.body.page.next ? `&after=${page.body.page.next}` : '';
      } while (after);
      expect(seen).toEqual(['Draft coat', 'Boots', 'apron', 'Écharpe']);
    });

    test('a cursor of another list is refused', async () => {
      const page = await store.request('GET /v1/products?tag=winter&pageSize=1');
      const answer = await store.request(`GET /v1/products?sort=title&after=${page.body.page.next}`);
      expect(answer.body.code).toBe('invalid_cursor');
    });

    test('a product is found by its SKU and by its external id', async () => {
      const input = shirt({ title: 'Findable', externalId: 'erp-77' });
      await store.request('POST /v1/products', input);
      expect(await list(`sku=${input.variants[1].sku}`)).toEqual(['Findable']);
      expect(await list('externalId=erp-77')).toEqual(['Findable']);
      expect(await list('externalId=erp-78')).toEqual([]);
    });

    test('a publication begins and ends by the clock, with its events', async () => {
      const from = new Date(store.now().getTime() + 60_000).toISOString();
      const until = new Date(store.now().getTime() + 120_000).toISOString();
      const created = await store.request(
        'POST /v1/products',
        shirt({ title: 'Flash sale', publications: [{ channel: 'web', from, until }] }),
      );
      const { id } = created.body;
      const isListed = async () => titles(await store.shopper('GET /v1/products')).includes('Flash sale');
      const types = async () =>
        (await store.events()).filter((event) => event.subject === id).map((event) => event.type);
      await store.drain();
      expect([await isListed(), await types()]).toEqual([false, ['product.created']]);
      store.moveClock(61);
      await store.drain();
      expect([await isListed(), await types()]).toEqual([true, ['product.created', 'product.published']]);
      store.moveClock(61);
      await store.drain();
      expect(await isListed()).toBe(false);
      expect(await types()).toEqual(['product.created', 'product.published', 'product.unpublished']);
    });
  });
}
