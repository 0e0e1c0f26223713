import Type from 'typebox';
import { defineProblems } from '../problem.ts';

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
});
