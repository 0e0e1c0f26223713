import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { Country, Currency, Money, nullable, object } from '../schema/primitives.ts';
import {
  CustomData,
  Discount,
  GiftMessage,
  lineId,
  Quantity,
  ShippingOption,
  SoldLine,
  Totals,
  variantId,
} from '../schema/sale.ts';
import { AddressInput, CartProblem } from './addresses.ts';
import { checkoutProblems } from './problems.ts';

const AgreedPrice = object(
  'AgreedPriceInput',
  { unitPrice: Money, includesTax: Type.Boolean(), priceReason: Type.String() },
  { description: 'The price that a line was bought for, in place of that of now.' },
);

const QuotedLine = object('SaleQuoteLineInput', {
  id: Type.Optional(lineId),
  variantId,
  quantity: Quantity,
  customData: Type.Optional(CustomData),
  giftMessage: Type.Optional(nullable(GiftMessage)),
  agreed: Type.Optional(AgreedPrice),
  title: Type.Optional(
    Type.String({ description: 'What it was called, for where the product has disappeared.' }),
  ),
});

const ManualDiscount = object('SaleQuoteDiscountInput', {
  promotionId: Type.String({ maxLength: 64, description: 'What the discount is told by in the answer.' }),
  name: Type.String({ minLength: 1, maxLength: 255 }),
  amount: Type.Optional(Type.Integer({ minimum: 1 })),
  percentage: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 100 })),
});

export const saleQuoteOperations = defineOperations({
  'checkout.quotes.calculate': {
    summary: 'Work out what a sale costs',
    description:
      'By the rules of carts, without one: prices, promotions, shipping, taxes, totals. Nothing is written and no stock ' +
      'is held. Lines with an `agreed` price keep it. With `granted`, the promotions named there apply whatever ' +
      'their dates, limits and codes are, and no others do; one that is gone stays as it was allocated.',
    http: 'POST /v1/quotes',
    graphql: 'query saleQuote',
    scopes: ['carts:manage'],
    input: Type.Object({
      channel: Type.Optional(Type.String()),
      currency: Type.Optional(Currency),
      locale: Type.Optional(Type.String()),
      country: Type.Optional(nullable(Country)),
      customerId: Type.Optional(nullable(Type.String())),
      customerGroup: Type.Optional(nullable(Type.String())),
      isTaxExempt: Type.Optional(Type.Boolean()),
      email: Type.Optional(nullable(Type.String())),
      shippingAddress: Type.Optional(nullable(AddressInput)),
      shippingMethod: Type.Optional(nullable(Type.String({ maxLength: 64 }))),
      agreedShipping: Type.Optional(nullable(ShippingOption)),
      codes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 20 })),
      granted: Type.Optional(Type.Array(Discount, { maxItems: 100 })),
      manual: Type.Optional(Type.Array(ManualDiscount, { maxItems: 10 })),
      lines: Type.Array(QuotedLine, { maxItems: 500 }),
    }),
    output: object('SaleQuote', {
      lines: Type.Array(SoldLine),
      discounts: Type.Array(Discount),
      shippingMethod: nullable(ShippingOption),
      totals: Totals,
      problems: Type.Array(CartProblem, {
        description: 'What can not be sold so, with its place in the lines or the shipping method.',
      }),
    }),
    errors: [problems.invalidInput, catalogProblems.unknownSetting, checkoutProblems.invalidAddress],
    effect: 'read',
  },
});
