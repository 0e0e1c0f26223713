import Type, { type TSchema } from 'typebox';
import type { AttributeConfig, StoreConfig } from '../../config/store-config.ts';
import { Amount, CalendarDate, Currency, identifier, nullable, object } from './primitives.ts';

/** A value of a custom attribute, as it is stored and sent. */
export type AttributeValue =
  | string
  | number
  | boolean
  | { readonly amount: number; readonly currency: string }
  | readonly AttributeValue[];

export type AttributeValues = Readonly<Record<string, AttributeValue | null>>;

const referencePrefixes = { product: 'prod', category: 'cat', collection: 'coll', media: 'media' } as const;

function scalarSchema(attribute: AttributeConfig): TSchema {
  switch (attribute.type) {
    case 'text':
    case 'localizedText':
      return Type.String({ maxLength: 65_536 });
    case 'number':
      return Type.Number({
        ...(attribute.minimum === null ? {} : { minimum: attribute.minimum }),
        ...(attribute.maximum === null ? {} : { maximum: attribute.maximum }),
      });
    case 'boolean':
      return Type.Boolean();
    case 'enum':
      return Type.Enum([...attribute.values]);
    case 'date':
      return CalendarDate;
    case 'money':
      return object('Money', { amount: Amount, currency: Currency });
    case 'reference': {
      const target = attribute.to ?? 'product';
      return identifier(referencePrefixes[target], target);
    }
  }
}

function attributeSchema(attribute: AttributeConfig): TSchema {
  const schema = attribute.list
    ? Type.Array(scalarSchema(attribute), { maxItems: 100 })
    : scalarSchema(attribute);
  return { ...schema, description: attribute.label };
}

/** All attributes of a store at one level. The same name is declared alike in every product type, so one wins. */
export function attributesOf(
  config: StoreConfig,
  level: AttributeConfig['level'],
): Readonly<Record<string, AttributeConfig>> {
  const merged: Record<string, AttributeConfig> = {};
  for (const productType of config.productTypes) {
    for (const [name, attribute] of Object.entries(productType.attributes)) {
      if (attribute.level === level) merged[name] = attribute;
    }
  }
  return merged;
}

/**
 * The `attributes` object of an answer: a property for each attribute of the store, present where it has a
 * value. Which of them a product may and must have is decided by its product type, in the service.
 */
export function attributesOutput(title: string, config: StoreConfig, level: AttributeConfig['level']) {
  const properties = Object.fromEntries(
    Object.entries(attributesOf(config, level)).map(([name, attribute]) => [
      name,
      Type.Optional(attributeSchema(attribute)),
    ]),
  );
  return Type.Unsafe<AttributeValues>(
    object(title, properties, { description: "The store's own attributes, from its product types." }),
  );
}

/** As an input: `null` takes a value away. */
export function attributesInput(title: string, config: StoreConfig, level: AttributeConfig['level']) {
  const properties = Object.fromEntries(
    Object.entries(attributesOf(config, level)).map(([name, attribute]) => [
      name,
      Type.Optional(nullable(attributeSchema(attribute))),
    ]),
  );
  return Type.Unsafe<AttributeValues>(object(title, properties));
}

/** The translated part: localized text attributes alone. */
export function attributesTranslation(title: string, config: StoreConfig) {
  const properties = Object.fromEntries(
    Object.entries(attributesOf(config, 'product'))
      .filter(([, attribute]) => attribute.type === 'localizedText')
      .map(([name, attribute]) => [name, Type.Optional(attributeSchema(attribute))]),
  );
  return Type.Unsafe<AttributeValues>(object(title, properties));
}
