import Type from 'typebox';
import { Cart } from '../checkout/cart-schemas.ts';
import { cartKey } from '../checkout/carts.ts';
import { claimedToken } from '../checkout/claims.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { nullable, object } from '../schema/primitives.ts';
import { Customer, Email } from './customer-schemas.ts';
import { customerProblems } from './problems.ts';

const token = Type.String({ minLength: 1, maxLength: 128 });
const tokens = {
  accessToken: Type.String({
    description: 'A JWT for the header "customer-token". Keep it in memory.',
  }),
  refreshToken: Type.String({ description: 'Gives the next pair of tokens, once.' }),
  expiresIn: Type.Integer({ description: 'Seconds for which the access token is good.' }),
};

export const signInOperations = defineOperations({
  'customers.signIns.request': {
    summary: 'Send a link to sign in with',
    description:
      'Answers the same whether or not there is a customer with the address: the first sign-in makes one. The link leads ' +
      'to `returnUrl` with `#sign_in_token=…`, is good for 15 minutes, and works once. Five links an hour and address.',
    http: 'POST /v1/sign-ins',
    graphql: 'mutation requestSignIn',
    scopes: ['customers:self'],
    input: Type.Object({
      email: Email,
      returnUrl: Type.String({
        ...{ format: 'uri', pattern: '^https?://[^#]*$', maxLength: 2048 },
        description: 'A page of the storefront that the configuration names, without a fragment.',
      }),
      locale: Type.Optional(Type.String({ maxLength: 35, description: "The mail's language." })),
    }),
    output: object('SignInRequest', {
      expiresIn: Type.Integer({ description: 'Seconds for which the link is good.' }),
    }),
    status: 202,
    errors: [customerProblems.returnUrlRefused, problems.rateLimited],
    effect: 'steps',
    example: { email: 'ada@example.com', returnUrl: 'http://localhost:5173/sign-in/return' },
  },
  'customers.signIns.complete': {
    summary: 'Sign in with the token of a link',
    description:
      'Makes the customer at the first sign-in, and gives them the orders placed as a guest with the same address. A ' +
      "guest's cart becomes theirs, or is merged into the cart that they had: `cart` is the one to go on with, which " +
      'needs no token beside the access token.',
    http: 'POST /v1/sign-ins/complete',
    graphql: 'mutation completeSignIn',
    scopes: ['customers:self'],
    input: Type.Object({
      token,
      cartId: Type.Optional(cartKey.cartId),
      cartToken: cartKey.cartToken,
    }),
    output: object('SignedIn', {
      customer: Customer,
      cart: nullable(Cart),
      cartToken: nullable(claimedToken),
      ...tokens,
    }),
    errors: [customerProblems.signInLinkInvalid],
    effect: 'write',
  },
  'customers.sessions.refresh': {
    summary: 'Get the next tokens of a session',
    description:
      'A refresh token works once. One that comes a second time was copied by somebody: the session ends for all who ' +
      'have it. A session ends after 30 days without this, too.',
    http: 'POST /v1/sessions/refresh',
    graphql: 'mutation refreshSession',
    scopes: ['customers:self'],
    input: Type.Object({ refreshToken: token }),
    output: object('SessionTokens', tokens),
    errors: [customerProblems.sessionEnded],
    effect: 'steps',
  },
  'customers.sessions.end': {
    summary: 'Sign out',
    description:
      'The refresh token stops working at once, access tokens that were given out when their minutes are over. A session ' +
      'that is not there is no error.',
    http: 'POST /v1/sessions/end',
    graphql: 'mutation endSession',
    scopes: ['customers:self'],
    input: Type.Object({
      refreshToken: token,
      everywhere: Type.Optional(
        Type.Boolean({ default: false, description: "All of the customer's sessions, on every device." }),
      ),
    }),
    output: Type.Null(),
    status: 204,
    errors: [],
    effect: 'write',
  },
});
