import Type from 'typebox';

const strict = { additionalProperties: false };
const key = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const url = Type.String({
  pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*[^\\s?#/])?$',
  maxLength: 1000,
  description:
    'a URL such as "https://api.warehouse.example", without a user or password, or a slash at its end.',
});
const secret = Type.Object({ env: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }) }, strict);
const expression = Type.String({ minLength: 1, maxLength: 20_000, description: 'a JSONata expression.' });
const path = Type.String({
  pattern: '^/[^\\s]*$',
  maxLength: 1024,
  description: 'a path below the partner\'s URL, such as "/orders".',
});

export const callbackTypes = [
  ...(['shipment.created', 'shipment.tracking_updated', 'shipment.delivered', 'shipment.cancelled'] as const),
  ...(['order.refused', 'stock.level', 'item.master', 'invoice.posted'] as const),
] as const;

const Integration = Type.Object(
  {
    preset: Type.Optional(Type.Enum(['headlesspro', 'shipbob'])),
    kind: Type.Optional(Type.Enum(['fulfilment', 'erp'])),
    url: Type.Optional(url),
    token: Type.Optional(secret),
    secret: Type.Optional(secret),
    locations: Type.Optional(
      Type.Array(Type.String({ pattern: '^loc_[0-9A-HJKMNP-TV-Z]{26}$' }), { maxItems: 100 }),
    ),
    send: Type.Optional(
      Type.Array(
        Type.Object(
          {
            event: Type.String({
              pattern: '^(order|fulfilment|return|product)\\.(\\*|[a-z][a-z0-9_.]*)$',
              description:
                'an event of orders, fulfilments, returns or products: "order.confirmed", "order.*".',
            }),
            to: path,
            when: Type.Optional(expression),
            map: expression,
          },
          strict,
        ),
        { maxItems: 100 },
      ),
    ),
    receive: Type.Optional(
      Type.Array(
        Type.Object({ as: Type.Enum([...callbackTypes]), when: expression, map: expression }, strict),
        {
          maxItems: 100,
        },
      ),
    ),
    stock: Type.Optional(Type.Object({ path, map: expression }, strict)),
  },
  strict,
);

/** Partners by key. */
export const Integrations = Type.Record(Type.String({ pattern: key, maxLength: 40 }), Integration, {
  ...strict,
  maxProperties: 20,
});
