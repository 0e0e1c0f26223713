import Type from 'typebox';

/** Guests reach an order with the token of its cart or of its link, customers their own without. It travels in bodies. */
export const orderToken = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 128,
    description:
      "The token of the order's cart, or of its link. Needed with a publishable key, unless the order is the signed-in customer's.",
  }),
);
