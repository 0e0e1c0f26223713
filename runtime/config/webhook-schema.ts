import Type from 'typebox';

const strict = { additionalProperties: false };
const operators = [
  ...['equals', 'differs', 'contains', 'starts_with', 'exists', 'missing'],
  ...['above', 'at_least', 'below', 'at_most'],
];

const Condition = Type.Object(
  {
    path: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[A-Za-z0-9_-]+(\\.([A-Za-z0-9_-]+|\\*))*$',
      description: 'a path such as "grandTotal.amount" or "lines.*.sku".',
    }),
    operator: Type.Enum(operators),
    values: Type.Optional(
      Type.Array(Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean()]), {
        maxItems: 100,
      }),
    ),
  },
  strict,
);

/** Schema of `WebhookInput`. */
export const Webhook = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 64 }),
    url: Type.String({
      pattern: '^https?://[^/@\\s]+(/\\S*)?$',
      maxLength: 2048,
      description: 'a URL such as "https://erp.example.com/hooks", without a user or password.',
    }),
    events: Type.Array(
      Type.String({
        pattern: '^(\\*|[a-z][a-z0-9_]*\\.(\\*|[a-z][a-z0-9_.]*))$',
        maxLength: 100,
        description: 'an event type such as "order.placed", a family such as "order.*", or "*".',
      }),
      { minItems: 1, maxItems: 100 },
    ),
    secret: Type.Object({ env: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }) }, strict),
    description: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    conditions: Type.Optional(Type.Array(Condition, { maxItems: 20 })),
    payload: Type.Optional(Type.Enum(['full', 'thin'])),
    format: Type.Optional(Type.Enum(['standard', 'cloudevents'])),
    apiVersion: Type.Optional(Type.Enum(['v1'])),
    ordering: Type.Optional(Type.Enum(['none', 'per_subject'])),
    rateLimit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    disableAfterDays: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 30 }), Type.Null()])),
  },
  strict,
);
