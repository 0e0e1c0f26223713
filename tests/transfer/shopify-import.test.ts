import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { givenStore, shopConfig } from './given-transfer.ts';

const file = (name: string) => readFileSync(join(import.meta.dirname, 'files', name), 'utf8');
const oldNames = file('shopify-old-names.csv');
const newNames = file('shopify-new-names.csv');

/** A small CSV, from its lines. */
const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

test('a product of several rows comes whole, with HTML, quoted line breaks, a byte order mark and Windows line ends', async () => {
  const store = await givenStore();
  const report = await store.import(oldNames);
  expect(report).toMatchObject({
    ...{ format: 'shopify-csv', records: 5, refused: 0, isComplete: true },
    counts: { product: { created: 2 }, stock_level: { updated: 3 }, category: { created: 3 } },
  });
  const shirt = await store.product('linen-shirt');
  expect(shirt).toMatchObject({
    title: 'Linen Shirt',
    description: '<p>Woven in "Guimarães".</p>\n<ul>\n<li>Pure linen, 140 g</li>\n</ul>',
    ...{ brand: 'Tidemark', productType: 'apparel', status: 'active', tags: ['summer', 'linen'] },
    seo: { title: 'Linen shirt | Tidemark', description: 'A shirt for warm days.' },
    attributes: { fabric: 'linen' },
    options: [
      { name: 'Size', values: ['S', 'M'] },
      { name: 'Colour', values: ['White', 'Sand'] },
    ],
  });
  expect(shirt.publications).toHaveLength(1);
});

test('variants keep SKU or none, barcode, prices, cost, weight with its unit and stock policy', async () => {
  const store = await givenStore();
  await store.import(oldNames);
  const [first, second, third] = (await store.product('linen-shirt')).variants;
  expect(first).toMatchObject({
    ...{ sku: 'LIN-S-W', barcode: '4006381333931', inventoryPolicy: 'track' },
    cost: { amount: 3150, currency: 'EUR' },
    weight: { value: 0.31, unit: 'kg' },
    prices: [
      { amount: 8900, currency: 'EUR', compareAtAmount: 11900 },
      { amount: 9500, currency: 'USD', compareAtAmount: null },
    ],
  });
  expect(second).toMatchObject({ sku: null, inventoryPolicy: 'backorder', barcode: null });
  expect(third).toMatchObject({ sku: null, inventoryPolicy: 'untracked', weight: { unit: 'lb' } });
  const levels = await store.ask('catalog.inventory.listLevels', { variantId: first.id });
  expect(levels.data).toMatchObject([{ onHand: 12 }]);
});

test('a product without options and not published is a draft of one variant that no channel shows', async () => {
  const store = await givenStore();
  await store.import(oldNames);
  expect(await store.product('tote-bag')).toMatchObject({
    ...{ title: 'Tote, Large', status: 'draft', options: [], publications: [] },
    variants: [{ sku: 'TOTE', options: [], weight: null }],
  });
});

test('a product is hidden and shown again as the file says, and stays in the channels it is in', async () => {
  const store = await givenStore({ ...shopConfig, channels: { web: {}, b2b: {} } });
  const contents = (published: string) => csv('Title,Type,Published', `A,Simple,${published}`);
  const channels = async () =>
    (await store.product('a')).publications.map(({ channel }: { channel: string }) => channel);
  await store.import(contents('TRUE'));
  expect(await channels()).toEqual(['web', 'b2b']);
  await store.import(contents('FALSE'));
  expect(await channels()).toEqual([]);
  expect((await store.import(contents('TRUE'))).counts.product).toMatchObject({ updated: 1, unchanged: 0 });
  expect(await channels()).toEqual(['web', 'b2b']);
  const { id } = await store.product('a');
  await store.ask('catalog.products.update', { productId: id, publications: [{ channel: 'b2b' }] });
  expect((await store.import(contents(''))).counts.product).toMatchObject({ unchanged: 1 });
  expect(await channels()).toEqual(['b2b']);
});

test('categories are found by their names from the top down, and made where they are missing', async () => {
  const store = await givenStore();
  await store.ask('catalog.categories.create', { name: 'Apparel & Accessories' });
  const report = await store.import(oldNames);
  expect(report.counts.category).toMatchObject({ created: 2 });
  const { categoryIds } = await store.product('linen-shirt');
  const category = await store.ask('catalog.categories.get', { category: categoryIds[0] });
  expect(category).toMatchObject({ name: 'Shirts & Tops' });
  expect(category.path).toHaveLength(2);
});

