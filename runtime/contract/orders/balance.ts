import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { paymentChoice } from '../payments/payment-choice.ts';
import { Payment, paymentId } from '../payments/payment-schemas.ts';
import { paymentProblems } from '../payments/problems.ts';
import { problems } from '../problems.ts';
import { object } from '../schema/primitives.ts';
import { Order, orderId } from './order-schemas.ts';
import { orderToken } from './order-token.ts';
import { orderProblems } from './problems.ts';

const reaching = [problems.notFound, orderProblems.orderTokenNeeded];
const asking = [paymentProblems.providerFailed, problems.providerNotConfigured];

const OrderBalancePayment = object('OrderBalancePayment', { order: Order, payment: Payment });

/** How what an order still costs is paid. */
export const balanceOperations = defineOperations({
  'orders.orders.payBalance': {
    summary: 'Begin to pay what an order still costs',
    description:
      'After an edit, say. By staff, or by the shopper with the token of the order. It is the balance less what is ' +
      'authorized already. Send the shopper to `payment.redirectUrl` where there is one; they come back to `returnUrl` ' +
      'or `cancelUrl`, with `payment_id` added: then ask orders.orders.confirmBalance. It is taken when it is ' +
      'authorized, unless payments are captured by hand. An earlier payment that was not made is cancelled.',
    http: 'POST /v1/orders/{orderId}/payments',
    graphql: 'mutation payOrderBalance',
    scopes: ['carts:write'],
    input: Type.Object({
      orderId,
      orderToken,
      ...paymentChoice,
    }),
    output: OrderBalancePayment,
    status: 201,
    errors: [
      ...reaching,
      ...asking,
      orderProblems.nothingDue,
      orderProblems.orderState,
      paymentProblems.methodUnavailable,
      problems.invalidInput,
    ],
    effect: 'steps',
  },
  'orders.orders.confirmBalance': {
    summary: 'Ask whether a payment of the balance was made',
    description: 'The provider is asked; the answer is the order and the payment as they are then.',
    http: 'POST /v1/orders/{orderId}/payments/{paymentId}/confirm',
    graphql: 'mutation confirmOrderBalance',
    scopes: ['carts:write'],
    input: Type.Object({ orderId, orderToken, paymentId }),
    output: OrderBalancePayment,
    errors: [...reaching, ...asking],
    effect: 'steps',
  },
});
