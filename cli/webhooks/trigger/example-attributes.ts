import type { AttributeConfig, ProductTypeConfig } from '../../../runtime/config/index.ts';
import type { AttributeValues } from '../../../runtime/contract/schema/attributes.ts';

type Value = AttributeValues[string];

const texts: Readonly<Record<'text' | 'localizedText' | 'date', string>> = {
  text: 'Triggered',
  localizedText: 'Triggered',
  date: '2026-01-31',
};

function exampleValue(attribute: AttributeConfig, currency: string, mark: string): Value {
  switch (attribute.type) {
    case 'number':
      return attribute.minimum ?? Math.min(1, attribute.maximum ?? 1);
    case 'boolean':
      return true;
    case 'enum':
      return attribute.values[0] ?? null;
    case 'money':
      return { amount: 1000, currency };
    case 'reference':
      return null;
    default:
      return attribute.unique && attribute.type === 'text' ? `Triggered ${mark}` : texts[attribute.type];
  }
}

function required(type: ProductTypeConfig, level: AttributeConfig['level']) {
  return Object.entries(type.attributes).filter(
    ([, attribute]) => attribute.required && attribute.level === level,
  );
}

/** The product type that demands least, so that a product of it can be made by itself. */
export function simplestType(types: readonly ProductTypeConfig[]): ProductTypeConfig | undefined {
  const demands = (type: ProductTypeConfig) =>
    Object.values(type.attributes).filter((attribute) => attribute.required).length;
  return [...types].sort((a, b) => demands(a) - demands(b))[0];
}

/** A value for each attribute that a product type demands; none for references, which nothing stands in for. */
export function exampleAttributes(
  type: ProductTypeConfig,
  level: AttributeConfig['level'],
  currency: string,
  mark: string,
): AttributeValues {
  return Object.fromEntries(
    required(type, level).map(([name, attribute]) => {
      const value = exampleValue(attribute, currency, mark);
      // Lists hold values of the type itself.
      return [name, attribute.list ? ([value] as Value) : value];
    }),
  );
}
