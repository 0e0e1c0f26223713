import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt } from './products.suite.ts';

/** Many products in one call. */
export function upsertSuite(openEngine: OpenEngine): void {
  describe('bulk upsert', () => {
    let store: GivenStore;
    beforeAll(async () => {
      store = await givenStore(openEngine);
    });
    afterAll(() => store.close());

    async function upsert(products: readonly Body[]): Promise<Body[]> {
      const answer = await store.request('POST /v1/products/upsert', { products });
      expect(answer).toMatchObject({ status: 200 });
      return answer.body.results;
    }

    test('rows are created, changed, and left alone where nothing changes', async () => {
      const rows = [shirt({ externalId: 'u-1' }), shirt({ externalId: 'u-2' }), shirt({ slug: 'u-3' })];
      expect((await upsert(rows)).map((row) => row.outcome)).toEqual(['created', 'created', 'created']);
      const before = (await store.events()).length;
      expect((await upsert(rows)).map((row) => row.outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
      expect((await store.events()).length).toBe(before);
      const again = await upsert([{ ...rows[0], title: 'Renamed' }, rows[1], rows[2]]);
      expect(again.map((row) => row.outcome)).toEqual(['updated', 'unchanged', 'unchanged']);
      const { body } = await store.request(`GET /v1/products/${again[0].id}`);
      expect(body).toMatchObject({ title: 'Renamed', version: 2 });
      expect(again[0].variantIds).toEqual(body.variants.map((variant: Body) => variant.id));
    });

    test('a refused row stops no other, and leaves nothing behind', async () => {
      const first = shirt({ title: 'Good one', attributes: { modelNumber: 'U-9' } });
      const results = await upsert([
        first,
        shirt({ title: 'Same SKU', variants: [{ ...first.variants[0] }] }),
        shirt({ title: 'Same model', attributes: { modelNumber: 'U-9' } }),
        shirt({ title: 'No such type', productType: 'aparel' }),
        shirt({ title: 'Good two' }),
      ]);
      expect(results.map((row) => row.outcome)).toEqual([
        ...['created', 'refused', 'refused', 'refused', 'created'],
      ]);
      expect(results.map((row) => row.problem?.code ?? null)).toEqual([
        ...[null, 'already_exists', 'already_exists', 'invalid_input', null],
      ]);
      expect(results[1].problem.errors[0].pointer).toBe('/variants/0/sku');
      expect(results[3].problem.errors[0].message).toContain('apparel');
      const { body } = await store.request('GET /v1/products?pageSize=100');
      const titles = body.data.map((product: Body) => product.title);
      expect(titles).toEqual(expect.arrayContaining(['Good one', 'Good two']));
      for (const refused of ['Same SKU', 'Same model', 'No such type']) expect(titles).not.toContain(refused);
      for (const row of results.filter((result) => result.outcome === 'refused'))
        expect((await store.events()).some((event) => event.subject === row.id)).toBe(false);
    });

    test('rows of wrong types or unknown names are refused by themselves, with their places', async () => {
      const wrong = Array.from({ length: 20 }, () => ({ ...shirt(), status: 'actve', colour: 'red' }));
      const results = await upsert([shirt(), ...wrong, shirt(), { title: 'No type' }]);
      expect([results[0].outcome, results[21].outcome]).toEqual(['created', 'created']);
      for (const row of results.slice(1, 21)) {
        expect(row).toMatchObject({ outcome: 'refused', id: null, problem: { code: 'invalid_input' } });
        const places = row.problem.errors.map((error: Body) => error.pointer);
        expect(places).toEqual(expect.arrayContaining(['/status', '/colour']));
      }
      expect(results[22].problem.errors[0].pointer).toBe('/productType');
      const none = await store.request('POST /v1/products/upsert', { products: [] });
      expect(none).toMatchObject({ status: 422, body: { errors: [{ pointer: '/products' }] } });
    });

    test('rows of stock that are wrong are refused by themselves too', async () => {
      const { variants } = (await store.request('POST /v1/products', shirt())).body;
      const location = (await store.request('POST /v1/inventory/locations', { name: 'Attic' })).body;
      const row = (onHand: unknown) => ({
        ...{ variantId: variants[0].id, locationId: location.id, onHand, reason: 'counted' },
      });
      const answer = await store.request('POST /v1/inventory/adjustments/bulk', {
        adjustments: [row(5), row('many'), row(7)],
      });
      expect(answer.status).toBe(200);
      const [first, second, third] = answer.body.results;
      expect([first.outcome, second.outcome, third.outcome]).toEqual(['adjusted', 'refused', 'adjusted']);
      expect(second.problem).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '/onHand' }] });
      expect(third.level).toMatchObject({ variantId: variants[0].id, onHand: 7 });
    });

    test('two rows that mean the same product are worked through one after the other', async () => {
      const row = shirt({ externalId: 'u-twice' });
      const results = await upsert([row, { ...row, brand: 'Loom' }]);
      expect(results.map((result) => result.outcome)).toEqual(['created', 'updated']);
      expect(results[0].id).toBe(results[1].id);
    });

    test('a variant keeps its id when its row comes again by SKU or by options', async () => {
      const row = shirt({ externalId: 'u-ids' });
      const [first] = await upsert([row]);
      const [second] = await upsert([
        {
          ...row,
          variants: row.variants.map(({ sku: _sku, ...variant }: Body) => ({ ...variant, barcode: '1' })),
        },
      ]);
      expect(second.variantIds).toEqual(first.variantIds);
    });
  });
}
