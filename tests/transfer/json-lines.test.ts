import { expect, test } from 'vitest';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { type Answer, givenStore } from './given-transfer.ts';

const header = '{"headlesspro":"export","version":1}';
const lines = (...records: unknown[]) =>
  `${[header, ...records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)))].join('\n')}\n`;
const product = (data: Record<string, unknown>) => ({ kind: 'product', data });
const id = (prefix: string, letter: string) => `${prefix}_${letter.repeat(26)}`;

const sorted = (text: string) => text.split('\n').sort();

test('a catalog that is exported and imported into an empty store is the same, pictures and stock included', async () => {
  const { config } = seedNamed('fashion').build();
  const here = await givenStore(config, 'fashion');
  const there = await givenStore(config);
  const { text } = await here.export();
  const report = await there.import(text);
  expect(report).toMatchObject({ format: 'jsonl', refused: 0, notes: [], isComplete: true });
  expect(sorted((await there.export()).text)).toEqual(sorted(text));
  const [media] = (await here.ask('catalog.media.list')).data;
  const copy = await there.ask('catalog.media.get', { mediaId: media.id });
  expect(await there.download(copy.url)).toEqual(await here.download(media.url));
  const prices = async (store: typeof here) => {
    const page = { channel: 'web', currency: 'EUR', sort: 'title', pageSize: 100 };
    const { data } = await store.ask('catalog.products.list', page);
    return data.map((found: Answer) => [
      found.slug,
      found.variants.map(({ price, availability }: Answer) => [price?.amount, availability]),
    ]);
  };
  expect(await prices(there)).toEqual(await prices(here));
});

test('promotions travel with the catalog, and how often they were used does not', async () => {
  const [here, there] = [await givenStore(), await givenStore()];
  const spring = await here.ask('checkout.promotions.create', {
    ...{ name: 'Spring', kind: 'amount', amounts: [{ amount: 500, currency: 'EUR' }], code: 'Spring5' },
    ...{ status: 'active', startsAt: '2026-03-01T00:00:00Z', usageLimit: 100, customerGroups: ['wholesale'] },
  });
  const claim = (store: typeof here, reference: string) =>
    store.ask('checkout.promotions.claimUse', { promotionId: spring.id, reference });
  expect(await claim(here, 'a')).toMatchObject({ total: 1 });
  const { text } = await here.export();
  expect((await there.import(text)).counts.promotion).toMatchObject({ created: 1, refused: 0 });
  const settings = ({ version: _, createdAt: __, updatedAt: ___, ...rest }: Answer) => rest;
  const copy = await there.ask('checkout.promotions.get', { promotionId: spring.id });
  expect(settings(copy)).toEqual(settings(spring));
  expect(await claim(there, 'b')).toMatchObject({ total: 1 });
  const less = (await here.export()).text.replace('"usageLimit":100', '"usageLimit":50');
  expect((await there.import(less)).counts.promotion).toMatchObject({ updated: 1 });
  expect(await claim(there, 'c')).toMatchObject({ total: 2 });
});

test('a second run changes nothing', async () => {
  const { config } = seedNamed('electronics').build();
  const store = await givenStore(config, 'electronics');
  const { text } = await store.export();
  const { counts } = await store.import(text);
  for (const outcomes of Object.values(counts)) {
    expect(outcomes).toMatchObject({ created: 0, updated: 0, refused: 0 });
  }
  expect((await store.export()).text).toBe(text);
});

test('products may refer to one another in circles, and to products that come later', async () => {
  const store = await givenStore();
  const [a, b] = [id('prod', 'A'), id('prod', 'B')];
  const records = lines(
    product({
      ...{ id: a, productType: 'apparel', title: 'A' },
      attributes: { matches: [b], rating: 3 },
      related: [{ productId: b, kind: 'related' }],
    }),
    product({ id: b, productType: 'apparel', title: 'B', related: [{ productId: a, kind: 'up_sell' }] }),
  );
  expect((await store.import(records)).counts.product).toMatchObject({ created: 2, refused: 0 });
  expect(await store.product('a')).toMatchObject({
    related: [{ productId: b }],
    attributes: { matches: [b], rating: 3 },
  });
  expect((await store.import(records)).counts.product).toMatchObject({ unchanged: 2 });
});

