import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt, titles } from './products.suite.ts';

/** The category tree, and collections by hand and by rules. */
export function treeAndSetsSuite(openEngine: OpenEngine): void {
  let store: GivenStore;
  beforeAll(async () => {
    store = await givenStore(openEngine);
  });
  afterAll(() => store.close());

  async function category(name: string, parentId: string | null = null, position?: number): Promise<Body> {
    const answer = await store.request('POST /v1/categories', {
      name,
      parentId,
      ...(position === undefined ? {} : { position }),
    });
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }

  async function product(title: string, changes: Readonly<Record<string, unknown>> = {}): Promise<Body> {
    store.moveClock(1);
    const answer = await store.request('POST /v1/products', shirt({ title, ...changes }));
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }

  async function list(query: string): Promise<string[]> {
    return titles(await store.request(`GET /v1/products?${query}`));
  }

  async function names(query: string): Promise<string[]> {
    const { body } = await store.request(`GET /v1/categories?${query}`);
    return body.data.map((found: Body) => found.name);
  }

  describe('categories', () => {
    test('children are listed in their order, and a place can be chosen', async () => {
      const top = await category('Order');
      await category('Second', top.id);
      await category('Third', top.id);
      await category('First', top.id, 0);
      expect(await names(`parentId=${top.id}`)).toEqual(['First', 'Second', 'Third']);
      expect(await names('parentId=root')).toContain('Order');
    });

    test('a category is got by id and by slug, in a locale', async () => {
      const created = await store.request('POST /v1/categories', {
        name: 'Shoes',
        translations: [{ locale: 'de', name: 'Schuhe', slug: 'schuhe' }],
      });
      const { id } = created.body;
      expect((await store.request('GET /v1/categories/shoes')).body.id).toBe(id);
      expect((await store.request('GET /v1/categories/schuhe?locale=de-CH')).body).toMatchObject({
        id,
        name: 'Schuhe',
      });
    });

    test('a branch moves with its products, and its old ancestors let go of them', async () => {
      const women = await category('Women');
      const men = await category('Men');
      const shirts = await category('Shirts', women.id);
      const linen = await category('Linen', shirts.id);
      await product('Moved', { categoryIds: [linen.id] });
      expect(await list(`category=${women.id}`)).toEqual(['Moved']);
      const moved = await store.request(`POST /v1/categories/${shirts.id}/move`, { parentId: men.id });
      expect(moved.body).toMatchObject({ parentId: men.id, path: [men.id] });
      await store.drain();
      expect(await list(`category=${women.id}`)).toEqual([]);
      expect(await list('category=men&channel=web')).toEqual(['Moved']);
      expect((await store.request(`GET /v1/categories/${linen.id}`)).body.path).toEqual([men.id, shirts.id]);
    });

    test('the products of a large branch all follow', async () => {
      const left = await category('Left');
      const right = await category('Right');
      const branch = await category('Branch', left.id);
      const inputs = Array.from({ length: 600 }, (_, index) =>
        shirt({ title: `Bulk ${index}`, options: [], variants: [{}], categoryIds: [branch.id] }),
      );
      const upserted = await store.request('POST /v1/products/upsert', { products: inputs });
      expect(upserted.body.results.every((row: Body) => row.outcome === 'created')).toBe(true);
      await store.request(`POST /v1/categories/${branch.id}/move`, { parentId: right.id });
      for (let second = 0; second < 3; second += 1) {
        await store.drain();
        store.moveClock(2);
      }
      expect(await list(`category=${left.id}`)).toEqual([]);
      let count = 0;
      let after = '';
      do {
        const page = await store.request(`GET /v1/products?category=${right.id}&pageSize=100${after}`);
        count += page.body.data.length;
        after = page.body.page.next ? `&after=${page.body.page.next}` : '';
      } while (after);
      expect(count).toBe(600);
    });

    test('a category can not be moved below itself', async () => {
      const outer = await category('Outer');
      const inner = await category('Inner', outer.id);
      const answer = await store.request(`POST /v1/categories/${outer.id}/move`, { parentId: inner.id });
      expect(answer).toMatchObject({ status: 409, body: { code: 'category_cycle' } });
    });

    test('two moves at a time make no circle', async () => {
      const fresh = await givenStore(openEngine);
      const create = async (name: string) => (await fresh.request('POST /v1/categories', { name })).body;
      for (let round = 0; round < 5; round += 1) {
        const [left, right] = [await create(`Left ${round}`), await create(`Right ${round}`)];
        const answers = await Promise.all([
          fresh.request(`POST /v1/categories/${left.id}/move`, { parentId: right.id }),
          fresh.request(`POST /v1/categories/${right.id}/move`, { parentId: left.id }),
        ]);
        expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      }
      await fresh.close();
    });

    test('categories created at the same time get places of their own', async () => {
      const fresh = await givenStore(openEngine);
      const answers = await Promise.all(
        ['A', 'B', 'C', 'D'].map((name) => fresh.request('POST /v1/categories', { name })),
      );
      expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
      const { body } = await fresh.request('GET /v1/categories?parentId=root');
      expect(body.data.map((found: Body) => found.position)).toEqual([0, 1, 2, 3]);
      await fresh.close();
    });

    test('a category with sub-categories stays; without, its products stay without it', async () => {
      const parent = await category('Parent');
      const child = await category('Child', parent.id);
      const { id } = await product('Orphan', { categoryIds: [child.id, parent.id] });
      const refused = await store.request(`DELETE /v1/categories/${parent.id}`);
      expect(refused).toMatchObject({ status: 409, body: { code: 'category_not_empty' } });
      expect(await store.request(`DELETE /v1/categories/${child.id}`)).toMatchObject({ status: 204 });
      await store.drain();
      const left = await store.request(`GET /v1/products/${id}`);
      expect(left.body.categoryIds).toEqual([parent.id]);
    });
  });

  describe('collections', () => {
    test('a manual collection keeps the order that it was given', async () => {
      const [one, two, three] = [await product('One'), await product('Two'), await product('Three')];
      const { body } = await store.request('POST /v1/collections', { name: 'Picks' });
      const add = (productIds: string[], position?: number) =>
        store.request(`POST /v1/collections/${body.id}/products`, {
          productIds,
          ...(position === undefined ? {} : { position }),
        });
      await add([three.id, one.id]);
      await add([two.id], 1);
      expect(await list('collection=picks')).toEqual(['Three', 'Two', 'One']);
      await add([one.id], 0);
      expect(await list('collection=picks&channel=web')).toEqual(['One', 'Three', 'Two']);
      await store.request(`POST /v1/collections/${body.id}/products/remove`, { productIds: [three.id] });
      expect(await list('collection=picks')).toEqual(['One', 'Two']);
      const unknown = await add(['prod_01J8ZQ6X0V0000000000000000']);
      expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_reference' } });
    });

    test('a collection by rules follows its products at once, and its rules as they are worked off', async () => {
      const early = await product('Early', { tags: ['summer'] });
      const created = await store.request('POST /v1/collections', {
        name: 'Summer',
        kind: 'rules',
        rules: [{ field: 'tag', operator: 'equals', value: 'summer' }],
      });
      await settle();
      expect(await list('collection=summer')).toEqual(['Early']);
      await product('Late summer', { tags: ['summer'] });
      expect(await list('collection=summer')).toEqual(['Late summer', 'Early']);
      await store.request(`PATCH /v1/products/${early.id}`, { tags: [] });
      expect(await list('collection=summer')).toEqual(['Late summer']);
      await store.request(`PATCH /v1/collections/${created.body.id}`, {
        rules: [{ field: 'title', operator: 'starts_with', value: 'early' }],
      });
      await settle();
      expect(await list('collection=summer')).toEqual(['Early']);
    });

    test('products of a collection by rules are not picked by hand', async () => {
      const answer = await store.request('POST /v1/collections', {
        name: 'Cheap',
        kind: 'rules',
        rules: [{ field: 'price.EUR', operator: 'less_than', value: 100 }],
      });
      const { id } = await product('Dear');
      const refused = await store.request(`POST /v1/collections/${answer.body.id}/products`, {
        productIds: [id],
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'collection_is_rule_based' } });
    });

    test('a deleted collection leaves nothing behind for one of the same id', async () => {
      const { id: productId } = await product('Left over');
      const { body } = await store.request('POST /v1/collections', { name: 'Short-lived' });
      await store.request(`POST /v1/collections/${body.id}/products`, { productIds: [productId] });
      await store.request(`DELETE /v1/collections/${body.id}`);
      await settle();
      await store.request('POST /v1/collections', { id: body.id, name: 'Again' });
      expect(await list('collection=again')).toEqual([]);
    });

    test('a rule about what the store does not have is refused by name', async () => {
      const answer = await store.request('POST /v1/collections', {
        name: 'Wrong',
        kind: 'rules',
        rules: [{ field: 'attributes.fabrik', operator: 'equals', value: 'linen' }],
      });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/rules/0/field' }] } });
    });
  });

  async function settle(): Promise<void> {
    for (let second = 0; second < 3; second += 1) {
      await store.drain();
      store.moveClock(2);
    }
  }
}
