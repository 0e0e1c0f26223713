import Type from 'typebox';
import { catalogProblems } from '../catalog/problems.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { Country, Currency, Money, nullable, object, Timestamp } from '../schema/primitives.ts';
import {
  buyerTexts,
  CustomData,
  Discount,
  GiftMessage,
  lineId,
  Quantity,
  ShippingOption,
  Totals,
  variantId,
} from '../schema/sale.ts';
import { AddressInput, CartProblem } from './addresses.ts';
import { CartCode, CartLine } from './cart-schemas.ts';
import { taxing } from './problems.ts';

const AgreedLine = object(
  'AgreedLineInput',
  {
    quantity: Type.Integer({
      ...{ minimum: 0, maximum: 100_000 },
      description: 'So many units were bought, and keep their part of the `granted` discounts.',
    }),
    reserved: Type.Optional(
      Type.Integer({
        ...{ minimum: 0, maximum: 100_000 },
        description: 'So many units have stock set aside; those that were bought, unless given.',
      }),
    ),
    unitPrice: Money,
    includesTax: Type.Boolean(),
    priceReason: Type.String({ maxLength: 1000 }),
    title: Type.String({ maxLength: 1000 }),
    requiresShipping: Type.Boolean(),
    tax: Type.Optional(
      object(
        'AgreedTaxInput',
        { name: nullable(Type.String({ maxLength: 255 })), rate: Type.Number({ minimum: 0 }) },
        { description: 'What it was taxed by; as of now unless given.' },
      ),
    ),
  },
  { description: 'What a line was bought for, in place of what it costs now.' },
);

const QuotedLine = object('SaleQuoteLineInput', {
  id: Type.Optional(lineId),
  variantId,
  quantity: Quantity,
  customData: Type.Optional(CustomData),
  giftMessage: Type.Optional(nullable(GiftMessage)),
  agreed: Type.Optional(AgreedLine),
});

const GrantedDiscounts = object(
  'GrantedDiscountsInput',
  {
    discounts: Type.Array(Discount, { maxItems: 220 }),
    grantedAt: Timestamp,
  },
  {
    description:
      'What promotions took off before, and when. Agreed units keep their part of it. Other units get the percentages ' +
      'of those that have not changed since; no other promotion applies.',
  },
);

export const saleQuoteOperations = defineOperations({
  'checkout.quotes.calculate': {
    summary: 'Work out what a sale costs',
    description:
      'As a cart would say it, without one: prices, promotions, shipping, taxes, totals. Nothing is written, no stock ' +
      'is held, and the e-mail address only says whose limits of promotions count. What can not be sold so is told in ' +
      '`problems`. A line with `agreed` keeps its price and tax rate, and `agreedShipping` its price, whatever the ' +
      'catalog and the config say now.',
    http: 'POST /v1/quotes',
    graphql: 'query saleQuote',
    scopes: ['carts:manage'],
    input: Type.Object({
      channel: Type.Optional(Type.String()),
      currency: Type.Optional(Currency),
      locale: Type.Optional(Type.String()),
      country: Type.Optional(nullable(Country)),
      customerId: Type.Optional(nullable(buyerTexts.customerId)),
      customerGroup: Type.Optional(nullable(Type.String())),
      isTaxExempt: Type.Optional(Type.Boolean()),
      email: Type.Optional(nullable(buyerTexts.email)),
      shippingAddress: Type.Optional(nullable(AddressInput)),
      billingAddress: Type.Optional(nullable(AddressInput)),
      shippingMethod: Type.Optional(
        nullable(Type.String({ minLength: 1, maxLength: 64, description: 'Key of a method.' })),
      ),
      codes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 20 })),
      lines: Type.Array(QuotedLine, { minItems: 1, maxItems: 500 }),
      agreedShipping: Type.Optional(nullable(ShippingOption)),
      granted: Type.Optional(nullable(GrantedDiscounts)),
      keepsTaxRates: Type.Optional(
        Type.Boolean({
          default: true,
          description: 'False taxes agreed lines anew, where they go elsewhere than it was agreed.',
        }),
      ),
    }),
    output: object('SaleQuote', {
      currency: Currency,
      lines: Type.Array(CartLine),
      codes: Type.Array(CartCode),
      discounts: Type.Array(Discount),
      shippingMethod: nullable(ShippingOption),
      totals: Totals,
      problems: Type.Array(CartProblem, {
        description: 'Everything that stands in the way of selling it so.',
      }),
    }),
    errors: [problems.invalidInput, catalogProblems.unknownSetting, ...taxing],
    effect: 'read',
    example: { currency: 'EUR', lines: [{ variantId: 'var_01K00000000000000000000000', quantity: 2 }] },
  },
});