test('a product that refers to one that is nowhere is refused with its line, and the rest of it stays in', async () => {
  const store = await givenStore();
  const report = await store.import(
    lines(
      product({
        ...{ productType: 'simple', title: 'A', slug: 'a' },
        related: [{ productId: id('prod', 'Z'), kind: 'related' }],
      }),
    ),
  );
  expect(report.refusals).toMatchObject([{ line: 2, subject: 'a', field: '/related/0/productId' }]);
});

test('records without ids are found again by slug or name', async () => {
  const store = await givenStore();
  const records = lines(
    { kind: 'location', data: { name: 'Hamburg', country: 'DE' } },
    { kind: 'category', data: { name: 'Shirts', slug: 'shirts' } },
    { kind: 'collection', data: { name: 'Summer', slug: 'summer' } },
    { kind: 'price_list', data: { name: 'Wholesale', customerGroups: ['wholesale'] } },
    { kind: 'promotion', data: { name: 'Spring', kind: 'percentage', percentage: 10, code: 'SPRING' } },
    product({ productType: 'simple', title: 'A', slug: 'a' }),
  );
  const first = await store.import(records);
  expect(first.refusals).toEqual([]);
  const again = await store.import(records);
  for (const kind of ['location', 'category', 'collection', 'price_list', 'promotion', 'product'] as const) {
    expect(first.counts[kind]).toMatchObject({ created: 1 });
    expect(again.counts[kind]).toMatchObject({ created: 0, unchanged: 1 });
  }
});

test('a record that could not be found again is refused, so that no run makes a second one', async () => {
  const store = await givenStore();
  const report = await store.import(
    lines(product({ productType: 'simple', title: 'A' }), { kind: 'category', data: { name: 'Shirts' } }),
  );
  expect(report.refusals.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'The record needs "id" or "externalId" or "slug", by which it is found again.'],
    [3, 'The record needs "id" or "slug", by which it is found again.'],
  ]);
});

test('what differs is changed: names, places in the tree, prices', async () => {
  const store = await givenStore();
  const { text } = await (async () => {
    await store.import(
      lines(
        { kind: 'category', data: { id: id('cat', 'A'), name: 'A' } },
        { kind: 'category', data: { id: id('cat', 'B'), name: 'B' } },
      ),
    );
    return store.export();
  })();
  const moved = text.replace('"name":"B","parentId":null', `"name":"Bee","parentId":"${id('cat', 'A')}"`);
  const report = await store.import(moved.replace('"position":1', '"position":0'));
  expect(report.counts.category).toMatchObject({ updated: 1, unchanged: 1, refused: 0 });
  expect(await store.ask('catalog.categories.get', { category: id('cat', 'B') })).toMatchObject({
    ...{ name: 'Bee', parentId: id('cat', 'A') },
  });
});

test('lines that are broken, unknown or refused are named, and the good ones go in', async () => {
  const store = await givenStore();
  const report = await store.import(
    lines(
      '{"kind":"product","data":{',
      { kind: 'prodcut', data: {} },
      { kind: 'product' },
      '',
      '[1, 2]',
      { data: {} },
      product({ productType: 'simple', title: 'Good', slug: 'good' }),
      product({ productType: 'simple', title: 'Bad', slug: 'bad', colour: 'red' }),
      {
        kind: 'list_price',
        data: { priceListId: id('plist', 'A'), variantId: id('var', 'A'), amount: 1, currency: 'EUR' },
      },
      { kind: 'stock_level', data: { variantId: id('var', 'A'), locationId: id('loc', 'A'), onHand: 1 } },
      { kind: 'stock_level', data: { variantId: 'nonsense', onHand: -1 } },
      { kind: 'media', data: { id: id('media', 'A'), filename: 'a.svg', alt: '' } },
      { kind: 'collection_products', data: { collectionId: id('coll', 'A'), productIds: [id('prod', 'A')] } },
    ),
  );
  const reasonAt = (line: number) => report.refusals.find((refusal) => refusal.line === line)?.reason;
  expect(reasonAt(2)).toContain('not JSON');
  expect(reasonAt(3)).toBe('"prodcut" is not a known kind of record. Did you mean "product"?');
  expect(reasonAt(4)).toContain('"data"');
  expect(reasonAt(6)).toContain('A record is an object');
  expect(reasonAt(7)).toContain('"kind"');
  expect(reasonAt(9)).toContain('"colour" is not a known');
  expect(report.refusals.map(({ line }) => line).sort((a, b) => a - b)).toEqual([
    2, 3, 4, 6, 7, 9, 10, 11, 12, 13, 14,
  ]);
  expect(await store.product('good')).toMatchObject({ title: 'Good' });
});

