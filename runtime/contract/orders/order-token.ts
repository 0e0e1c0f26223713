import Type from 'typebox';

/** Guests reach an order with the token of its cart, or of its link. It travels in bodies and never in URLs. */
export const orderToken = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 128,
    description: "The token of the order's cart, or of its link. Needed with a publishable key.",
  }),
);
