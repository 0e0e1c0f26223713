import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fashionConfig } from '../fixtures/store-config.ts';
import { type Body, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';

let number = 0;

/** A shirt in two sizes, with texts and SKUs of its own. */
export function shirt(changes: Readonly<Record<string, unknown>> = {}): Body {
  number += 1;
  return {
    productType: 'apparel',
    title: `Linen shirt ${number}`,
    status: 'active',
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: ['S', 'M'].map((size) => ({
      sku: `SHIRT-${number}-${size}`,
      options: [{ name: 'Size', value: size }],
      prices: [{ amount: 4900, currency: 'EUR' }],
    })),
    ...changes,
  };
}

export function pointers(answer: { readonly body: Body }): string[] {
  return answer.body.errors.map((error: { pointer: string }) => error.pointer);
}

export function titles(answer: { readonly body: Body }): string[] {
  return answer.body.data.map((product: { title: string }) => product.title);
}

export function productSuite(openEngine: OpenEngine): void {
  let store: GivenStore;
  beforeAll(async () => {
    store = await givenStore(openEngine);
  });
  afterAll(() => store.close());

  async function created(changes: Readonly<Record<string, unknown>> = {}): Promise<Body> {
    const answer = await store.request('POST /v1/products', shirt(changes));
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }

  async function eventsOf(subject: string): Promise<Body[]> {
    return (await store.events()).filter((event) => event.subject === subject);
  }

  describe('products', () => {
    test('a product is answered as it was created, by id and by slug', async () => {
      const product = await created({ title: 'Crème brûlée', tags: ['sweet'] });
      expect(product).toMatchObject({ slug: 'creme-brulee', variantCount: 2, tags: ['sweet'] });
      expect(product.variants[1]).toMatchObject({ title: 'M', barcode: null, inventoryPolicy: 'track' });
      expect((await store.request(`GET /v1/products/${product.id}`)).body).toEqual(product);
      expect((await store.request('GET /v1/products/by-slug/creme-brulee')).body).toEqual(product);
    });

    test('slugs made from the same title get a number', async () => {
      const slugs = [];
      for (let index = 0; index < 3; index += 1) slugs.push((await created({ title: 'Twin' })).slug);
      expect(slugs).toEqual(['twin', 'twin-2', 'twin-3']);
    });

    test('products created at the same time under one title all get a slug', async () => {
      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map(() => store.request('POST /v1/products', shirt({ title: 'Rush' }))),
      );
      expect(new Set(answers.map((answer) => answer.body.slug))).toEqual(
        new Set(['rush', 'rush-2', 'rush-3', 'rush-4', 'rush-5']),
      );
    });

    test('of products created at the same time with one SKU, one is', async () => {
      const input = shirt({ options: [], variants: [{ sku: 'RACE-1' }] });
      const answers = await Promise.all([1, 2, 3].map(() => store.request('POST /v1/products', input)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    });

    test('a product without variants gets one, and is published in every channel', async () => {
      const product = await created({ options: undefined, variants: undefined });
      expect(product).toMatchObject({ variantCount: 1, options: [], variants: [{ sku: null, options: [] }] });
      expect(product.publications.map((publication: Body) => publication.channel)).toEqual(['web', 'b2b']);
    });

    test('every fault of an input is named at once, each with its place', async () => {
      const other = await created({ externalId: 'taken-1' });
      const answer = await store.request(
        'POST /v1/products',
        shirt({
          externalId: 'taken-1',
          slug: other.slug,
          attributes: { author: 'Kafka' },
          categoryIds: ['cat_01J8ZQ6X0V0000000000000000'],
          variants: [
            { sku: other.variants[0].sku, options: [{ name: 'Size', value: 'XXL' }] },
            { options: [{ name: 'Colour', value: 'red' }], prices: [{ amount: 100, currency: 'GBP' }] },
          ],
          publications: [{ channel: 'wep' }],
        }),
      );
      expect(answer.status).toBe(422);
      expect(answer.body.code).toBe('invalid_input');
      expect(new Set(pointers(answer))).toEqual(
        new Set([
          ...['/attributes/author', '/variants/0/options', '/variants/1/options', '/categoryIds/0'],
          ...['/variants/1/prices/0/currency', '/publications/0/channel'],
          ...['/variants/0/sku', '/slug', '/externalId'],
        ]),
      );
      const channel = answer.body.errors.find((error: Body) => error.pointer === '/publications/0/channel');
      expect(channel.message).toContain('web');
    });

    test('a required attribute is asked for, and one of another product type is refused by name', async () => {
      const missing = await store.request('POST /v1/products', shirt({ productType: 'book' }));
      expect(pointers(missing)).toEqual(['/attributes/author']);
      const foreign = await store.request('POST /v1/products', shirt({ attributes: { author: 'Kafka' } }));
      expect(foreign.body.errors[0]).toMatchObject({ pointer: '/attributes/author' });
      expect(foreign.body.errors[0].message).toContain('apparel');
    });

    test('attributes are merged by name, and null takes one away', async () => {
      const { id } = await created({ attributes: { season: 'summer', rating: 4 } });
      const changed = await store.request(`PATCH /v1/products/${id}`, {
        attributes: { rating: null, isOrganic: true },
      });
      expect(changed.body.attributes).toEqual({ season: 'summer', isOrganic: true });
    });

    test('a unique attribute belongs to one product until it lets go', async () => {
      const first = await created({ attributes: { modelNumber: 'M-1' } });
      const second = await store.request('POST /v1/products', shirt({ attributes: { modelNumber: 'M-1' } }));
      expect(second).toMatchObject({ status: 409, body: { code: 'already_exists' } });
      expect(pointers(second)).toEqual(['/attributes/modelNumber']);
      await store.request(`PATCH /v1/products/${first.id}`, { attributes: { modelNumber: 'M-2' } });
      await created({ attributes: { modelNumber: 'M-1' } });
    });

    test('a SKU is unique in the store, and an unknown reference is refused', async () => {
      const product = await created();
      const taken = await store.request(
        'POST /v1/products',
        shirt({ options: [], variants: [{ sku: product.variants[0].sku }] }),
      );
      expect(taken).toMatchObject({ status: 409, body: { code: 'already_exists' } });
      expect(pointers(taken)).toEqual(['/variants/0/sku']);
      const unknown = await store.request(
        'POST /v1/products',
        shirt({ attributes: { matches: ['prod_01J8ZQ6X0V0000000000000000'] } }),
      );
      expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_reference' } });
      expect(pointers(unknown)).toEqual(['/attributes/matches']);
    });

    test('no two variants have the same options', async () => {
      const answer = await store.request(
        'POST /v1/products',
        shirt({
          variants: [
            { options: [{ name: 'Size', value: 'S' }] },
            { options: [{ name: 'Size', value: 'S' }] },
          ],
        }),
      );
      expect(pointers(answer)).toEqual(['/variants/1/options']);
    });

    test('variants are added, changed and removed one by one; the last one stays', async () => {
      const { id, variants } = await created();
      const added = await store.request(`POST /v1/products/${id}/variants`, {
        sku: `L-${id}`,
        options: [{ name: 'Size', value: 'L' }],
      });
      expect(added).toMatchObject({ status: 201, body: { title: 'L' } });
      const changed = await store.request(`PATCH /v1/products/${id}/variants/${added.body.id}`, {
        barcode: '4006381333931',
      });
      expect(changed.body).toMatchObject({ barcode: '4006381333931', sku: `L-${id}`, title: 'L' });
      const listed = await store.request(`GET /v1/products/${id}/variants?pageSize=2`);
      const rest = await store.request(
        `GET /v1/products/${id}/variants?pageSize=2&after=${listed.body.page.next}`,
      );
      expect([...listed.body.data, ...rest.body.data].map((variant: Body) => variant.title)).toEqual([
        ...['S', 'M', 'L'],
      ]);
      for (const variant of variants) {
        expect(await store.request(`DELETE /v1/products/${id}/variants/${variant.id}`)).toMatchObject({
          status: 204,
        });
      }
      const last = await store.request(`DELETE /v1/products/${id}/variants/${added.body.id}`);
      expect(last).toMatchObject({ status: 409, body: { code: 'last_variant' } });
    });

    test('a product with 2,000 variants is answered with 100 and pages through all', async () => {
      const values = Array.from({ length: 2000 }, (_, index) => `v${index}`);
      const { id } = await created({
        options: [
          { name: 'Kind', values: values.slice(0, 50) },
          { name: 'Shade', values: values.slice(0, 40) },
        ],
        variants: values.map((_, index) => ({
          options: [
            { name: 'Kind', value: `v${index % 50}` },
            { name: 'Shade', value: `v${Math.floor(index / 50)}` },
          ],
        })),
      });
      const product = (await store.request(`GET /v1/products/${id}`)).body;
      expect([product.variantCount, product.variants.length]).toEqual([2000, 100]);
      const seen = new Set<string>();
      let after = '';
      do {
        const page = await store.request(`GET /v1/products/${id}/variants?pageSize=100${after}`);
        for (const variant of page.body.data) seen.add(variant.id);
        after = page.body.page.next ? `&after=${page.body.page.next}` : '';
      } while (after);
      expect(seen.size).toBe(2000);
    });

    test('texts are given in a locale, with its fallbacks', async () => {
      const { id } = await created({
        title: 'Scarf',
        description: 'Warm.',
        attributes: { care: 'Wash cold' },
        translations: [
          { locale: 'de', title: 'Schal', slug: `schal-tuch`, attributes: { care: 'Kalt waschen' } },
          { locale: 'de-CH', title: 'Halstuch' },
        ],
      });
      const swiss = (await store.request(`GET /v1/products/${id}?locale=de-CH`)).body;
      expect(swiss).toMatchObject({
        title: 'Halstuch',
        slug: 'schal-tuch',
        description: 'Warm.',
        attributes: { care: 'Kalt waschen' },
      });
      const bySlug = await store.request(`GET /v1/products/by-slug/schal-tuch?locale=de`);
      expect(bySlug.body).toMatchObject({ id, title: 'Schal' });
      const unknown = await store.request(`GET /v1/products/${id}?locale=fr`);
      expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_setting' } });
    });

    test('a change that changes nothing writes nothing, and a stale one is refused', async () => {
      const product = await created();
      const same = await store.request(`PATCH /v1/products/${product.id}`, { title: product.title });
      expect(same.body.version).toBe(1);
      await store.request(`PATCH /v1/products/${product.id}`, { title: 'Other' });
      const stale = await store.request(
        `PATCH /v1/products/${product.id}`,
        { title: 'Late' },
        { 'if-match': '"1"' },
      );
      expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    });

    test('money is in a currency of the store; what was there before stays when the store gives one up', async () => {
      const usual = { deposit: { amount: 500, currency: 'USD' } };
      const foreign = { deposit: { amount: 500, currency: 'CHF' } };
      const refused = await store.request('POST /v1/products', shirt({ attributes: foreign }));
      expect(refused.status).toBe(422);
      expect(pointers(refused)).toEqual(['/attributes/deposit/currency']);

      const prices = [{ amount: 4900, currency: 'USD' }];
      const { id, variants } = await created({ attributes: usual, options: [], variants: [{ prices }] });
      await store.configure({ ...fashionConfig, currencies: ['EUR', 'JPY'] });
      const route = `PATCH /v1/products/${id}/variants/${variants[0].id}`;
      expect(await store.request(route, { barcode: '4006381333931' })).toMatchObject({ status: 200 });
      const renamed = { title: 'Renamed', attributes: usual };
      expect(await store.request(`PATCH /v1/products/${id}`, renamed)).toMatchObject({ status: 200 });
      await store.configure(fashionConfig);
    });

    test('every change writes its events with it', async () => {
      const { id, variants } = await created({ status: 'draft' });
      await store.request(`PATCH /v1/products/${id}`, { status: 'active' });
      await store.request(`PATCH /v1/products/${id}/variants/${variants[0].id}`, {
        prices: [{ amount: 3900, currency: 'EUR' }],
      });
      await store.request(`DELETE /v1/products/${id}`);
      const events = await eventsOf(id);
      expect(events.map((event) => event.type)).toEqual([
        'product.created',
        ...['product.updated', 'product.published', 'product.published'],
        ...['product.updated', 'price.changed'],
        ...['product.unpublished', 'product.unpublished', 'product.deleted'],
      ]);
      expect(events.find((event) => event.type === 'price.changed')?.data).toEqual({
        ...{ productId: id, variantId: variants[0].id, priceListId: null, currency: 'EUR' },
        ...{ minimumQuantity: 1, amountBefore: 4900, amountNow: 3900 },
      });
      expect(await store.request(`GET /v1/products/${id}`)).toMatchObject({ status: 404 });
    });
  });
}
