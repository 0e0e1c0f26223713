import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { defineOperations } from '../operation.ts';
import { Order } from '../orders/order-schemas.ts';
import { paymentChoice } from '../payments/payment-choice.ts';
import { Payment } from '../payments/payment-schemas.ts';
import { paymentProblems } from '../payments/problems.ts';
import { problems } from '../problems.ts';
import { identifier, nullable, object } from '../schema/primitives.ts';
import { Cart } from './cart-schemas.ts';
import { cartKey } from './carts.ts';
import { checkoutProblems, taxing } from './problems.ts';

const reaching = [problems.notFound, checkoutProblems.cartTokenNeeded];
const selling = [
  ...[checkoutProblems.cartState, checkoutProblems.cartNotReady, catalogProblems.outOfStock],
  ...[paymentProblems.providerFailed, ...taxing],
];

export const purchaseOperations = defineOperations({
  'checkout.carts.startPayment': {
    summary: 'Begin to pay a cart',
    description:
      'Begins the checkout where it has not begun, and agrees on the price: it holds until the cart is changed or the ' +
      'checkout expires. Send the shopper to `payment.redirectUrl` where there is one. They come back to `returnUrl` ' +
      'or `cancelUrl`, with `payment_id` added; then complete the cart. An earlier payment that was not made is cancelled.',
    http: 'POST /v1/carts/{cartId}/payments',
    graphql: 'mutation startCartPayment',
    scopes: ['carts:write'],
    input: Type.Object({
      ...cartKey,
      ...paymentChoice,
    }),
    output: object('CartPayment', { cart: Cart, payment: Payment }),
    status: 201,
    errors: [
      ...reaching,
      ...selling,
      checkoutProblems.nothingToPay,
      checkoutProblems.paymentAuthorized,
      paymentProblems.methodUnavailable,
      problems.invalidInput,
    ],
    effect: 'steps',
  },
  'checkout.carts.complete': {
    summary: 'Complete a cart: make it an order',
    description:
      'Asks the provider whether the payment was made, and makes the order and its stock final in one step. The same ' +
      'cart makes one order, however often this is asked. Where the order can not be made, the payment is given back.',
    http: 'POST /v1/carts/{cartId}/complete',
    graphql: 'mutation completeCart',
    scopes: ['carts:write'],
    input: Type.Object({ ...cartKey, paymentId: Type.Optional(identifier('pay', 'payment')) }),
    output: object('CompletedCart', { order: Order, payment: nullable(Payment) }),
    errors: [
      ...reaching,
      ...selling,
      checkoutProblems.paymentMissing,
      checkoutProblems.paymentPending,
      checkoutProblems.paymentFailed,
      checkoutProblems.paymentMismatch,
      checkoutProblems.paymentRefused,
      checkoutProblems.promotionUsedUp,
    ],
    effect: 'steps',
  },
});
