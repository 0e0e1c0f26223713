import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { identifier, nullable, object } from '../schema/primitives.ts';
import { Cart } from './cart-schemas.ts';
import { cartKey } from './carts.ts';
import { checkoutProblems, taxing } from './problems.ts';

/** A cart that a customer finds again gets another token, so that what an earlier browser kept is good for nothing. */
export const claimedToken = Type.String({
  description: "The cart's token from now on; null where the cart given goes on with its own.",
});

export const claimOperations = defineOperations({
  'checkout.carts.claim': {
    summary: 'Give a cart to a customer who signed in',
    description:
      "The customer's latest cart of the same channel and currency takes up what the cart given holds; where there is " +
      "none, the cart given becomes the customer's. Answers the cart to go on with: without `cartId`, the latest one. " +
      'Signing in with customers.signIns.complete does this by itself.',
    http: 'POST /v1/carts/claim',
    graphql: 'mutation claimCart',
    scopes: ['carts:manage'],
    input: Type.Object({
      customerId: identifier('cus', 'customer'),
      cartId: Type.Optional(cartKey.cartId),
      cartToken: cartKey.cartToken,
    }),
    output: object('ClaimedCart', { cart: nullable(Cart), token: nullable(claimedToken) }),
    errors: [problems.notFound, checkoutProblems.cartTokenNeeded, checkoutProblems.cartFull, ...taxing],
    effect: 'write',
  },
});
