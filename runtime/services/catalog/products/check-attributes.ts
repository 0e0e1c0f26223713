import { isDeepStrictEqual } from 'node:util';
import type { AttributeConfig, ProductTypeConfig, StoreConfig } from '../../../config/store-config.ts';
import type { AttributeValues } from '../../../contract/schema/attributes.ts';
import { unknownName } from '../../../validation/index.ts';
import type { Faults } from './faults.ts';

type Level = AttributeConfig['level'];

/** The product type, or undefined with a fault that names the nearest. */
export function productTypeOf(
  config: StoreConfig,
  key: string,
  faults: Faults,
): ProductTypeConfig | undefined {
  const found = config.productTypes.find((productType) => productType.key === key);
  if (!found) {
    const known = config.productTypes.map((productType) => productType.key);
    faults.add('/productType', unknownName(key, 'product type', known));
  }
  return found;
}

function attributesAt(productType: ProductTypeConfig, level: Level): [string, AttributeConfig][] {
  return Object.entries(productType.attributes).filter(([, attribute]) => attribute.level === level);
}

/** A money attribute is in a currency of the store, like its prices. */
function checkCurrencies(
  value: AttributeValues[string],
  currencies: readonly string[],
  pointer: string,
  faults: Faults,
): void {
  const amounts = [value].flat() as readonly { readonly currency: string }[];
  for (const { currency } of amounts) {
    if (currencies.includes(currency)) continue;
    faults.add(`${pointer}/currency`, `the store has no ${currency}; it has ${currencies.join(', ')}.`);
  }
}

/**
 * Merges attribute changes by name, null taking a value away, and holds the result to the product type: nothing
 * of another type, nothing required missing. Types and ranges of values are the contract's, and checked before.
 */
export function mergeAttributes(
  productType: ProductTypeConfig,
  level: Level,
  current: AttributeValues,
  changes: AttributeValues | undefined,
  pointer: string,
  { config, faults }: { readonly config: StoreConfig; readonly faults: Faults },
): AttributeValues {
  const known = attributesAt(productType, level);
  const names = known.map(([name]) => name);
  const merged: Record<string, AttributeValues[string]> = {};
  for (const [name, value] of Object.entries({ ...current, ...changes })) {
    if (value === null) continue;
    if (names.includes(name)) merged[name] = value;
    else if (changes && name in changes) {
      const what = `${level === 'variant' ? 'variant ' : ''}attribute of product type "${productType.key}"`;
      faults.add(`${pointer}/${name}`, unknownName(name, what, names));
    }
  }
  for (const [name, attribute] of known) {
    const value = changes?.[name];
    // What was there before stays, also when the store has given up its currency since.
    if (attribute.type === 'money' && value && !isDeepStrictEqual(value, current[name])) {
      checkCurrencies(value, config.currencies, `${pointer}/${name}`, faults);
    }
    if (attribute.required && merged[name] === undefined) faults.add(`${pointer}/${name}`, 'is required.');
  }
  return merged;
}

/** Values that no other product may have: name, value, where it stands. */
export function uniqueValues(
  productType: ProductTypeConfig,
  attributes: AttributeValues,
  level: Level,
): [name: string, value: string][] {
  return attributesAt(productType, level).flatMap(([name, attribute]) => {
    const value = attributes[name];
    return attribute.unique && value !== undefined && value !== null ? [[name, String(value)]] : [];
  });
}
