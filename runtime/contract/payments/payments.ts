import Type from 'typebox';
import { AddressInput } from '../checkout/addresses.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  Country,
  Currency,
  identifier,
  minorUnits,
  nullable,
  object,
  pageOf,
  pageSize,
} from '../schema/primitives.ts';
import {
  Payment,
  PaymentMethodOption,
  PositiveMoney,
  paymentId,
  paymentStates,
  paymentTexts,
} from './payment-schemas.ts';
import { paymentProblems } from './problems.ts';

const orderId = identifier('ord', 'order');
const cartId = identifier('cart', 'cart');
const Url = Type.String({ pattern: '^https?://', maxLength: 2048 });
const reading = [problems.notFound];
const asking = [
  problems.notFound,
  paymentProblems.methodUnavailable,
  paymentProblems.providerFailed,
  paymentProblems.providerRefused,
];
const moving = [...asking, paymentProblems.paymentState, paymentProblems.paymentInProgress];

const PaymentLine = object(
  'PaymentLineInput',
  {
    title: Type.String({ minLength: 1, maxLength: 255 }),
    quantity: Type.Integer({ minimum: 1 }),
    unitAmount: minorUnits({ minimum: 0 }),
  },
  {
    description: 'What the hosted page shows; it shows the total alone where the lines do not add up to it.',
  },
);

export const paymentOperations = defineOperations({
  'payments.payments.list': {
    summary: 'List payments, newest first',
    http: 'GET /v1/payments',
    graphql: 'query payments',
    scopes: ['payments:read'],
    input: Type.Object({
      orderId: Type.Optional(orderId),
      cartId: Type.Optional(cartId),
      state: Type.Optional(Type.Enum([...paymentStates])),
      pageSize,
      after,
    }),
    output: pageOf(Payment),
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'payments.payments.get': {
    summary: 'Get a payment',
    http: 'GET /v1/payments/{paymentId}',
    graphql: 'query payment',
    scopes: ['payments:read'],
    input: Type.Object({ paymentId }),
    output: Payment,
    errors: reading,
    effect: 'read',
  },
  'payments.payments.create': {
    summary: 'Start a payment',
    description:
      'Authorizes, and never captures by itself. Where the answer is `requires_action`, the shopper goes to ' +
      '`redirectUrl` and comes back to `returnUrl?payment_id=…` or `cancelUrl?payment_id=…`. A card that is declined ' +
      'is an answer too: the state `failed`, with why. The same `id` again is the same payment.',
    http: 'POST /v1/payments',
    graphql: 'mutation createPayment',
    scopes: ['payments:write'],
    input: Type.Object({
      id: Type.Optional(paymentId),
      provider: paymentTexts.provider,
      amount: PositiveMoney,
      cartId: Type.Optional(nullable(cartId)),
      orderId: Type.Optional(nullable(orderId)),
      customerId: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 128 }))),
      method: Type.Optional(nullable(paymentTexts.method)),
      channel: Type.Optional(Type.String({ description: 'Key of the channel it is sold in.' })),
      capture: Type.Optional(
        Type.Enum(['automatic', 'manual'], {
          description: "The provider's setting in the config unless given.",
        }),
      ),
      returnUrl: Type.Optional(nullable(Url)),
      cancelUrl: Type.Optional(nullable(Url)),
      paymentToken: Type.Optional(
        nullable(
          Type.String({
            pattern: '^[A-Za-z]+_[A-Za-z0-9_]{1,200}$',
            description: 'A token of the provider (`pm_…`) instead of its hosted page. Never a card number.',
          }),
        ),
      ),
      email: Type.Optional(nullable(Type.String({ format: 'email', maxLength: 255 }))),
      billingAddress: Type.Optional(nullable(AddressInput)),
      shippingAddress: Type.Optional(nullable(AddressInput)),
      lines: Type.Optional(Type.Array(PaymentLine, { maxItems: 500 })),
      locale: Type.Optional(nullable(Type.String({ maxLength: 35 }))),
      description: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 500 }))),
    }),
    output: Payment,
    status: 201,
    errors: [
      problems.invalidInput,
      problems.alreadyExists,
      paymentProblems.methodUnavailable,
      paymentProblems.providerFailed,
      paymentProblems.providerRefused,
    ],
    effect: 'steps',
    example: {
      provider: 'stripe',
      amount: { amount: 4999, currency: 'EUR' },
      returnUrl: 'https://shop.example/return',
      cancelUrl: 'https://shop.example/cart',
    },
  },
  'payments.payments.refresh': {
    summary: 'Ask the provider how a payment stands',
    description: 'Brings it to what is true there, whatever was missed on the way.',
    http: 'POST /v1/payments/{paymentId}/refresh',
    graphql: 'mutation refreshPayment',
    scopes: ['payments:write'],
    input: Type.Object({ paymentId }),
    output: Payment,
    errors: asking,
    effect: 'steps',
  },
  'payments.payments.capture': {
    summary: 'Take the money of an authorized payment',
    description:
      'All that can be captured unless an amount is given. Some providers release the rest after a partial capture: ' +
      '`capturable` says what is left.',
    http: 'POST /v1/payments/{paymentId}/capture',
    graphql: 'mutation capturePayment',
    scopes: ['payments:write'],
    input: Type.Object({ paymentId, amount: Type.Optional(PositiveMoney) }),
    output: Payment,
    errors: [...moving, problems.invalidInput, paymentProblems.paymentAmount],
    effect: 'steps',
  },
  'payments.payments.cancel': {
    summary: 'Cancel a payment that was not captured',
    description: 'What was authorized is released; a hosted page is closed.',
    http: 'POST /v1/payments/{paymentId}/cancel',
    graphql: 'mutation cancelPayment',
    scopes: ['payments:write'],
    input: Type.Object({
      paymentId,
      reason: Type.Optional(
        Type.String({
          pattern: '^[a-z][a-z_]{0,63}$',
          description: 'Kept as the code of `failure`; `requested` unless given.',
        }),
      ),
      unassignedOnly: Type.Optional(
        Type.Boolean({ description: 'Refuse where the payment pays an order by now.' }),
      ),
    }),
    output: Payment,
    errors: moving,
    effect: 'steps',
  },
  'payments.payments.assignOrder': {
    summary: 'Say which order a payment pays',
    description:
      'Done by completing a checkout; for orders that are made elsewhere. Refused unless the money is authorized, and ' +
      'where it pays another order.',
    http: 'PUT /v1/payments/{paymentId}/order',
    graphql: 'mutation assignPaymentOrder',
    scopes: ['payments:write'],
    input: Type.Object({ paymentId, orderId }),
    output: Payment,
    errors: [problems.notFound, paymentProblems.paymentState],
    effect: 'write',
  },
  'payments.methods.list': {
    summary: 'List the ways to pay',
    description: "Of a channel and in a currency, in the config's order; all where neither is given.",
    http: 'GET /v1/payment-methods',
    graphql: 'query paymentMethods',
    scopes: ['carts:read'],
    input: Type.Object({
      channel: Type.Optional(Type.String()),
      currency: Type.Optional(Currency),
      country: Type.Optional(Country),
    }),
    output: object('PaymentMethodOptions', { methods: Type.Array(PaymentMethodOption) }),
    errors: [],
    effect: 'read',
  },
});

export const paymentResource = resource({
  name: 'Payment',
  schema: Payment,
  relations: {
    refunds: {
      kind: 'connection',
      resource: 'PaymentRefund',
      operation: 'payments.refunds.list',
      parameter: 'paymentId',
      description: 'What was given back, newest first.',
    },
  },
});
