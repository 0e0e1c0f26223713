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
  faults: Faults,
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
