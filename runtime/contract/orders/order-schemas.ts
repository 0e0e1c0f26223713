import Type from 'typebox';
import { Address } from '../checkout/addresses.ts';
import {
  Country,
  Currency,
  identifier,
  Money,
  nullable,
  object,
  resourceFields,
  secretOnly,
  Timestamp,
} from '../schema/primitives.ts';
import { buyerTexts, Discount, ShippingOption, Totals } from '../schema/sale.ts';
import { OrderLine } from './order-line.ts';

export const orderId = identifier('ord', 'order');
export const orderStates = ['open', 'review', 'confirmed', 'completed', 'cancelled'] as const;
export const orderPaymentStates = [
  ...(['none', 'pending', 'requires_action', 'authorized', 'partially_captured', 'captured'] as const),
  ...(['partially_refunded', 'refunded', 'cancelled', 'failed', 'disputed', 'lost'] as const),
] as const;
export const orderFulfilmentStates = ['unfulfilled', 'partially_fulfilled', 'fulfilled'] as const;
export const orderReturnStates = ['none', 'open', 'partially_returned', 'returned'] as const;

export const Reason = Type.String({ minLength: 1, maxLength: 1000 });
export const Tags = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 50 });

const OrderPayment = object(
  'OrderPayment',
  {
    paymentId: Type.String(),
    provider: Type.String(),
    state: Type.String({ description: "The payment's own state." }),
    amount: Money,
    authorized: Money,
    capturable: Money,
    captured: Money,
    refunded: Money,
  },
  { description: 'A payment of an order, as its last event told.' },
);

/** What an order is made of that was known when it was placed. */
export const placedFields = {
  channel: Type.String(),
  currency: Currency,
  locale: Type.String(),
  country: nullable(Country),
  cartId: nullable(identifier('cart', 'cart')),
  customerId: nullable(buyerTexts.customerId),
  customerGroup: nullable(Type.String()),
  isTaxExempt: Type.Boolean(),
  email: nullable(buyerTexts.email),
  note: nullable(buyerTexts.note),
  discounts: Type.Array(Discount),
  shippingAddress: nullable(Address),
  billingAddress: nullable(Address),
  shippingMethod: nullable(ShippingOption),
  totals: Totals,
};

export const Order = object(
  'Order',
  {
    ...resourceFields('ord', 'order'),
    number: Type.String({ description: 'Rises by one within a store: `1001`. It is what people say.' }),
    state: Type.Enum([...orderStates]),
    paymentState: Type.Enum([...orderPaymentStates], {
      description: 'Of its payments together; `none` where nothing is to be paid.',
    }),
    fulfilmentState: Type.Enum([...orderFulfilmentStates]),
    returnState: Type.Enum([...orderReturnStates]),
    ...placedFields,
    lines: Type.Array(OrderLine),
    tags: secretOnly(Tags),
    payments: Type.Array(OrderPayment),
    authorized: Money,
    paid: Money,
    refunded: Money,
    credited: Money,
    balance: Money,
    shippingRefunded: Money,
    riskScore: secretOnly(nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
    riskReasons: secretOnly(Type.Array(Type.String())),
    placedAt: Timestamp,
    editedAt: nullable(
      Type.String({ format: 'date-time', description: 'When what it is made of was last changed.' }),
    ),
    confirmedAt: nullable(Timestamp),
    completedAt: nullable(Timestamp),
    cancelledAt: nullable(Timestamp),
    cancelReason: nullable(Reason),
    anonymizedAt: nullable(Timestamp),
  },
  {
    description:
      'What was bought: a copy that no later change of products, prices or promotions touches; what it was before an ' +
      'edit, its edits keep. `authorized` is held and not captured yet, `paid` was captured, `credited` is what the customer owes no more for cancelled or ' +
      'returned goods and goodwill. `balance` = total − credited − (paid − refunded): above 0 the customer owes it, ' +
      'below 0 we do.',
  },
);
