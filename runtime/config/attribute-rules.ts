import type { FieldError } from '../contract/problem.ts';
import type { AttributeInput } from './define-config.ts';
import type { AttributeConfig, ProductTypeConfig } from './store-config.ts';

/** Names that a generated type, or the API, uses itself. */
const reservedNames = ['constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];

/** `releasedOn` reads "Released on". */
function labelOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The attribute with every setting filled in. */
export function completeAttribute(name: string, input: AttributeInput): AttributeConfig {
  return {
    type: input.type,
    label: input.label ?? labelOf(name),
    list: input.list ?? false,
    required: input.required ?? false,
    unique: input.unique ?? false,
    searchable: input.searchable ?? false,
    level: input.level ?? 'product',
    values: 'values' in input ? [...(input.values ?? [])] : [],
    to: 'to' in input ? (input.to ?? null) : null,
    minimum: 'minimum' in input ? (input.minimum ?? null) : null,
    maximum: 'maximum' in input ? (input.maximum ?? null) : null,
  };
}

/** Faults of one attribute that its shape alone can't show. */
export function attributeFaults(pointer: string, name: string, attribute: AttributeConfig): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (setting: string, message: string) =>
    faults.push({ pointer: `${pointer}${setting}`, message });
  const { type } = attribute;
  if (reservedNames.includes(name)) fault('', `"${name}" is a reserved name; choose another.`);
  if (type === 'enum' && attribute.values.length === 0)
    fault('', 'an attribute of type enum needs "values".');
  if (type !== 'enum' && attribute.values.length > 0)
    fault('/values', '"values" goes with the type enum only.');
  if (new Set(attribute.values).size < attribute.values.length)
    fault('/values', 'the same value is listed twice.');
  if (type === 'reference' && attribute.to === null) fault('', 'an attribute of type reference needs "to".');
  if (type !== 'reference' && attribute.to !== null) fault('/to', '"to" goes with the type reference only.');
  if (type !== 'number' && attribute.minimum !== null)
    fault('/minimum', '"minimum" goes with the type number only.');
  if (type !== 'number' && attribute.maximum !== null)
    fault('/maximum', '"maximum" goes with the type number only.');
  if (attribute.minimum !== null && attribute.maximum !== null && attribute.minimum > attribute.maximum) {
    fault('/minimum', `must not be above "maximum" (${attribute.maximum}).`);
  }
  if (attribute.unique && (attribute.list || !['text', 'number', 'date'].includes(type))) {
    fault('/unique', 'only single values of type text, number or date can be unique.');
  }
  if (type === 'localizedText' && attribute.level === 'variant') {
    fault('/level', 'localized text is possible on products only.');
  }
  return faults;
}

/** The same name must be declared alike everywhere, so that it has one type in the API and the SDKs. */
export function conflictingAttributes(productTypes: readonly ProductTypeConfig[]): FieldError[] {
  const first = new Map<string, { readonly productType: string; readonly attribute: AttributeConfig }>();
  const faults: FieldError[] = [];
  for (const productType of productTypes) {
    for (const [name, attribute] of Object.entries(productType.attributes)) {
      const earlier = first.get(name);
      if (!earlier) {
        first.set(name, { productType: productType.key, attribute });
        continue;
      }
      const { label: _, required: __, ...shape } = attribute;
      const { label: _label, required: _required, ...earlierShape } = earlier.attribute;
      if (JSON.stringify(shape) === JSON.stringify(earlierShape)) continue;
      faults.push({
        pointer: `/productTypes/${productType.key}/attributes/${name}`,
        message: `is declared differently in "${earlier.productType}"; declare it alike or choose another name.`,
      });
    }
  }
  return faults;
}
