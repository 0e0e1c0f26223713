import Type from 'typebox';
import { Company, Mail, Storefront } from './company-schema.ts';
import { Integrations } from './integration-schema.ts';
import { Sdk } from './sdk-schema.ts';
import { Webhook } from './webhook-schema.ts';

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

const url = Type.String({ pattern: '^https?://', description: 'A URL such as https://api.example.com.' });
const secret = Type.Object({ env: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }) }, strict);

const Target = Type.Object(
  {
    url,
    secretKey: secret,
    protected: Type.Optional(Type.Boolean()),
  },
  strict,
);

const Tunnel = Type.Object(
  {
    ngrok: Type.Optional(
      Type.Object(
        {
          authtoken: Type.Optional(secret),
          domain: Type.Optional(
            Type.String({
              pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$',
              maxLength: 253,
              description: 'a domain such as "shop.ngrok.app".',
            }),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);

const country = Type.String({
  pattern: '^([A-Z]{2}|\\*)$',
  description: 'an ISO 3166-1 alpha-2 code such as "DE", or "*".',
});
const region = Type.String({
  pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$',
  description: 'an ISO 3166-2 code such as "US-CA".',
});
const places = {
  countries: Type.Optional(Type.Array(country, { maxItems: 300 })),
  regions: Type.Optional(Type.Array(region, { maxItems: 1000 })),
};
const name = Type.Optional(Type.String({ minLength: 1, maxLength: 128 }));
const minorUnits = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const days = Type.Integer({ minimum: 0, maximum: 365 });
const byCurrency = { pattern: '^[A-Z]{3}$' };

const TaxZone = Type.Object(
  {
    ...places,
    name,
    rates: Type.Record(Type.String({ pattern: key }), Type.Number({ minimum: 0, maximum: 100 }), strict),
    shipping: Type.Optional(Type.Union([Type.String({ pattern: key }), Type.Null()])),
  },
  strict,
);

const asked = { url, token: secret };

const TaxEngine = Type.Object({ ...asked, otherwise: Type.Optional(Type.Enum(['refuse', 'zones'])) }, strict);

const ShippingMethod = Type.Object(
  {
    name,
    kind: Type.Optional(Type.Enum(['flat', 'weight', 'price', 'pickup', 'carrier'])),
    rates: Type.Optional(
      Type.Record(
        Type.String(byCurrency),
        Type.Union([
          minorUnits,
          Type.Array(Type.Object({ from: minorUnits, amount: minorUnits }, strict), {
            minItems: 1,
            maxItems: 100,
          }),
        ]),
        strict,
      ),
    ),
    freeFrom: Type.Optional(Type.Record(Type.String(byCurrency), minorUnits, strict)),
    deliveryDays: Type.Optional(Type.Object({ from: days, to: days }, strict)),
    location: Type.Optional(Type.String({ pattern: '^loc_[0-9A-HJKMNP-TV-Z]{26}$' })),
    provider: Type.Optional(Type.String({ pattern: key })),
  },
  strict,
);

const ShippingZone = Type.Object(
  {
    ...places,
    name,
    methods: Type.Record(Type.String({ pattern: key }), ShippingMethod, { ...strict, minProperties: 1 }),
  },
  strict,
);

const paymentPlaces = {
  channels: Type.Optional(Type.Array(Type.String({ pattern: key }), { maxItems: 1000 })),
  currencies: Type.Optional(Type.Array(Type.String(), { maxItems: 200 })),
};

function paymentProvider(...secrets: readonly string[]) {
  return Type.Object(
    {
      ...paymentPlaces,
      ...Object.fromEntries(secrets.map((setting) => [setting, Type.Optional(secret)])),
      url: Type.Optional(url),
      capture: Type.Optional(Type.Enum(['automatic', 'manual'])),
    },
    strict,
  );
}

const ManualMethod = Type.Object(
  { name, instructions: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })) },
  strict,
);

const Payments = Type.Object(
  {
    stripe: Type.Optional(paymentProvider('secretKey', 'webhookSecret')),
    paypal: Type.Optional(paymentProvider('clientId', 'clientSecret', 'webhookId')),
    manual: Type.Optional(
      Type.Object(
        {
          ...paymentPlaces,
          methods: Type.Record(Type.String({ pattern: key }), ManualMethod, { ...strict, minProperties: 1 }),
        },
        strict,
      ),
    ),
  },
  strict,
);

const points = Type.Integer({ minimum: 1, maximum: 100 });
const isoCountry = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'an ISO 3166-1 alpha-2 code such as "DE".',
});

/** One shape for all kinds of rule: which settings go with which kind is said by `fraud-rules.ts`. */
const FraudRule = Type.Object(
  {
    name: Type.Optional(Type.String({ pattern: key, maxLength: 64 })),
    points,
    kind: Type.Enum([
      'velocity',
      'address-mismatch',
      'amount',
      'disposable-mail',
      'country',
      'provider-score',
    ]),
    by: Type.Optional(Type.Enum(['ip', 'email', 'card'])),
    count: Type.Optional(Type.Integer({ minimum: 2, maximum: 1000 })),
    withinMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 43_200 })),
    between: Type.Optional(Type.Enum(['billing-and-shipping', 'billing-and-card'])),
    of: Type.Optional(Type.Enum(['billing', 'shipping', 'card'])),
    countries: Type.Optional(Type.Array(isoCountry, { minItems: 1, maxItems: 300 })),
    from: Type.Optional(
      Type.Union([
        Type.Integer({ minimum: 0, maximum: 100 }),
        Type.Record(Type.String(byCurrency), minorUnits, { ...strict, minProperties: 1 }),
      ]),
    ),
  },
  strict,
);

const Fraud = Type.Object(
  {
    rules: Type.Optional(Type.Array(FraudRule, { maxItems: 100 })),
    thresholds: Type.Optional(
      Type.Object({ review: Type.Optional(points), block: Type.Optional(points) }, strict),
    ),
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
    carts: Type.Optional(
      Type.Object(
        { abandonedAfterHours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 8760 })) },
        strict,
      ),
    ),
    taxes: Type.Optional(
      Type.Object(
        {
          classes: Type.Optional(Type.Array(Type.String({ pattern: key }), { minItems: 1, maxItems: 50 })),
          zones: Type.Optional(Type.Record(Type.String({ pattern: key }), TaxZone, strict)),
          engine: Type.Optional(TaxEngine),
        },
        strict,
      ),
    ),
    shipping: Type.Optional(
      Type.Object(
        {
          zones: Type.Optional(Type.Record(Type.String({ pattern: key }), ShippingZone, strict)),
          carriers: Type.Optional(
            Type.Record(Type.String({ pattern: key }), Type.Object(asked, strict), strict),
          ),
        },
        strict,
      ),
    ),
    payments: Type.Optional(Payments),
    fraud: Type.Optional(Fraud),
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    company: Type.Optional(Company),
    storefront: Type.Optional(Storefront),
    mail: Type.Optional(Mail),
    integrations: Type.Optional(Integrations),
    webhooks: Type.Optional(Type.Array(Webhook, { maxItems: 100 })),
    productTypes: Type.Optional(
      Type.Record(Type.String({ pattern: key }), ProductType, { ...strict, minProperties: 1 }),
    ),
    seed: Type.Optional(Type.String({ minLength: 1 })),
    targets: Type.Optional(Type.Record(Type.String({ pattern: key }), Target, strict)),
    tunnel: Type.Optional(Tunnel),
    sdk: Type.Optional(Sdk),
  },
  strict,
);
