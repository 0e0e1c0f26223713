import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import { type Body, type GivenStore, givenStore, type OpenEngine } from '../catalog/given-store.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';

const variantCount = 2000;
const count = 100_000;
const inOneCall = 1000;

/** A product of as many variants as one may have: 20 colours in 10 sizes and 10 lengths. */
function large(): Body {
  const values = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name} ${index}`);
  const options = [
    { name: 'Colour', values: values('Colour', 20) },
    { name: 'Size', values: values('Size', 10) },
    { name: 'Length', values: values('Length', 10) },
  ];
  const variants = Array.from({ length: variantCount }, (_, index) => ({
    sku: `LARGE-${index}`,
    options: [
      { name: 'Colour', value: `Colour ${Math.floor(index / 100)}` },
      { name: 'Size', value: `Size ${Math.floor(index / 10) % 10}` },
      { name: 'Length', value: `Length ${index % 10}` },
    ],
    prices: [{ amount: 1000 + index, currency: 'EUR' }],
  }));
  return {
    productType: 'apparel',
    title: 'In every size',
    slug: 'in-every-size',
    status: 'active',
    options,
    variants,
  };
}

/** A product's place by title and by price: a step without a factor in common with `count` scatters them. */
function scattered(index: number): number {
  return (index * 7919) % count;
}

function isDraft(index: number): boolean {
  return index % 10 === 0;
}

function small(index: number, categoryId: string): Body {
  const place = scattered(index);
  return {
    ...{
      productType: 'simple',
      title: `Item ${String(place).padStart(6, '0')}`,
      externalId: `item-${index}`,
    },
    ...{ status: isDraft(index) ? 'draft' : 'active', categoryIds: [categoryId] },
    variants: [{ sku: `ITEM-${index}`, prices: [{ amount: 100 + place, currency: 'EUR' }] }],
  };
}

const all = Array.from({ length: count }, (_, index) => index);

function placesOf(products: readonly Body[]): number[] {
  return products.map((product) => Number(product.title.slice('Item '.length)));
}

function skusFrom(start: number, end: number): string[] {
  return Array.from({ length: end - start }, (_, index) => `LARGE-${start + index}`);
}

function skusOf(variants: readonly Body[]): string[] {
  return variants.map((variant) => variant.sku);
}

function sizeSuite(engineName: string, openEngine: OpenEngine): void {
  describe(engineName, () => {
    let store: GivenStore;
    beforeAll(async () => {
      store = await givenStore(openEngine);
    });
    afterAll(() => store.close());

    async function answered(route: string, body?: unknown): Promise<Body> {
      const answer = await store.request(route, body);
      if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    }

    /** Goes through a list, at most `pages` pages of it, from a cursor or its beginning. */
    async function walk(
      route: string,
      pageSize: number,
      { pages = Number.POSITIVE_INFINITY, after = null }: { pages?: number; after?: string | null } = {},
    ) {
      const data: Body[] = [];
      let next = after;
      for (let page = 0; page < pages && (page === 0 || next); page += 1) {
        const cursor = next ? `&after=${encodeURIComponent(next)}` : '';
        const body = await answered(
          `GET ${route}${route.includes('?') ? '&' : '?'}pageSize=${pageSize}${cursor}`,
        );
        data.push(...body.data);
        next = body.page.next;
      }
      return { data, next };
    }

    async function graphql(query: string, variables: Readonly<Record<string, unknown>>): Promise<Body> {
      const body = await answered('POST /graphql', { query, variables });
      expect(body.errors).toBeUndefined();
      return body.data;
    }

    describe(`a product with ${variantCount} variants`, () => {
      let created: Body;
      beforeAll(async () => {
        created = await answered('POST /v1/products', large());
      });

      test('embeds the first 100 and says how many there are', async () => {
        for (const product of [created, await answered(`GET /v1/products/${created.id}`)]) {
          expect(product).toMatchObject({ variantCount });
          expect(skusOf(product.variants)).toEqual(skusFrom(0, 100));
        }
        const [listed] = (await answered('GET /v1/products?pageSize=1')).data;
        expect([listed.variantCount, listed.variants.length]).toEqual([variantCount, 100]);
      });

      test('gives all of them page by page, once each and in order', async () => {
        const { data } = await walk(`/v1/products/${created.id}/variants`, 100);
        expect(skusOf(data)).toEqual(skusFrom(0, variantCount));
      });

      test('changes one of them, far behind, and no other', async () => {
        const route = `/v1/products/${created.id}/variants`;
        const before = (await walk(route, 100)).data;
        const { id } = before[1777];
        const changed = await answered(`PATCH ${route}/${id}`, { barcode: '4006381333931' });
        expect(changed).toMatchObject({ id, barcode: '4006381333931', sku: 'LARGE-1777' });
        expect((await walk(route, 100)).data).toEqual(before.with(1777, changed));
      });

      test('is found by the SKU of its last variant', async () => {
        const { data } = await answered(`GET /v1/products?sku=LARGE-${variantCount - 1}`);
        expect(data.map((product: Body) => product.id)).toEqual([created.id]);
      });

      test('is read through GraphQL, its variants page by page', async () => {
        const query = `query ($id: ID!, $after: String) {
          product(productId: $id) { variantCount variants { sku } }
          productVariants(productId: $id, first: 100, after: $after) {
            nodes { sku }
            pageInfo { endCursor hasNextPage }
          }
        }`;
        const skus: string[] = [];
        let after: string | null = null;
        do {
          const { product, productVariants }: Body = await graphql(query, { id: created.id, after });
          expect([product.variantCount, product.variants.length]).toEqual([variantCount, 100]);
          skus.push(...productVariants.nodes.map((variant: Body) => variant.sku));
          after = productVariants.pageInfo.hasNextPage ? productVariants.pageInfo.endCursor : null;
        } while (after);
        expect(skus).toEqual(skusFrom(0, variantCount));
      });

      test('goes on with the next page where the last variant of a page was deleted', async () => {
        const route = `/v1/products/${created.id}/variants`;
        const first = await walk(route, 100, { pages: 1 });
        await answered(`DELETE ${route}/${first.data[99].id}`);
        const second = await walk(route, 100, { pages: 1, after: first.next });
        expect(skusOf(second.data)).toEqual(skusFrom(100, 200));
      });
    });

    describe(`a category with ${count} products`, () => {
      let oldParent: Body;
      let newParent: Body;
      let category: Body;
      beforeAll(async () => {
        oldParent = await answered('POST /v1/categories', { name: 'Old home' });
        newParent = await answered('POST /v1/categories', { name: 'New home' });
        category = await answered('POST /v1/categories', { name: 'Everything', parentId: oldParent.id });
        for (let first = 0; first < count; first += inOneCall) {
          const products = Array.from({ length: inOneCall }, (_, offset) =>
            small(first + offset, category.id),
          );
          const { results } = await answered('POST /v1/products/upsert', { products });
          const refused = results.find((row: Body) => row.outcome !== 'created');
          if (refused) throw new Error(JSON.stringify(refused));
          // Each call's products are a second younger than those of the one before.
          store.moveClock(1);
        }
        await store.drain();
      });

      test('is listed by title from the first page to the last, each product once', async () => {
        const { data } = await walk(`/v1/products?category=${category.id}&sort=title`, 100);
        expect(placesOf(data)).toEqual(all);
      });

      test('is listed backwards, and by age, from both ends', async () => {
        const route = `/v1/products?category=${category.id}`;
        const firstPages = async (sort: string) =>
          placesOf((await walk(`${route}&sort=${sort}`, 50, { pages: 4 })).data);
        expect(await firstPages('-title')).toEqual(all.toReversed().slice(0, 200));
        const byAge = all.map(scattered);
        expect(await firstPages('oldest')).toEqual(byAge.slice(0, 200));
        expect(await firstPages('newest')).toEqual(byAge.toReversed().slice(0, 200));
      });

      test('shows in a channel what is active there, by price from both ends', async () => {
        const route = `/v1/products?category=${category.id}&channel=web&currency=EUR`;
        const drafts = new Set(all.filter(isDraft).map(scattered));
        const shown = all.filter((place) => !drafts.has(place));
        const cheapest = await walk(`${route}&sort=price`, 50, { pages: 4 });
        expect(placesOf(cheapest.data)).toEqual(shown.slice(0, 200));
        const dearest = await walk(`${route}&sort=-price`, 50, { pages: 4 });
        expect(placesOf(dearest.data)).toEqual(shown.toReversed().slice(0, 200));
        expect(dearest.data[0].variants[0].price).toMatchObject({ amount: 100 + (shown.at(-1) ?? 0) });
      });

      test('goes on from a cursor in the middle, also when products before and after it have gone', async () => {
        const route = `/v1/products?category=${category.id}&sort=title`;
        const { data, next } = await walk(route, 100, { pages: count / 200 });
        const middle = count / 2;
        expect(placesOf(data)).toEqual(all.slice(0, middle));
        const { data: following } = await walk(route, 3, { pages: 1, after: next });
        for (const product of [data.at(-1), following[1]]) {
          await answered(`PATCH /v1/products/${product.id}`, { categoryIds: [] });
        }
        const { data: rest } = await walk(route, 100, { pages: 3, after: next });
        const expected = all.slice(middle, middle + 301).filter((place) => place !== middle + 1);
        expect(placesOf(rest)).toEqual(expected);
        for (const product of [data.at(-1), following[1]]) {
          await answered(`PATCH /v1/products/${product.id}`, { categoryIds: [category.id] });
        }
      });

      test('takes its products along when it moves below another category', async () => {
        const listOf = (parent: Body) => `/v1/products?category=${parent.id}&sort=title`;
        expect(placesOf((await walk(listOf(oldParent), 100, { pages: 3 })).data)).toEqual(all.slice(0, 300));
        expect((await walk(listOf(newParent), 100)).data).toEqual([]);
        await answered(`POST /v1/categories/${category.id}/move`, { parentId: newParent.id });
        // Listings follow a thousand products a second.
        for (let second = 0; second <= count / 1000; second += 1) {
          await store.drain();
          store.moveClock(1);
        }
        expect((await walk(listOf(oldParent), 100)).data).toEqual([]);
        expect(placesOf((await walk(listOf(newParent), 100)).data)).toEqual(all);
        expect(placesOf((await walk(listOf(category), 100, { pages: 3 })).data)).toEqual(all.slice(0, 300));
      });
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'headlesspro-size-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
sizeSuite('SQLite', (collections, clock) =>
  openSqliteEngine({
    encryptionKeys: testEncryptionKeys,
    path: join(folder, 'store.db'),
    collections,
    clock,
  }),
);
