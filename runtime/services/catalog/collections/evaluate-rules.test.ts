import { describe, expect, test } from 'vitest';
import type { Product } from '../products/product.ts';
import type { ProductCollection } from './collections.ts';
import { evaluateRules, fieldFault } from './evaluate-rules.ts';

type Rule = ProductCollection['rules'][number];

// What rules look at; the rest of a product is of no account here.
const product = {
  title: 'Linen Shirt',
  brand: null,
  tags: ['summer', 'sale'],
  productType: 'apparel',
  status: 'active',
  attributes: { fabric: 'linen', rating: 4, isOrganic: false, keywords: ['light', 'airy'] },
  variants: [
    { prices: [{ amount: 4900, currency: 'EUR', minimumQuantity: 1 }] },
    {
      prices: [
        { amount: 3900, currency: 'EUR', minimumQuantity: 1 },
        { amount: 100, currency: 'EUR', minimumQuantity: 10 },
      ],
    },
  ],
} as unknown as Product;
const subject = { product, categoryIds: ['cat_shirts', 'cat_women'] };

describe('a rule', () => {
  test.each<[Rule['field'], Rule['operator'], Rule['value'], boolean]>([
    ['tag', 'equals', 'Summer', true],
    ['tag', 'equals', 'winter', false],
    ['tag', 'not_equals', 'sale', false],
    ['tag', 'not_equals', 'winter', true],
    ['title', 'contains', 'shirt', true],
    ['title', 'starts_with', 'shirt', false],
    ['category', 'equals', 'cat_women', true],
    ['productType', 'equals', 'book', false],
    ['brand', 'is_set', true, false],
    ['brand', 'is_set', false, true],
    ['brand', 'not_equals', 'Loom', true],
    ['price.EUR', 'less_than', 4000, true],
    ['price.EUR', 'less_than', 1000, false],
    ['price.USD', 'greater_than', 0, false],
    ['attributes.rating', 'greater_than', 3, true],
    ['attributes.isOrganic', 'equals', false, true],
    ['attributes.keywords', 'contains', 'air', true],
    ['attributes.missing', 'is_set', null, false],
  ])('%s %s %s: %s', (field, operator, value, expected) => {
    expect(evaluateRules({ match: 'all', rules: [{ field, operator, value }] }, subject)).toBe(expected);
  });

  test('is one of several: all of them, or one that is enough', () => {
    const rules: Rule[] = [
      { field: 'tag', operator: 'equals', value: 'summer' },
      { field: 'tag', operator: 'equals', value: 'winter' },
    ];
    expect(evaluateRules({ match: 'all', rules }, subject)).toBe(false);
    expect(evaluateRules({ match: 'any', rules }, subject)).toBe(true);
    expect(evaluateRules({ match: 'all', rules: [] }, subject)).toBe(false);
  });

  test('of a field that does not exist is refused with those that do', () => {
    expect(fieldFault('price.EUR', ['EUR'], [])).toBeUndefined();
    expect(fieldFault('price.GBP', ['EUR'], ['fabric'])).toBe(
      '"price.GBP" is not a field of rules. Known: title, brand, tag, productType, category, status, price.EUR, ' +
        'attributes.fabric.',
    );
  });
});
