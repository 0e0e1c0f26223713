import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt } from './products.suite.ts';

/** What GraphQL reaches from one resource to the next. */
export function relationSuite(openEngine: OpenEngine): void {
  describe('relations', () => {
    let store: GivenStore;
    const categoryIds: string[] = [];
    beforeAll(async () => {
      store = await givenStore(openEngine);
      for (const name of ['Tops', 'Bottoms']) {
        const { body } = await store.request('POST /v1/categories', {
          name,
          translations: [{ locale: 'de', name: `${name} (de)` }],
        });
        categoryIds.push(body.id);
        await store.request('POST /v1/categories', { name: `${name} below`, parentId: body.id });
        for (const place of ['one', 'two']) {
          const input = shirt({ title: `${name} ${place}`, categoryIds: [body.id] });
          expect(await store.request('POST /v1/products', input)).toMatchObject({ status: 201 });
        }
      }
    });
    afterAll(() => store.close());

    async function ask(query: string): Promise<Body> {
      const { body } = await store.request('POST /graphql', { query });
      expect(body.errors).toBeUndefined();
      return body.data;
    }

    test('categories give their children and their products, each its own', async () => {
      const data = await ask(`{
        categories(parentId: "root") {
          nodes {
            name
            children { nodes { name } }
            products(sort: "title", channel: "web", currency: "EUR") {
              nodes { title variants { price { amount } } }
            }
          }
        }
      }`);
      const shown = data.categories.nodes.map((node: Body) => [
        node.name,
        node.children.nodes.map((child: Body) => child.name),
        node.products.nodes.map((product: Body) => product.title),
      ]);
      expect(shown).toEqual([
        ['Tops', ['Tops below'], ['Tops one', 'Tops two']],
        ['Bottoms', ['Bottoms below'], ['Bottoms one', 'Bottoms two']],
      ]);
      expect(data.categories.nodes[0].products.nodes[0].variants[0].price.amount).toBe(4900);
    });

    test('products give their categories in a locale', async () => {
      const data = await ask(`{
        products(sort: "title", first: 1) { nodes { title categories(locale: "de") { id name } } }
      }`);
      expect(data.products.nodes).toEqual([
        { title: 'Bottoms one', categories: [{ id: categoryIds[1], name: 'Bottoms (de)' }] },
      ]);
    });
  });
}
