import { expect, test } from 'vitest';
import { checkOptions, matchVariant, optionsInUse } from './complete-variants.ts';
import { Faults } from './faults.ts';
import type { Product, Variant } from './product.ts';

function variant(
  id: string,
  sku: string | null,
  ...values: readonly [name: string, value: string][]
): Variant {
  // What matching and checking look at.
  return { id, sku, options: values.map(([name, value]) => ({ name, value })) } as unknown as Variant;
}

function faultsOf(options: Product['options'], variants: readonly Variant[]): string[] {
  const faults = new Faults();
  checkOptions(options, variants, (index) => `/variants/${index}`, faults);
  return faults.all.map(({ pointer, message }) => `${pointer} ${message}`);
}

const size = { name: 'Size', values: ['S', 'M'] };

test('variants have one listed value of each option, and no two the same', () => {
  expect(faultsOf([size], [variant('1', null, ['Size', 'S']), variant('2', null, ['Size', 'M'])])).toEqual(
    [],
  );
  expect(faultsOf([size], [variant('1', null)])).toEqual([
    '/variants/0/options must have one value of "Size".',
  ]);
  expect(faultsOf([size], [variant('1', null, ['Size', 'L'])])).toEqual([
    '/variants/0/options "L" is not a value of "Size"; it has S, M.',
  ]);
  expect(faultsOf([], [variant('1', null, ['Size', 'S'])])).toEqual([
    '/variants/0/options "Size" is not an option of the product; it has none.',
  ]);
  const twice = [variant('1', null, ['Size', 'S']), variant('2', null, ['Size', 'S'])];
  expect(faultsOf([size], twice)).toEqual([
    '/variants/1/options is the same combination as that of variant 1.',
  ]);
  expect(faultsOf([size, size], [])).toEqual(['/options the option "Size" is listed twice.']);
});

test('an input means the variant of its id, else of its SKU, else of its options in any order', () => {
  const known = [
    variant('var_a', 'A', ['Size', 'S'], ['Colour', 'red']),
    variant('var_b', 'B', ['Size', 'M'], ['Colour', 'red']),
  ];
  expect(matchVariant({ id: 'var_b', sku: 'A' }, known)?.id).toBe('var_b');
  expect(matchVariant({ sku: 'A' }, known)?.id).toBe('var_a');
  const options = [
    { name: 'Colour', value: 'red' },
    { name: 'Size', value: 'M' },
  ];
  expect(matchVariant({ options }, known)?.id).toBe('var_b');
  expect(matchVariant({ sku: 'C' }, known)).toBeUndefined();
});

test('options that are not listed are those that the variants use', () => {
  const inputs = ['S', 'M', 'S'].map((value) => ({ options: [{ name: 'Size', value }] }));
  expect(optionsInUse(inputs)).toEqual([size]);
});