test('the present column names mean the same', async () => {
  const store = await givenStore();
  expect(await store.import(newNames)).toMatchObject({ refused: 0, counts: { product: { created: 2 } } });
  expect(await store.product('enamel-mug')).toMatchObject({
    ...{ title: 'Enamel Mug', productType: 'simple', brand: 'Tidemark' },
    variants: [
      { sku: 'MUG-BLUE', prices: [{ amount: 1400 }], weight: { value: 210, unit: 'g' } },
      { sku: 'MUG-RED', inventoryPolicy: 'track' },
    ],
  });
});

test.each([
  ['old', oldNames],
  ['present', newNames],
])('a second run with the %s names changes nothing', async (_, contents) => {
  const store = await givenStore();
  await store.import(contents);
  const before = (await store.export()).text;
  const again = await store.import(contents);
  expect(again.counts.product).toEqual({ created: 0, updated: 0, unchanged: 2, refused: 0 });
  expect(again.counts.stock_level).toEqual({ created: 0, updated: 0, unchanged: 3, refused: 0 });
  expect(again.counts.category).toBeUndefined();
  expect((await store.export()).text).toBe(before);
});

test('a changed price updates that product alone', async () => {
  const store = await givenStore();
  await store.import(newNames);
  const report = await store.import(newNames.replace('2.00', '2.50'));
  expect(report.counts.product).toMatchObject({ updated: 1, unchanged: 1 });
});

test('whatever is left out is said once, and only where there was something', async () => {
  const store = await givenStore();
  const { notes } = await store.import(oldNames);
  const about = (text: string) => notes.filter((note) => note.includes(text));
  expect(about('"Google Shopping / Gender"')).toHaveLength(1);
  expect(about('"Google Shopping / Google Product Category"')).toHaveLength(0);
  expect(about('custom.origin')).toHaveLength(1);
  expect(about('custom.fabric')).toHaveLength(0);
  expect(about('Fulfillment')).toHaveLength(0);
  expect(about('oversold')).toEqual(['Quantities below 0 (oversold) became 0. (line 6)']);
  expect(about('--images download')).toHaveLength(1);
});

test('metafields become attributes of that name, each by its type', async () => {
  const store = await givenStore();
  const columns = ['released_on', 'is_organic', 'rating', 'deposit', 'keywords', 'swatch'].map(
    (key) => `X (product.metafields.custom.${key})`,
  );
  const report = await store.import(
    csv(
      ['Handle', 'Title', 'Type', ...columns].join(','),
      'a,A,Apparel,2026-03-01T10:00:00Z,true,4.5,"{""amount"":""19.90"",""currency_code"":""EUR""}",warm; soft,#fff',
      'b,B,Apparel,,,,5.00,"[""one"",""two; three""]",',
      'c,C,Apparel,,perhaps,,,,',
      'd,D,Simple,,true,,,,',
    ),
  );
  expect((await store.product('a')).attributes).toEqual({
    ...{ releasedOn: '2026-03-01', isOrganic: true, rating: 4.5 },
    deposit: { amount: 1990, currency: 'EUR' },
    keywords: ['warm', 'soft'],
  });
  expect((await store.product('a')).variants[0].attributes).toEqual({ swatch: '#fff' });
  expect((await store.product('b')).attributes).toEqual({
    deposit: { amount: 500, currency: 'EUR' },
    keywords: ['one', 'two; three'],
  });
  expect(report.refusals).toMatchObject([
    { line: 4, subject: 'c', field: columns[1], reason: 'must be true or false, not "perhaps".' },
  ]);
  expect(report.notes.join()).toContain('whose type has no such attribute. (line 5)');
});

