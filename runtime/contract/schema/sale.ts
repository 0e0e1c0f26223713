import Type from 'typebox';
import { identifier, Money, nullable, object } from './primitives.ts';

/*
 * What is sold, in the shapes that carts, quotes and orders share: an order is a copy of what the cart showed.
 */

export const lineId = identifier('line', 'line');
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

export const TaxedMoney = object(
  'TaxedMoney',
  { net: Money, tax: Money, gross: Money },
  { description: 'net + tax = gross, exactly.' },
);

const LineDiscount = object('LineDiscount', { promotionId: Type.String(), amount: Money });

/** The facts of a line, wherever it lies. */
export const lineFields = {
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
};

/** What was sold, or would be. */
export const SoldLine = object('SoldLine', lineFields);

export const Discount = object(
  'Discount',
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
  { description: 'A promotion that applies.' },
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
  { description: 'A way to get the goods, at what it costs before discounts.' },
);

const TaxTotal = object('TaxTotal', {
  name: Type.String(),
  rate: Type.Number({ description: 'Percent.' }),
  net: Money,
  tax: Money,
});

export const Totals = object(
  'Totals',
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
    taxes: Type.Array(TaxTotal, { description: 'By tax and rate; empty for the exempt.' }),
  },
  { description: '`subtotal`, `discount` and `shippingPrice` are in the terms of the prices.' },
);

/** Who buys. */
export const buyerTexts = {
  email: Type.String({ format: 'email', maxLength: 255 }),
  customerId: Type.String({ minLength: 1, maxLength: 128, description: 'Id of the signed-in customer.' }),
  note: Type.String({ minLength: 1, maxLength: 2000 }),
};
