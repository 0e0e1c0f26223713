import Type from 'typebox';
import { Country, Currency, minorUnits, object } from './primitives.ts';

/**
 * For whom prices, texts and availability are selected. A publishable key is bound to a channel; what it leaves
 * out comes from that channel's defaults.
 */
export const selection = {
  locale: Type.Optional(
    Type.String({
      description: 'BCP 47 tag. Texts are given in it, with its fallbacks, instead of all locales.',
    }),
  ),
  channel: Type.Optional(
    Type.String({
      description: 'Key of a sales channel: only what is active and published there, with availability.',
    }),
  ),
  currency: Type.Optional(Currency),
  country: Type.Optional(Country),
  customerGroup: Type.Optional(Type.String({ description: 'Key of a customer group, for its price lists.' })),
};

/** The price that was selected, and what it was selected from. */
export const SelectedPrice = object(
  'SelectedPrice',
  {
    amount: minorUnits(),
    currency: Currency,
    compareAtAmount: Type.Union([
      minorUnits({
        description: 'The former or recommended price, in minor units, to show struck through.',
      }),
      Type.Null(),
    ]),
    includesTax: Type.Boolean(),
    priceId: Type.String(),
    priceListId: Type.Union([Type.String(), Type.Null()]),
  },
  {
    description: 'The price that wins for the given channel, currency, country, customer group and quantity.',
  },
);

export const Availability = object(
  'Availability',
  {
    status: Type.Enum(['in_stock', 'backorder', 'out_of_stock']),
    quantity: Type.Union([
      Type.Integer({ description: 'Units that can be sold now, over all locations of the channel.' }),
      Type.Null(),
    ]),
  },
  { description: '`quantity` is null where stock is not tracked.' },
);
