import { beforeAll, describe, expect, test } from 'vitest';
import { fashionSdk, givenProject } from './store-sdk.ts';

/** Each is a file of a project that uses the SDK. A line marked `@ts-expect-error` must not compile. */
const usages: Readonly<Record<string, string>> = {
  'attributes.ts': `
import { createStore } from './headlesspro/index.js';
const store = createStore({ secretKey: 'hp_sk_x', url: 'http://127.0.0.1:4000' });
for await (const product of store.catalog.products.list({ status: 'active', pageSize: 100 })) {
  const fabric: 'cotton' | 'linen' | 'wool' | (string & {}) | undefined = product.attributes.fabric;
  const deposit: number | undefined = product.attributes.deposit?.amount;
  const keywords: string[] | undefined = product.attributes.keywords;
  const swatch: string | undefined = product.variants[0]?.attributes.swatch;
  // @ts-expect-error misspelt
  product.attributes.fabrick;
  // @ts-expect-error an attribute of variants
  product.attributes.swatch;
  // @ts-expect-error a number, not a text
  const rating: string | undefined = product.attributes.rating;
  console.log(fabric, deposit, keywords, swatch, rating);
}
const price: string | undefined = 'EUR';
await store.catalog.products.create({
  productType: 'apparel', title: 'Parka', brand: null, slug: undefined,
  attributes: { fabric: 'linen', season: null },
  variants: [{ sku: 'P-1', prices: [{ amount: 100, currency: price }] }],
});
// @ts-expect-error no such value
await store.catalog.products.create({ productType: 'apparel', title: 'Parka', attributes: { fabric: 'silk' } });
// @ts-expect-error the title is missing
await store.catalog.products.create({ productType: 'apparel' });
// @ts-expect-error null is not a title
await store.catalog.products.update('prod_1', { title: null });
await store.catalog.products.update('prod_1', { title: 'Parka' }, { ifVersion: 3, idempotencyKey: 'k', signal: AbortSignal.timeout(1) });
// @ts-expect-error nothing to be at a version
await store.catalog.products.create({ productType: 'apparel', title: 'x' }, { ifVersion: 3 });
// @ts-expect-error reads have no idempotency key
await store.catalog.products.get('prod_1', {}, { idempotencyKey: 'k' });
`,
  'calls.ts': `
import { createStore, type ApiPage, type Product } from './headlesspro/index.js';
import { Products } from './headlesspro/catalog/products.js';
const store = createStore();
const page: ApiPage<Product> = await store.catalog.products.list({ pageSize: 20 });
const next: ApiPage<Product> | null = await page.nextPage();
const first: Product[] = await store.catalog.products.list().toArray({ max: 500 });
// @ts-expect-error say how many
await store.catalog.products.list().toArray();
const { data, response } = await store.catalog.products.get('prod_1').withResponse();
const status: number = response.status;
const promise: Promise<Product> = store.catalog.products.get('prod_1');
const nothing: undefined | void = await store.catalog.products.delete('prod_1');
const settings = await store.settings.get();
const file = await store.catalog.media.upload(new Blob(['x']), { filename: 'x.png' });
const answer: { ok: boolean } = await store.request<{ ok: boolean }>('GET', '/v1/x', { query: { a: 1 } });
const cost: number | undefined = data.variants[0]?.cost?.amount;
console.log(next, first, status, promise, nothing, settings.name, file.url, answer, cost, Products);
`,
  'graphql.ts': `
import { createStorefront, type TypedDocument } from './headlesspro/storefront.js';
declare const product: TypedDocument<{ product: { title: string } | null }, { id: string; locale?: string | null }>;
declare const settings: TypedDocument<{ settings: { name: string } }, { [key: string]: never }>;
const store = createStorefront({ publishableKey: 'hp_pk_x', url: 'http://127.0.0.1:4000' });
const title: string | undefined = (await store.graphql(product, { id: 'prod_1' })).product?.title;
const name: string = (await store.graphql(settings)).settings.name;
const { response, data } = await store.graphql(product, { id: 'prod_1' }, { timeout: 5_000 }).withResponse();
const unknown: unknown = await store.graphql('{ settings { name } }');
// @ts-expect-error the id is missing
await store.graphql(product, {});
// @ts-expect-error the id is missing
await store.graphql(product);
// @ts-expect-error takes nothing
await store.graphql(settings, { id: 'prod_1' });
console.log(title, name, response.status, data.product, unknown);
`,
  'storefront.ts': `
import { createStorefront, type Product } from './headlesspro/storefront.js';
const store = createStorefront({ publishableKey: 'hp_pk_x', url: '' });
const product: Product = await store.catalog.products.getBySlug('parka', { locale: 'de', currency: 'EUR' });
console.log(product.attributes.fabric, product.variants[0]?.price?.amount);
// @ts-expect-error for secret keys only
product.variants[0]?.cost;
// @ts-expect-error for secret keys only
store.catalog.products.create;
// @ts-expect-error for secret keys only
store.catalog.inventory;
// @ts-expect-error for secret keys only
store.request;
// @ts-expect-error a key is needed
createStorefront({});
`,
  'enums.ts': `
import type { Availability, ListProducts, Product } from './headlesspro/index.js';
declare const product: Product;
declare const availability: Availability;
// A newer platform may answer with values that are not listed, so no comparison is refused …
if (product.status === 'embalmed') console.log('new');
const status: string = product.status;
// … and a switch needs its default.
function label(): string {
  switch (availability.status) {
    case 'in_stock': return 'In stock';
    case 'backorder': return 'Later';
    default: return 'Gone';
  }
}
// @ts-expect-error what is sent is checked
const query: ListProducts = { sort: 'cheapest' };
console.log(status, label(), query);
`,
  'errors.ts': `
import { ApiError, ConflictError, NotFoundError, type ErrorCode } from './headlesspro/index.js';
declare const error: unknown;
if (ApiError.is(error, 'out_of_stock')) {
  const available: number = error.details.available;
  const status: number = error.status;
  console.log(available, status, error.hint, error.requestId);
  // @ts-expect-error no such fact
  error.details.left;
}
if (ConflictError.is(error, 'version_conflict')) console.log(error.details.actual + 1);
// @ts-expect-error misspelt
ApiError.is(error, 'out_of_stok');
if (NotFoundError.is(error)) console.log(error.code === 'not_found', error.attempts);
if (ApiError.is(error)) {
  const code: ErrorCode | (string & {}) = error.code;
  switch (error.code) { case 'rate_limited': console.log(error.retryAfter, code); }
}
`,
  'events.ts': `
import { webhooks, type StoreEvent } from './headlesspro/webhooks.js';
declare const request: Request;
const event: StoreEvent = await webhooks.unwrap(request, { secrets: ['a', 'b'] });
switch (event.type) {
  case 'product.created':
    console.log(event.data.attributes.fabric, event.data.variants[0]?.cost);
    // @ts-expect-error misspelt
    event.data.titel;
    break;
  case 'price.changed':
    console.log(event.data.amountNow, event.subject);
    break;
  // @ts-expect-error no such event
  case 'product.exploded':
    break;
  case 'unknown':
    console.log(event.originalType, event.data);
    break;
}
`,
};

