import Type from 'typebox';
import {
  Country,
  Currency,
  identifier,
  Money,
  nullable,
  object,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import { Address, CartProblem } from './addresses.ts';

export const cartStates = ['active', 'checkout', 'completed', 'abandoned'] as const;

export const lineId = identifier('line', 'cart line');
export const variantId = identifier('var', 'variant');
export const Quantity = Type.Integer({ minimum: 1, maximum: 100_000 });
export const GiftMessage = Type.String({ minLength: 1, maxLength: 500 });

const LineField = object('LineField', {
  name: Type.String({ minLength: 1, maxLength: 64 }),
  value: Type.String({ maxLength: 1024 }),
});
export const CustomData = Type.Array(LineField, {
  maxItems: 20,
  description:
    'What the shopper chose beside the variant, an engraving say. Lines that differ in it stay apart.',
});

export const CartLineInput = object('CartLineInput', {
  variantId,
  quantity: Type.Optional(Type.Integer({ ...Quantity, default: 1 })),
  customData: Type.Optional(CustomData),
  giftMessage: Type.Optional(nullable(GiftMessage)),
});

const TaxedMoney = object(
  'TaxedMoney',
  { net: Money, tax: Money, gross: Money },
  { description: 'net + tax = gross, exactly.' },
);

const LineDiscount = object('LineDiscount', { promotionId: Type.String(), amount: Money });

export const CartLine = object(
  'CartLine',
  {
    id: lineId,
    variantId,
    productId: nullable(Type.String()),
    title: Type.String({ description: "The product's title; kept where the product has disappeared." }),
    variantTitle: Type.String(),
    sku: nullable(Type.String()),
    imageUrl: nullable(Type.String()),
    quantity: Quantity,
    customData: CustomData,
    giftMessage: nullable(GiftMessage),
    requiresShipping: Type.Boolean(),
    unitPrice: nullable(Money),
    compareAtPrice: nullable(Money),
    includesTax: Type.Boolean({ description: 'Whether the unit price includes tax.' }),
    priceReason: Type.String({ description: 'Why this price wins, or why there is none.' }),
    subtotal: Money,
    discounts: Type.Array(LineDiscount, { description: 'What each promotion takes off this line.' }),
    total: TaxedMoney,
    taxRate: Type.Number({ description: 'Percent.' }),
    problems: Type.Array(CartProblem),
  },
  { description: 'A variant in a cart. It stays, and says what is wrong, when the product disappears.' },
);

const CartCode = object('CartCode', {
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

const CartDiscount = object(
  'CartDiscount',
  {
    promotionId: Type.String(),
    name: Type.String(),
    code: nullable(Type.String()),
    target: Type.Enum(['lines', 'shipping']),
    amount: Money,
    allocations: Type.Array(object('DiscountAllocation', { lineId, amount: Money }), {
      description: 'Which line got how much of it; they add up to the amount.',
    }),
  },
  { description: 'A promotion that applies to the cart.' },
);

const deliveryDays = nullable(
  object('DeliveryDays', { from: Type.Integer(), to: Type.Integer() }, { description: 'Working days.' }),
);

export const ShippingOption = object(
  'ShippingOption',
  {
    key: Type.String(),
    name: Type.String(),
    kind: Type.Enum(['flat', 'weight', 'price', 'pickup', 'carrier']),
    price: Money,
    locationId: nullable(Type.String({ description: 'Where it is picked up.' })),
    deliveryDays,
  },
  { description: 'A way to get the goods, at what it costs for this cart before discounts.' },
);

const CartTax = object('CartTax', {
  name: Type.String(),
  rate: Type.Number({ description: 'Percent.' }),
  net: Money,
  tax: Money,
});

const CartTotals = object(
  'CartTotals',
  {
    currencyExponent: Type.Integer({ description: 'Digits of the minor unit: 2 for EUR, 0 for JPY.' }),
    subtotal: Money,
    discount: Money,
    lines: TaxedMoney,
    shippingPrice: Money,
    shippingDiscount: Money,
    shipping: TaxedMoney,
    tax: Money,
    total: TaxedMoney,
    taxes: Type.Array(CartTax, { description: 'By tax and rate; empty for the exempt.' }),
  },
  { description: '`subtotal`, `discount` and `shippingPrice` are in the terms of the prices.' },
);

export const cartTexts = {
  email: Type.String({ format: 'email', maxLength: 255 }),
  customerId: Type.String({ minLength: 1, maxLength: 128, description: 'Id of the signed-in customer.' }),
  note: Type.String({ minLength: 1, maxLength: 2000 }),
};

export const Cart = object(
  'Cart',
  {
    ...resourceFields('cart', 'cart'),
    state: Type.Enum([...cartStates]),
    channel: Type.String(),
    currency: Currency,
    locale: Type.String(),
    country: nullable(Country),
    customerId: nullable(cartTexts.customerId),
    customerGroup: nullable(Type.String()),
    isTaxExempt: Type.Boolean(),
    email: nullable(cartTexts.email),
    note: nullable(cartTexts.note),
    lines: Type.Array(CartLine),
    codes: Type.Array(CartCode),
    discounts: Type.Array(CartDiscount),
    shippingAddress: nullable(Address),
    billingAddress: nullable(Address),
    shippingMethod: nullable(ShippingOption),
    totals: CartTotals,
    checkoutExpiresAt: nullable(
      Type.String({ format: 'date-time', description: 'Until then its stock is reserved.' }),
    ),
    abandonedAt: nullable(Timestamp),
  },
  { description: 'What somebody means to buy, at the prices of now.' },
);
