import Type from 'typebox';

const strict = { additionalProperties: false };
const line = Type.String({ minLength: 1, maxLength: 255, pattern: '^[^\\r\\n]*$' });

/** Schema of `CompanyInput` in define-config.ts. */
export const Company = Type.Object(
  {
    name: line,
    address: Type.Optional(Type.Array(line, { maxItems: 8 })),
    vatId: Type.Optional(line),
    registration: Type.Optional(line),
    email: Type.Optional(line),
    phone: Type.Optional(line),
    website: Type.Optional(line),
  },
  strict,
);

/** Schema of `StorefrontInput` in define-config.ts. */
export const Storefront = Type.Object(
  {
    url: Type.String({
      pattern: '^https?://[^\\s/?#]+(/[^\\s?#]*[^\\s?#/])?$',
      maxLength: 1000,
      description: 'a URL such as "https://shop.example", without a slash at its end.',
    }),
    orderPath: Type.Optional(
      Type.String({
        pattern: '^/(?=.*\\{orderId\\})(?=.*\\{token\\})\\S*$',
        maxLength: 1000,
        description: 'a path with both in it: "/orders/{orderId}#token={token}".',
      }),
    ),
  },
  strict,
);

const mailbox = Type.String({
  pattern: '^[^<>\\r\\n]*<[^\\s<>@,]+@[^\\s<>@,]+>$|^[^\\s<>@,]+@[^\\s<>@,]+$',
  maxLength: 320,
  description: 'an address such as "orders@example.com" or "Demo store <orders@example.com>".',
});
const url = Type.Object({ env: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }) }, strict);

/** Schema of `MailInput` in define-config.ts. */
export const Mail = Type.Object(
  {
    from: mailbox,
    replyTo: Type.Optional(mailbox),
    notices: Type.Optional(
      Type.String({
        pattern: '^[^\\s<>@,]+@[^\\s<>@,]+$',
        maxLength: 255,
        description: 'an address such as "operations@example.com".',
      }),
    ),
    smtp: Type.Optional(Type.Object({ url }, strict)),
  },
  strict,
);
