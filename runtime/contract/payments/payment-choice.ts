import Type from 'typebox';

const Page = Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2048 });

/** How a shopper pays: what begins the payment of a cart, and of what an order still costs. */
export const paymentChoice = {
  provider: Type.String({
    minLength: 1,
    maxLength: 64,
    description: 'As payments.methods.list names it.',
  }),
  method: Type.Optional(
    Type.String({ minLength: 1, maxLength: 64, description: 'Of the provider "manual": its key.' }),
  ),
  returnUrl: Type.Optional(Page),
  cancelUrl: Type.Optional(Page),
  paymentToken: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 255 },
      description:
        "What the provider's own form gave for the card (`pm_…`). Without it the provider shows its page.",
    }),
  ),
};
