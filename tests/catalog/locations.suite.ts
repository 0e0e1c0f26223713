import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt } from './products.suite.ts';

/** Places that hold stock: how one is looked up, and when it can go. */
export function locationSuite(openEngine: OpenEngine): void {
  describe('locations', () => {
    let store: GivenStore;
    beforeAll(async () => {
      store = await givenStore(openEngine);
    });
    afterAll(() => store.close());

    const count = (locationId: string, variantId: string, onHand: number) =>
      store.request('POST /v1/inventory/adjustments', { variantId, locationId, onHand, reason: 'counted' });

    test('a location is refused to go while it holds stock, and takes its empty levels with it', async () => {
      const { body: location } = await store.request('POST /v1/inventory/locations', { name: 'Old barn' });
      const path = `/v1/inventory/locations/${location.id}`;
      expect(await store.request(`GET ${path}`)).toMatchObject({ status: 200, body: { name: 'Old barn' } });
      const { body: product } = await store.request('POST /v1/products', shirt({ title: 'Kept in a barn' }));
      const [{ id: variantId }] = product.variants;
      expect(await count(location.id, variantId, 3)).toMatchObject({ status: 200 });
      expect(await store.request(`DELETE ${path}`)).toMatchObject({
        status: 409,
        body: { code: 'location_in_use', details: { variantIds: [variantId] } },
      });
      await count(location.id, variantId, 0);
      expect(await store.request(`DELETE ${path}`)).toMatchObject({ status: 204 });
      expect(await store.request(`GET ${path}`)).toMatchObject({ status: 404 });
      const levels = await store.request(`GET /v1/inventory/levels?variantId=${variantId}`);
      expect(levels.body.data).toEqual([]);
      expect((await store.events()).at(-1)).toMatchObject({ type: 'location.deleted', subject: location.id });
    });
  });
}
