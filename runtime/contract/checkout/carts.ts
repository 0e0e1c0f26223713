import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  Country,
  Currency,
  identifier,
  nullable,
  object,
  pageOf,
  pageSize,
} from '../schema/primitives.ts';
import { buyerTexts, CustomData, GiftMessage, lineId, Quantity, ShippingOption } from '../schema/sale.ts';
import { AddressInput, CartProblem } from './addresses.ts';
import { Cart, CartLine, CartLineInput, cartStates } from './cart-schemas.ts';
import { checkoutProblems, taxing } from './problems.ts';

/*
 * A cart is reached with a secret key, or with a publishable key and the cart's token; a signed-in customer's own needs
 * none. Tokens travel in bodies and never in URLs, which end up in logs and histories: so a cart is read with POST.
 */

const cartId = identifier('cart', 'cart');
const cartToken = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 128,
    description: 'Needed with a publishable key, unless the cart is that of the customer who signed in.',
  }),
);
/** How a cart is named by who may reach it. */
export const cartKey = { cartId, cartToken };

const settings = {
  locale: Type.Optional(Type.String()),
  country: Type.Optional(nullable(Country)),
  email: Type.Optional(nullable(buyerTexts.email)),
  note: Type.Optional(nullable(buyerTexts.note)),
  shippingAddress: Type.Optional(nullable(AddressInput)),
  billingAddress: Type.Optional(nullable(AddressInput)),
  customerId: Type.Optional(nullable(buyerTexts.customerId)),
  customerGroup: Type.Optional(nullable(Type.String())),
  isTaxExempt: Type.Optional(Type.Boolean()),
};

const reading = [problems.notFound, checkoutProblems.cartTokenNeeded, ...taxing];
const writing = [...reading, checkoutProblems.cartState, problems.versionConflict];

