import Type from 'typebox';
import {
  Country,
  Currency,
  Money,
  nullable,
  object,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import {
  buyerTexts,
  CustomData,
  Discount,
  GiftMessage,
  lineFields,
  Quantity,
  ShippingOption,
  Totals,
  variantId,
} from '../schema/sale.ts';
import { Address, CartProblem } from './addresses.ts';

export const cartStates = ['active', 'checkout', 'completed', 'abandoned'] as const;

export const CartLineInput = object('CartLineInput', {
  variantId,
  quantity: Type.Optional(Type.Integer({ ...Quantity, default: 1 })),
  customData: Type.Optional(CustomData),
  giftMessage: Type.Optional(nullable(GiftMessage)),
});

export const CartLine = object(
  'CartLine',
  { ...lineFields, problems: Type.Array(CartProblem) },
  { description: 'A variant in a cart. It stays, and says what is wrong, when the product disappears.' },
);

export const CartCode = object('CartCode', {
  code: Type.String(),
  isApplied: Type.Boolean(),
  reason: nullable(Type.String({ description: 'Why it does not apply now.' })),
  rule: nullable(
    Type.String({
      description:
        'The rule that put it out, for texts of your own: `minimum_subtotal`, `ended`, `usage_limit`, …',
    }),
  ),
  minimumSubtotal: nullable(Money),
});

export const Cart = object(
  'Cart',
  {
    ...resourceFields('cart', 'cart'),
    state: Type.Enum([...cartStates]),
    channel: Type.String(),
    currency: Currency,
    locale: Type.String(),
    country: nullable(Country),
    customerId: nullable(buyerTexts.customerId),
    customerGroup: nullable(Type.String()),
    isTaxExempt: Type.Boolean(),
    email: nullable(buyerTexts.email),
    note: nullable(buyerTexts.note),
    lines: Type.Array(CartLine),
    codes: Type.Array(CartCode),
    discounts: Type.Array(Discount),
    shippingAddress: nullable(Address),
    billingAddress: nullable(Address),
    shippingMethod: nullable(ShippingOption),
    totals: Totals,
    checkoutExpiresAt: nullable(
      Type.String({ format: 'date-time', description: 'Until then its stock is reserved.' }),
    ),
    abandonedAt: nullable(Timestamp),
    orderId: nullable(Type.String({ description: 'The order that it became.' })),
  },
  { description: 'What somebody means to buy, at the prices of now.' },
);
