import { expect, test } from 'vitest';
import { compareShapes } from './compare-shapes.ts';
import { allowedShape, promisedShape } from './schema-shape.ts';
import { shapeOf } from './shape.ts';
import { readShape, writeShape } from './written-shape.ts';

const product = {
  title: 'Mug',
  price: null,
  images: [
    { url: 'a', alt: null },
    { url: 'b', alt: 'B' },
  ],
};

test('what can be relied on is written by its kinds, one shape for all items of a list', () => {
  expect(writeShape(shapeOf(product))).toEqual({
    images: [{ 'alt?': 'string', url: 'string' }],
    'price?': 'unknown',
    title: 'string',
  });
  expect(writeShape(shapeOf([1, 'one', null]))).toEqual(['null | number | string']);
  expect(writeShape(shapeOf([1, { a: 1 }]))).toEqual([{ '|': ['number', { a: 'number' }] }]);
});

test('what is written is read as the same', () => {
  for (const value of [product, [1, { a: [] }], 'text', null, {}, { deep: { er: [[true]] } }]) {
    const written = writeShape(shapeOf(value));
    const read = readShape(JSON.parse(JSON.stringify(written)));
    expect(read && writeShape(read)).toEqual(written);
  }
  expect(readShape({ title: 'text' })).toBeUndefined();
  expect(readShape([1])).toBeUndefined();
});

const differences = (was: unknown, is: unknown) =>
  compareShapes(shapeOf(was), shapeOf(is)).map(({ pointer, came }) => [pointer, came]);

test('what is missing or of another kind is named by its place, and more is no difference', () => {
  expect(differences(product, { ...product, brand: 'Mugs', price: { amount: 1 } })).toEqual([]);
  expect(differences({ title: 'Mug' }, {})).toEqual([['/title', 'nothing']]);
  expect(differences({ title: 'Mug' }, { title: null })).toEqual([['/title', 'nothing, or null']]);
  expect(differences([{ price: { amount: 1 } }], [{ price: { amount: '1' } }])).toEqual([
    ['/*/price/amount', 'text'],
  ]);
  expect(differences([{ a: 1 }, { a: 1 }], [{ a: 1 }, {}])).toEqual([['/*/a', 'nothing, or null']]);
  expect(differences({ 'a/b': 1 }, {})).toEqual([['/a~1b', 'nothing']]);
  expect(differences([1], [])).toEqual([]);
});

const document = {
  components: {
    schemas: {
      Price: { type: 'object', properties: { amount: { type: 'integer' } }, required: ['amount'] },
    },
  },
};
const schemaOf = (properties: object, required: readonly string[]) => ({
  document,
  schema: { type: 'object', properties, required },
});
const priced = { $ref: '#/components/schemas/Price' };
const older = schemaOf(
  {
    title: { type: 'string' },
    price: { anyOf: [priced, { type: 'null' }] },
    notes: { type: 'object', patternProperties: { '^.*$': { type: 'string' } } },
  },
  ['title', 'price', 'notes'],
);

test('what the contract allowed beside what was seen is no difference later', () => {
  const seen = shapeOf({ title: 'Mug', price: { amount: 5 }, notes: { gift: 'yes' } });
  const kept = allowedShape(seen, older);
  expect(writeShape(kept)).toEqual({
    title: 'string',
    'price?': { amount: 'number' },
    notes: { '*': 'string' },
  });
  expect(compareShapes(kept, shapeOf({ title: 'Mug', price: null, notes: { other: 'no' } }))).toEqual([]);
  expect(compareShapes(kept, shapeOf({ title: 'Mug', price: null, notes: { other: 1 } }))).toMatchObject([
    { pointer: '/notes/other' },
  ]);
});

test('what a newer contract no longer promises is a difference before an answer shows it', () => {
  const kept = allowedShape(shapeOf({ title: 'Mug', price: { amount: 5 }, notes: {} }), older);
  expect(compareShapes(kept, promisedShape(kept, older))).toEqual([]);
  const newer = schemaOf({ title: { type: ['string', 'null'] }, notes: { type: 'object' } }, ['title']);
  expect(compareShapes(kept, promisedShape(kept, newer)).map(({ pointer }) => pointer)).toEqual([
    '/title',
    '/notes',
  ]);
});