const nonsense = [
  '{"kind":"category","data":{"id":"abc","name":"X"}}',
  '{"kind":"category","data":{"id":5,"name":"X"}}',
  '{"kind":"category","data":{"slug":"","name":"X"}}',
  '{"kind":"category","data":{"slug":"a/b","name":"X"}}',
  '{"kind":"price_list","data":{"id":"abc","name":"X"}}',
  '{"kind":"price_list","data":{"name":7}}',
  '{"kind":"media","data":{"id":"abc","filename":"a"}}',
  '{"kind":"media","data":{"id":"media_00000000000000000000000000","filename":"a.png","contentType":"image/png","file":"xxxx"}}',
  '{"kind":"media","data":{"id":"media_00000000000000000000000000","filename":"../a.png","contentType":"text/html","file":"xxxx"}}',
  '{"kind":"collection","data":{"id":"coll_x","name":"X"}}',
  '{"kind":"location","data":{"id":"loc_x","name":"X"}}',
  '{"kind":"product","data":{"id":"prod_x","title":"X","productType":"simple"}}',
  '{"kind":"product","data":{"slug":"x","title":"X","productType":"simple","variants":"many"}}',
  '{"kind":"product","data":{"slug":"x","title":"X","productType":"simple","variants":[null],"related":[5]}}',
  '{"kind":"product","data":{"slug":"x","title":"X","productType":"simple","attributes":5}}',
  '{"kind":"collection_products","data":{"productIds":"x"}}',
  '{"kind":"collection_products","data":{"collectionId":"a b","productIds":[1]}}',
  '{"kind":"list_price","data":{}}',
  '{"kind":"list_price","data":{"priceListId":"a/b","variantId":{},"amount":"x","currency":"EUR"}}',
  '{"kind":"stock_level","data":{"variantId":{"a":1}}}',
  '{"kind":"stock_level","data":{}}',
];

test('no nonsense in a record is more than a refusal of that record', async () => {
  const store = await givenStore();
  const report = await store.import(lines(...nonsense));
  expect(report.refusals.map(({ line }) => line).sort((a, b) => a - b)).toEqual(
    nonsense.map((_, index) => index + 2),
  );
  const reason = report.refusals.find(({ line }) => line === 21)?.reason;
  expect(reason).toBe('is required. /variantId must be text, not {"a":1}.');
});

test('a faulty list price does not keep the others out', async () => {
  const store = await givenStore();
  const [list, variant] = [id('plist', 'A'), id('var', 'A')];
  const price = (data: Record<string, unknown>) => ({
    kind: 'list_price',
    data: { priceListId: list, currency: 'EUR', amount: 100, ...data },
  });
  const report = await store.import(
    lines(
      product({ productType: 'simple', title: 'A', slug: 'a', variants: [{ id: variant }] }),
      { kind: 'price_list', data: { id: list, name: 'Sale' } },
      price({ variantId: variant }),
      price({ variantId: id('var', 'B') }),
      price({ variantId: variant, minimumQuantity: 10, currency: 'GBP' }),
      price({ variantId: variant, minimumQuantity: 5 }),
    ),
  );
  expect(report.counts.list_price).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 2 });
  expect(report.refusals.map(({ line }) => line).sort()).toEqual([5, 6]);
});

test('an export of a newer version is not read', async () => {
  const store = await givenStore();
  const newer = '{"headlesspro":"export","version":99}\n';
  await expect(store.import(newer)).rejects.toMatchObject({ code: 'newer_version', line: 1 });
});

test('more than a call takes goes in several, whatever the size of products', async () => {
  const store = await givenStore();
  const description = `<p>${'x'.repeat(200_000)}</p>`;
  const large = Array.from({ length: 60 }, (_, index) =>
    product({ productType: 'simple', title: `P${index}`, slug: `p-${index}`, description }),
  );
  expect((await store.import(lines(...large))).counts.product).toMatchObject({ created: 60, refused: 0 });
});

test('a product with more variants than an answer embeds comes whole', async () => {
  const [here, there] = [await givenStore(), await givenStore()];
  const variants = Array.from({ length: 230 }, (_, index) => ({
    sku: `S-${index}`,
    options: [{ name: 'Number', value: String(index) }],
  }));
  await here.import(lines(product({ productType: 'simple', title: 'Many', slug: 'many', variants })));
  await there.import((await here.export()).text);
  expect(await there.product('many')).toMatchObject({ variantCount: 230 });
});
