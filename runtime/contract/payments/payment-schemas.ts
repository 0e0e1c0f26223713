import Type from 'typebox';
import {
  Currency,
  identifier,
  Money,
  minorUnits,
  nullable,
  object,
  resourceFields,
  secretOnly,
  Timestamp,
} from '../schema/primitives.ts';

export const paymentStates = [
  'pending',
  'requires_action',
  'authorized',
  'partially_captured',
  'captured',
  'partially_refunded',
  'refunded',
  'cancelled',
  'failed',
  'disputed',
  'lost',
] as const;

export const paymentKinds = ['card', 'paypal', 'manual'] as const;
export const refundReasons = ['requested_by_customer', 'duplicate', 'fraudulent', 'other'] as const;

export const paymentId = identifier('pay', 'payment');
export const refundId = identifier('rfnd', 'refund');
export const disputeId = identifier('disp', 'dispute');

/** A positive amount: there is no payment, capture or refund of nothing. */
export const PositiveMoney = object(
  'PositiveMoney',
  {
    amount: minorUnits({ minimum: 1, maximum: 9_007_199_254_740_991 }),
    currency: Currency,
  },
  { description: 'More than nothing, in minor units of a currency.' },
);

export const paymentTexts = {
  provider: Type.String({
    pattern: '^[a-z][a-z0-9-]{0,31}$',
    description: 'A payment provider of the config: `stripe`, `paypal`, `manual`.',
  }),
  method: Type.String({
    pattern: '^[a-z][a-z0-9-]{0,63}$',
    description: 'For `manual`: key of a method of the config.',
  }),
  note: Type.String({ minLength: 1, maxLength: 1000 }),
  reference: Type.String({
    minLength: 1,
    maxLength: 128,
    description: 'What it is for on your side: the id of a return, say.',
  }),
};

export const PaymentMethodDetails = object(
  'PaymentMethodDetails',
  {
    kind: Type.Enum([...paymentKinds]),
    brand: nullable(Type.String({ description: 'For cards: `visa`.' })),
    last4: nullable(Type.String()),
    fingerprint: secretOnly(
      nullable(Type.String({ description: 'The same for the same card, so that it is recognized.' })),
    ),
    country: nullable(Type.String({ description: 'Where the card or account was issued, ISO 3166-1.' })),
    wallet: nullable(Type.String({ description: '`apple_pay`, `google_pay`.' })),
    payerEmail: nullable(Type.String()),
    key: nullable(Type.String({ description: 'For `manual`: key of the method of the config.' })),
  },
  { description: 'With what was paid, as far as the provider says.' },
);

export const PaymentFailure = object(
  'PaymentFailure',
  {
    code: Type.String({ description: 'Stable: `card_declined`, `insufficient_funds`.' }),
    message: Type.String({ description: 'For the shopper.' }),
    isRetryable: Type.Boolean({
      description: 'Whether the same means of payment may work when tried again.',
    }),
  },
  { description: 'Why a payment failed or was cancelled, or its latest attempt did not work.' },
);

export const Payment = object(
  'Payment',
  {
    ...resourceFields('pay', 'payment'),
    orderId: nullable(identifier('ord', 'order')),
    cartId: nullable(identifier('cart', 'cart')),
    customerId: nullable(Type.String()),
    provider: paymentTexts.provider,
    method: nullable(PaymentMethodDetails),
    state: Type.Enum([...paymentStates]),
    amount: Money,
    authorized: Money,
    capturable: { ...Money, description: 'What can still be captured: nothing once the rest was released.' },
    captured: Money,
    refunded: Money,
    redirectUrl: nullable(
      Type.String({ description: 'In `requires_action`: where the shopper goes now. Elsewhere null.' }),
    ),
    failure: nullable(PaymentFailure),
    providerReference: nullable(
      Type.String({ description: 'What the provider calls it: a payment intent, an order.' }),
    ),
    riskScore: secretOnly(nullable(Type.Integer({ description: "The provider's, 0 to 100." }))),
    riskLevel: secretOnly(nullable(Type.String({ description: "The provider's: `normal`, `elevated`." }))),
    capture: Type.Enum(['automatic', 'manual'], {
      description: 'Whether the money is taken when the order is placed, or when somebody asks for it.',
    }),
    expiresAt: nullable(
      Type.String({
        format: 'date-time',
        description: 'When what was authorized, or the hosted page, runs out.',
      }),
    ),
    description: nullable(Type.String()),
  },
  { description: 'An attempt to pay: what was authorized, captured and refunded at a provider.' },
);

export const PaymentRefund = object(
  'PaymentRefund',
  {
    ...resourceFields('rfnd', 'refund'),
    paymentId,
    orderId: nullable(identifier('ord', 'order')),
    provider: paymentTexts.provider,
    state: Type.Enum(['pending', 'succeeded', 'failed'], {
      description: '`pending` until the provider says how it went.',
    }),
    amount: Money,
    reason: Type.Enum([...refundReasons]),
    note: nullable(Type.String()),
    reference: nullable(paymentTexts.reference),
    failure: nullable(Type.String({ description: 'Why the money did not arrive, for staff.' })),
    providerReference: nullable(Type.String()),
  },
  { description: 'Money given back.' },
);

export const PaymentDispute = object(
  'PaymentDispute',
  {
    ...resourceFields('disp', 'dispute'),
    paymentId,
    orderId: nullable(identifier('ord', 'order')),
    provider: paymentTexts.provider,
    state: Type.Enum(['needs_response', 'under_review', 'won', 'lost']),
    isInquiry: Type.Boolean({ description: 'A question of the bank: no money is gone yet.' }),
    amount: Money,
    reason: Type.String({ description: "The provider's word: `fraudulent`, `product_not_received`." }),
    respondBy: nullable(Timestamp),
    providerReference: Type.String(),
  },
  { description: 'A payment that the shopper or the bank objects to; the money is gone until it is won.' },
);

export const PaymentMethodOption = object(
  'PaymentMethodOption',
  {
    provider: paymentTexts.provider,
    method: nullable(paymentTexts.method),
    name: Type.String(),
    kind: Type.Enum([...paymentKinds]),
    instructions: nullable(Type.String({ description: 'What the shopper has to do: where to transfer to.' })),
  },
  { description: 'A way to pay.' },
);
