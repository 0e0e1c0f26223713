import Type from 'typebox';
import { defineProblems } from '../problem.ts';
import { problems } from '../problems.ts';
import { minorUnits } from '../schema/primitives.ts';

export const checkoutProblems = defineProblems({
  cartState: {
    code: 'cart_state',
    status: 409,
    title: 'The cart can not do that in its present state.',
    hint: '"details.state" is its state and "details.allowed" are the operations it allows.',
    kind: 'conflict',
    details: Type.Object({ state: Type.String(), allowed: Type.Array(Type.String()) }),
  },
  cartNotReady: {
    code: 'cart_not_ready',
    status: 422,
    title: 'The cart has problems that must be solved first.',
    hint: '"errors" lists them all; checkout.carts.validate says of each what to do.',
    kind: 'caller',
  },
  cartFull: {
    code: 'cart_full',
    status: 422,
    title: 'The cart has no room for that.',
    hint: 'A cart holds 500 lines, and a line 100,000 units.',
    kind: 'caller',
  },
  cartTokenNeeded: {
    code: 'cart_token_needed',
    status: 403,
    title: 'A publishable key reaches a cart only with its token.',
    hint: 'Send "cartToken": it was answered when the cart was created.',
    kind: 'caller',
  },
  secretKeyNeeded: {
    code: 'secret_key_needed',
    status: 403,
    title: 'Only a secret key may say who the customer is.',
    hint: 'Set customerId, customerGroup and isTaxExempt from your server, after the customer has signed in.',
    kind: 'caller',
  },
  invalidAddress: {
    code: 'invalid_address',
    status: 422,
    title: 'The address is not complete or not of the form of its country.',
    hint: 'Each entry of "errors" names a field and what it must be.',
    kind: 'caller',
  },
  unknownCode: {
    code: 'unknown_code',
    status: 422,
    title: 'There is no promotion with this code.',
    hint: 'Check the spelling; upper and lower case do not matter.',
    kind: 'caller',
  },
  taxEngineFailed: {
    code: 'tax_engine_failed',
    status: 502,
    title: 'The tax engine of the store did not say what taxes are due.',
    hint: 'Try again shortly. `taxes.engine.otherwise: "zones"` in the config takes the rates of the zones meanwhile.',
    kind: 'provider',
  },
  shippingUnavailable: {
    code: 'shipping_unavailable',
    status: 422,
    title: 'The cart can not be sent with this shipping method.',
    hint: 'checkout.carts.listShippingMethods lists those that it can be sent with.',
    kind: 'caller',
  },
  promotionUsedUp: {
    code: 'promotion_used_up',
    status: 409,
    title: 'The promotion can not be used again.',
    hint: 'Take the code out of the cart, or raise the limit of the promotion.',
    kind: 'conflict',
  },
  nothingToPay: {
    code: 'nothing_to_pay',
    status: 422,
    title: 'The cart costs nothing, so there is nothing to pay.',
    hint: 'Complete the cart without a payment: checkout.carts.complete.',
    kind: 'caller',
  },
  paymentMissing: {
    code: 'payment_missing',
    status: 402,
    title: 'The cart has not been paid.',
    hint: 'Begin a payment with checkout.carts.startPayment, then complete the cart.',
    kind: 'caller',
  },
  paymentPending: {
    code: 'payment_pending',
    status: 409,
    title: 'The payment has not been made yet.',
    hint: 'Send the shopper to the "redirectUrl" of the payment, or ask again in a moment.',
    kind: 'conflict',
    details: Type.Object({
      paymentId: Type.String(),
      state: Type.String(),
      redirectUrl: Type.Union([Type.String(), Type.Null()]),
    }),
  },
  paymentFailed: {
    code: 'payment_failed',
    status: 402,
    title: 'The payment was not made.',
    hint: 'Let the shopper pay in another way: checkout.carts.startPayment begins another payment.',
    kind: 'caller',
    details: Type.Object({
      paymentId: Type.String(),
      reason: Type.String({ description: "The failure's code: `card_declined`, `canceled`." }),
      isRetryable: Type.Boolean({ description: 'Whether the same card may do with another try.' }),
    }),
  },
  paymentAuthorized: {
    code: 'payment_authorized',
    status: 409,
    title: 'The cart has been paid already.',
    hint: 'Complete the cart with the payment of "details.paymentId".',
    kind: 'conflict',
    details: Type.Object({ paymentId: Type.String() }),
  },
  paymentMismatch: {
    code: 'payment_mismatch',
    status: 409,
    title: 'The cart changed after the payment began, and costs another amount now.',
    hint: 'The payment was given back. Show the new total, and begin another payment.',
    kind: 'conflict',
    details: Type.Object({ paid: minorUnits(), total: minorUnits(), currency: Type.String() }),
  },
  paymentRefused: {
    code: 'payment_refused',
    status: 402,
    title: 'The store does not take this payment.',
    hint: 'The payment was given back. Another way to pay may be taken.',
    kind: 'caller',
  },
});

/** Where taxes are worked out: a service outside may have to be asked for them. */
export const taxing = [checkoutProblems.taxEngineFailed, problems.providerNotConfigured];
