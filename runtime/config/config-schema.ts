import Type from 'typebox';

const key = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const attributeName = '^[a-z][a-zA-Z0-9]*$';

const strict = { additionalProperties: false };
const basics = {
  label: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  list: Type.Optional(Type.Boolean()),
  required: Type.Optional(Type.Boolean()),
  unique: Type.Optional(Type.Boolean()),
  searchable: Type.Optional(Type.Boolean()),
  level: Type.Optional(Type.Enum(['product', 'variant'])),
};

/** One shape for all types of attribute: which settings go with which type is said by `attribute-rules.ts`. */
const Attribute = Type.Object(
  {
    type: Type.Enum(['text', 'localizedText', 'number', 'boolean', 'enum', 'date', 'money', 'reference']),
    ...basics,
    values: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 1000 })),
    to: Type.Optional(Type.Enum(['product', 'category', 'collection', 'media'])),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
  },
  strict,
);

const ProductType = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
    attributes: Type.Optional(Type.Record(Type.String({ pattern: attributeName }), Attribute, strict)),
  },
  strict,
);

const Channel = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
    defaultLocale: Type.Optional(Type.String()),
    defaultCurrency: Type.Optional(Type.String()),
    defaultCountry: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  },
  strict,
);

const Locale = Type.Object(
  { code: Type.String(), fallbacks: Type.Optional(Type.Array(Type.String())) },
  strict,
);

const Target = Type.Object(
  {
    url: Type.String({ pattern: '^https?://', description: 'A URL such as https://api.example.com.' }),
    secretKey: Type.Object({ env: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }) }, strict),
    protected: Type.Optional(Type.Boolean()),
  },
  strict,
);

/** Schema of `Config` in define-config.ts. */
export const ConfigSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 128 }),
    locales: Type.Optional(Type.Array(Type.Union([Type.String(), Locale]), { minItems: 1, maxItems: 100 })),
    currencies: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 200 })),
    channels: Type.Optional(
      Type.Record(Type.String({ pattern: key }), Channel, { ...strict, minProperties: 1 }),
    ),
    customerGroups: Type.Optional(Type.Array(Type.String({ pattern: key }), { maxItems: 1000 })),
    prices: Type.Optional(Type.Object({ includeTax: Type.Optional(Type.Boolean()) }, strict)),
    inventory: Type.Optional(
      Type.Object(
        { reservationMinutes: Type.Optional(Type.Number({ minimum: 1, maximum: 43_200 })) },
        strict,
      ),
    ),
    productTypes: Type.Optional(
      Type.Record(Type.String({ pattern: key }), ProductType, { ...strict, minProperties: 1 }),
    ),
    seed: Type.Optional(Type.String({ minLength: 1 })),
    targets: Type.Optional(Type.Record(Type.String({ pattern: key }), Target, strict)),
  },
  strict,
);