export const cartOperations = defineOperations({
  'checkout.carts.create': {
    summary: 'Create a cart',
    description:
      "Answers the cart's token, this once: a publishable key needs it to reach the cart. The channel's defaults " +
      'stand in for what is left out.',
    http: 'POST /v1/carts',
    graphql: 'mutation createCart',
    scopes: ['carts:write'],
    input: Type.Object({
      id: Type.Optional(cartId),
      channel: Type.Optional(Type.String()),
      currency: Type.Optional(Currency),
      ...settings,
      lines: Type.Optional(Type.Array(CartLineInput, { maxItems: 500 })),
    }),
    output: object('CreatedCart', { cart: Cart, token: Type.String() }),
    status: 201,
    errors: [
      problems.alreadyExists,
      catalogProblems.unknownSetting,
      checkoutProblems.secretKeyNeeded,
      checkoutProblems.invalidAddress,
      checkoutProblems.cartFull,
      ...taxing,
    ],
    effect: 'write',
    example: { currency: 'EUR', country: 'DE' },
  },
  'checkout.carts.get': {
    summary: 'Get a cart',
    description: 'Prices, discounts, taxes and stock are those of now.',
    http: 'POST /v1/carts/{cartId}/read',
    graphql: 'query cart',
    scopes: ['carts:read'],
    input: Type.Object(cartKey),
    output: Cart,
    errors: reading,
    effect: 'read',
  },
  'checkout.carts.list': {
    summary: 'List carts, latest change first',
    http: 'GET /v1/carts',
    graphql: 'query carts',
    scopes: ['carts:manage'],
    input: Type.Object({
      customerId: Type.Optional(buyerTexts.customerId),
      state: Type.Optional(Type.Enum([...cartStates])),
      pageSize,
      after,
    }),
    output: pageOf(Cart),
    errors: [problems.invalidCursor, problems.invalidFilter, ...taxing],
    effect: 'read',
  },
  'checkout.carts.update': {
    summary: 'Change a cart',
    description:
      'What is left out stays as it is. Who the customer is (`customerId`, `customerGroup`, `isTaxExempt`) is said by ' +
      'a secret key.',
    http: 'PATCH /v1/carts/{cartId}',
    graphql: 'mutation updateCart',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, ...settings }),
    output: Cart,
    errors: [
      ...writing,
      catalogProblems.unknownSetting,
      checkoutProblems.secretKeyNeeded,
      checkoutProblems.invalidAddress,
    ],
    effect: 'write',
  },
  'checkout.carts.delete': {
    summary: 'Delete a cart',
    http: 'DELETE /v1/carts/{cartId}',
    graphql: 'mutation deleteCart',
    scopes: ['carts:manage'],
    input: Type.Object({ cartId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, checkoutProblems.cartState, problems.versionConflict],
    effect: 'write',
  },
  'checkout.carts.addLines': {
    summary: 'Put variants into a cart',
    description: 'A line of the same variant, custom data and gift message grows; otherwise one is added.',
    http: 'POST /v1/carts/{cartId}/lines',
    graphql: 'mutation addCartLines',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, lines: Type.Array(CartLineInput, { minItems: 1, maxItems: 500 }) }),
    output: Cart,
    errors: [...writing, catalogProblems.unknownReference, checkoutProblems.cartFull],
    effect: 'write',
  },
  'checkout.carts.updateLine': {
    summary: 'Change a line of a cart',
    http: 'PATCH /v1/carts/{cartId}/lines/{lineId}',
    graphql: 'mutation updateCartLine',
    scopes: ['carts:write'],
    input: Type.Object({
      ...cartKey,
      lineId,
      quantity: Type.Optional(Quantity),
      customData: Type.Optional(CustomData),
      giftMessage: Type.Optional(nullable(GiftMessage)),
    }),
    output: Cart,
    errors: [...writing, checkoutProblems.cartFull],
    effect: 'write',
  },
  'checkout.carts.removeLine': {
    summary: 'Take a line out of a cart',
    http: 'POST /v1/carts/{cartId}/lines/{lineId}/remove',
    graphql: 'mutation removeCartLine',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, lineId }),
    output: Cart,
    errors: writing,
    effect: 'write',
  },
  'checkout.carts.addCode': {
    summary: 'Enter the code of a promotion',
    description:
      'A code that does not apply yet is kept, with the reason; one that nobody gave out is refused.',
    http: 'POST /v1/carts/{cartId}/codes',
    graphql: 'mutation addCartCode',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, code: Type.String({ minLength: 1, maxLength: 64 }) }),
    output: Cart,
    errors: [...writing, checkoutProblems.unknownCode, checkoutProblems.cartFull],
    effect: 'write',
  },
  'checkout.carts.removeCode': {
    summary: 'Take a code out of a cart',
    http: 'POST /v1/carts/{cartId}/codes/remove',
    graphql: 'mutation removeCartCode',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, code: Type.String({ minLength: 1, maxLength: 64 }) }),
    output: Cart,
    errors: writing,
    effect: 'write',
  },
  'checkout.carts.merge': {
    summary: 'Merge another cart into a cart',
    description:
      'The lines and codes of `fromCartId` come into the cart, and that cart is gone: what a guest collected goes into ' +
      'the cart of the customer who signed in. With a publishable key, the tokens of both are needed.',
    http: 'POST /v1/carts/{cartId}/merge',
    graphql: 'mutation mergeCarts',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, fromCartId: cartId, fromCartToken: cartToken }),
    output: Cart,
    errors: [...writing, problems.invalidInput, checkoutProblems.cartFull],
    effect: 'write',
  },
  'checkout.carts.listShippingMethods': {
    summary: 'List the ways a cart can be delivered',
    description: 'To its shipping address, else to its country, with what each costs, cheapest first.',
    http: 'POST /v1/carts/{cartId}/shipping-methods',
    graphql: 'query cartShippingMethods',
    scopes: ['carts:read'],
    input: Type.Object(cartKey),
    output: object('ShippingOptions', { methods: Type.Array(ShippingOption) }),
    errors: reading,
    effect: 'read',
  },
  'checkout.carts.chooseShippingMethod': {
    summary: 'Choose how a cart is delivered',
    http: 'PUT /v1/carts/{cartId}/shipping-method',
    graphql: 'mutation chooseCartShippingMethod',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, method: nullable(Type.String({ maxLength: 64 })) }),
    output: Cart,
    errors: [...writing, checkoutProblems.shippingUnavailable],
    effect: 'write',
  },
  'checkout.carts.validate': {
    summary: 'List everything that is not right with a cart',
    http: 'POST /v1/carts/{cartId}/validate',
    graphql: 'query cartProblems',
    scopes: ['carts:read'],
    input: Type.Object(cartKey),
    output: object('CartCheck', {
      canBeginCheckout: Type.Boolean(),
      canBeCompleted: Type.Boolean(),
      problems: Type.Array(CartProblem, { description: 'All of them at once.' }),
    }),
    errors: reading,
    effect: 'read',
  },
  'checkout.carts.beginCheckout': {
    summary: 'Begin the checkout of a cart',
    description:
      'Reserves the stock of all lines or of none; it is released when the checkout is left or expires.',
    http: 'POST /v1/carts/{cartId}/checkout',
    graphql: 'mutation beginCheckout',
    scopes: ['carts:write'],
    input: Type.Object(cartKey),
    output: Cart,
    errors: [...writing, checkoutProblems.cartNotReady, catalogProblems.outOfStock],
    effect: 'write',
  },
  'checkout.carts.leaveCheckout': {
    summary: 'Go back from the checkout to the cart',
    description: 'Its stock is released.',
    http: 'POST /v1/carts/{cartId}/checkout/leave',
    graphql: 'mutation leaveCheckout',
    scopes: ['carts:write'],
    input: Type.Object(cartKey),
    output: Cart,
    errors: writing,
    effect: 'write',
  },
  'checkout.carts.resume': {
    summary: 'Take up an abandoned cart again',
    http: 'POST /v1/carts/{cartId}/resume',
    graphql: 'mutation resumeCart',
    scopes: ['carts:write'],
    input: Type.Object(cartKey),
    output: Cart,
    errors: writing,
    effect: 'write',
  },
});

export const cartResources = [
  resource({ name: 'Cart', schema: Cart, relations: {} }),
  resource({
    name: 'CartLine',
    schema: CartLine,
    relations: {
      product: {
        kind: 'one',
        resource: 'Product',
        field: 'productId',
        description: 'The product; null where it has disappeared.',
      },
    },
  }),
];