test('each refused product is named with the line and the column at fault, and the others go in', async () => {
  const store = await givenStore();
  const report = await store.import(
    csv(
      'Handle,Title,Body (HTML),Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status',
      'good,Good,"<p>two',
      'lines</p>",Simple,,,G1,10.00,active',
      'dear,Dear,,Simple,,,D1,"1,299.00",active',
      'odd,Odd,,Simple,,,O1,1.999,sleeping',
      'twice,Twice,,Simple,Size,S,T1,1.00,active',
      'twice,,,,,S,T2,1.00,',
      'taken,Taken,,Simple,,,G1,1.00,active',
      'bag,,,Simple,,,B1,1.00,active',
      ',,,,,,,,',
      'short,Short,,Simple',
      'type,Type,,Snowboard,,,S1,1.00,active',
      'good,Good again,,Simple,,,G9,9.00,active',
      'last,Last,,Simple,,,L1,1.00,active',
    ),
  );
  const told = report.refusals.map(({ line, subject, field }) => [line, subject, field]);
  expect(told.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    [4, 'dear', 'Variant Price'],
    [5, 'odd', 'Variant Price'],
    [7, 'twice', 'Option1 Value'],
    [8, 'taken', 'Variant SKU'],
    [9, 'bag', 'Title'],
    [10, null, 'Handle'],
    [11, 'short', null],
    [12, 'type', 'Type'],
    [13, 'good', 'Handle'],
  ]);
  const reason = (subject: string) => report.refusals.find((refusal) => refusal.subject === subject)?.reason;
  expect(reason('dear')).toBe('must be a number such as 1299.00, not "1,299.00".');
  expect(reason('odd')).toContain('more digits after the point than EUR has (2)');
  expect(reason('odd')).toContain('Also "Status" must be active, draft or archived, not "sleeping".');
  expect(reason('taken')).toContain('"G1"');
  expect(reason('type')).toContain('--product-type');
  expect(report.counts.product).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 9 });
  expect(await store.product('last')).toMatchObject({ title: 'Last' });
});

test('a type that the store does not have becomes the product type that was asked for', async () => {
  const store = await givenStore();
  const contents = csv('Title,Type', 'Board,Snowboard', 'Shirt,Apparel');
  const report = await store.import(contents, { productType: 'simple' });
  expect(report.refused).toBe(0);
  expect(await store.product('board')).toMatchObject({ productType: 'simple' });
  expect(await store.product('shirt')).toMatchObject({ productType: 'apparel' });
  await expect(store.import(contents, { productType: 'simpel' })).rejects.toThrow('Did you mean "simple"?');
});

test('quantities need to be told which location they are for where there are several', async () => {
  const store = await givenStore();
  await store.ask('catalog.locations.create', { name: 'North' });
  const south = await store.ask('catalog.locations.create', { name: 'South' });
  await expect(store.import(newNames)).rejects.toThrow('several locations: "North", "South"');
  expect((await store.ask('catalog.products.list')).data).toEqual([]);
  await expect(store.import(newNames, { location: 'West' })).rejects.toThrow('no location "West"');
  expect((await store.import(newNames, { location: 'South' })).refused).toBe(0);
  const levels = await store.ask('catalog.inventory.listLevels', { locationId: south.id });
  expect(levels.data.map(({ onHand }: { onHand: number }) => onHand).sort()).toEqual([120, 5, 80]);
});

test('a compare-at price below the price is left out, and said', async () => {
  const store = await givenStore();
  const { notes } = await store.import(
    csv('Title,Type,Price,Compare-at price', 'A,Simple,10.00,8.00', 'B,Simple,10.00,0'),
  );
  expect((await store.product('a')).variants[0].prices).toMatchObject([
    { amount: 1000, compareAtAmount: null },
  ]);
  expect(notes).toEqual(['"Compare-at price" was left out where it is below the price. (line 2)']);
});

test('a Shopify CSV that was exported brings the same products back, and changes nothing at home', async () => {
  const store = await givenStore();
  await store.import(oldNames);
  await store.import(newNames);
  const { text } = await store.export('shopify-csv');
  expect((await store.import(text)).counts.product).toMatchObject({ unchanged: 4, updated: 0 });
  const other = await givenStore();
  await other.import(text);
  expect((await other.export('shopify-csv')).text).toBe(text);
});

test('what a Shopify CSV has no place for is said', async () => {
  const store = await givenStore();
  await store.ask('catalog.products.create', {
    ...{ productType: 'simple', title: 'Table' },
    translations: [{ locale: 'de', title: 'Tisch' }],
    variants: [{ prices: [{ amount: 900, currency: 'EUR', minimumQuantity: 10 }] }],
  });
  const { notes } = await store.export('shopify-csv');
  expect(notes.join('\n')).toMatch(
    /Translations were left out[\s\S]*Prices from a quantity on were left out/,
  );
});
