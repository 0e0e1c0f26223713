import { expect, test } from 'vitest';
import { fitInput } from './fit-input.ts';
import type { ApiDocument, Schema } from './open-api.ts';

const document: ApiDocument = {
  paths: {},
  components: {
    schemas: {
      VariantInput: {
        type: 'object',
        properties: {
          sku: { type: 'string' },
          cost: { anyOf: [{ $ref: '#/components/schemas/Money' }, { type: 'null' }] },
        },
      },
      Money: { type: 'object', properties: { amount: { type: 'integer' }, currency: { type: 'string' } } },
    },
  },
};
const variants: Schema = { type: 'array', items: { $ref: '#/components/schemas/VariantInput' } };

test('what the platform works out itself is left out, however deep', () => {
  const answered = [
    { sku: 'A', availability: 'in_stock', cost: { amount: 5, currency: 'EUR', text: '€0.05' } },
  ];
  expect(fitInput(document, variants, answered)).toEqual([
    { sku: 'A', cost: { amount: 5, currency: 'EUR' } },
  ]);
});

test('what is null, of another shape, or of any shape stays as it is', () => {
  expect(fitInput(document, variants, [{ sku: 'A', cost: null }])).toEqual([{ sku: 'A', cost: null }]);
  expect(fitInput(document, variants, null)).toBeNull();
  expect(fitInput(document, { type: 'object' }, { any: 'thing' })).toEqual({ any: 'thing' });
});
