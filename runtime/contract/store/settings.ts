import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { resource } from '../resource.ts';
import { Country, Currency, nullable, object } from '../schema/primitives.ts';

const AttributeDefinition = object('AttributeDefinition', {
  name: Type.String(),
  type: Type.Enum(['text', 'localizedText', 'number', 'boolean', 'enum', 'date', 'money', 'reference']),
  label: Type.String(),
  list: Type.Boolean(),
  required: Type.Boolean(),
  unique: Type.Boolean(),
  searchable: Type.Boolean(),
  level: Type.Enum(['product', 'variant']),
  values: Type.Array(Type.String()),
  to: nullable(Type.Enum(['product', 'category', 'collection', 'media'])),
  minimum: nullable(Type.Number()),
  maximum: nullable(Type.Number()),
});

export const StoreSettings = object(
  'StoreSettings',
  {
    name: Type.String(),
    locales: Type.Array(object('Locale', { code: Type.String(), fallbacks: Type.Array(Type.String()) }), {
      description: 'The first is the default.',
    }),
    currencies: Type.Array(Currency, { description: 'The first is the default.' }),
    channels: Type.Array(
      object('Channel', {
        key: Type.String(),
        name: Type.String(),
        defaultLocale: Type.String(),
        defaultCurrency: Currency,
        defaultCountry: nullable(Country),
      }),
      { description: 'The first is the default.' },
    ),
    customerGroups: Type.Array(Type.String()),
    productTypes: Type.Array(
      object('ProductType', {
        key: Type.String(),
        name: Type.String(),
        attributes: Type.Array(AttributeDefinition),
      }),
    ),
  },
  { description: 'What headlesspro.config.ts declares.' },
);

export const settingsOperations = defineOperations({
  'store.settings.get': {
    summary: "Get the store's settings",
    description:
      'Channels, locales, currencies and product types are declared in headlesspro.config.ts. A publishable key is told ' +
      'of its own channel alone.',
    http: 'GET /v1/store',
    graphql: 'query store',
    scopes: ['store:read'],
    input: Type.Object({}),
    output: StoreSettings,
    errors: [],
    effect: 'read',
    cacheTags: ['store'],
  },
});

export const settingsResource = resource({ name: 'StoreSettings', schema: StoreSettings, relations: {} });

export const settingsEvents = [
  defineEvent({
    type: 'store.configured',
    summary: "The store's configuration was changed.",
    data: StoreSettings,
  }),
];