let diagnostics: readonly string[] = [];

beforeAll(async () => {
  const project = await givenProject('sdk-types', {
    ...usages,
    'wrong.ts': `
import type { Product } from './headlesspro/index.js';
declare const product: Product;
console.log(product.attributes.fabrick);
`,
    'docstrings.ts': docstrings(),
  });
  diagnostics = await project.compile();
});

function about(file: string): string[] {
  return diagnostics.filter((line) => line.startsWith(`${file}(`));
}

describe('the compiler', () => {
  test.each(Object.keys(usages))('accepts and refuses what it should in %s', (file) => {
    expect(about(file)).toEqual([]);
  });

  test('names the attribute that is meant where one is misspelt', () => {
    expect(about('wrong.ts').join()).toMatch(
      /'fabrick' does not exist on type 'ProductAttributes'.*'fabric'/,
    );
  });

  test('accepts every example of the docstrings', () => {
    expect(about('docstrings.ts')).toEqual([]);
  });

  test('has nothing to say of the SDK itself', () => {
    expect(diagnostics.filter((line) => line.startsWith('headlesspro/'))).toEqual([]);
  });
});

/** The examples of every method, each in a function of its own; the names they use stand for anything. */
function docstrings(): string {
  const files = [...fashionSdk()].filter(([path]) => path.startsWith('catalog/') || path === 'state.ts');
  const examples = files.flatMap(([, text]) =>
    [...text.matchAll(/@example\n((?: {3}\* .*\n)+)/g)].map((match) =>
      (match[1] ?? '').replace(/^ {3}\* /gm, ''),
    ),
  );
  if (examples.length < 40) throw new Error(`Only ${examples.length} examples were found.`);
  const called = new Set(
    examples.flatMap((example) => [...example.matchAll(/[({,] ?(\w+)(?=[,) ])/g)].map((m) => m[1])),
  );
  const names = [...called, 'version'].filter(
    (name) => !['item', 'const'].includes(name ?? '') && !/^\d/.test(name ?? ''),
  );
  return [
    "import type { Store } from './headlesspro/index.js';",
    'declare const store: Store;',
    ...names.map((name) => `declare const ${name}: any;`),
    ...examples.map((example, index) => `export async function example${index}() {\n${example}}`),
    // The answers are there to be used.
  ]
    .join('\n')
    .replace(/const answer = /g, 'return ');
}
