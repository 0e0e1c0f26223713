import type { Config } from '../../runtime/config/index.ts';
import { seedId } from './seed-ids.ts';

/** Where the demo shops owe tax. A gift card is taxed when it is spent: its class has no rate. */
export const taxes: NonNullable<Config['taxes']> = {
  classes: ['standard', 'untaxed'],
  zones: {
    germany: { name: 'MwSt.', countries: ['DE'], rates: { standard: 19 } },
    austria: { name: 'USt.', countries: ['AT'], rates: { standard: 20 } },
    'united-kingdom': { name: 'VAT', countries: ['GB'], rates: { standard: 20 } },
    california: {
      name: 'Sales tax',
      regions: ['US-CA'],
      rates: { standard: 7.25 },
      shipping: null,
    },
  },
};

/** By weight, in grams. */
const parcelTiers = [
  { from: 0, amount: 990 },
  { from: 2000, amount: 1490 },
  { from: 10_000, amount: 2990 },
] as const;

function inAll(amount: number) {
  return { EUR: amount, USD: amount, GBP: amount };
}

/** Parcels, express and the counter of the shop; `shop` is the name under which its location is seeded. */
export function shippingOf(store: string, freeFrom: number): NonNullable<Config['shipping']> {
  return {
    zones: {
      germany: {
        name: 'Germany',
        countries: ['DE'],
        methods: {
          standard: {
            name: 'Standard',
            rates: inAll(490),
            freeFrom: inAll(freeFrom),
            deliveryDays: { from: 2, to: 4 },
          },
          express: { name: 'Express', rates: inAll(1290), deliveryDays: { from: 1, to: 1 } },
          pickup: {
            name: 'Pick up in the shop',
            kind: 'pickup',
            rates: inAll(0),
            location: seedId('loc', store, 'shop'),
          },
        },
      },
      europe: {
        name: 'Europe',
        countries: ['AT', 'BE', 'CH', 'DK', 'ES', 'FR', 'GB', 'IT', 'NL', 'PL', 'SE'],
        methods: {
          'europe-parcel': {
            name: 'Parcel',
            kind: 'weight',
            rates: {
              EUR: parcelTiers,
              USD: parcelTiers,
              GBP: parcelTiers,
            },
            deliveryDays: { from: 3, to: 6 },
          },
        },
      },
      world: {
        name: 'Everywhere else',
        countries: ['*'],
        methods: {
          'world-parcel': { name: 'International', rates: inAll(2490), deliveryDays: { from: 7, to: 14 } },
        },
      },
    },
  };
}

/** Both providers, simulated by `hp dev`, and money that comes by bank. */
export const payments: NonNullable<Config['payments']> = {
  stripe: {},
  paypal: {},
  manual: {
    methods: {
      'bank-transfer': {
        name: 'Bank transfer',
        instructions: 'Please transfer the amount to DE02 1203 0000 0000 2020 51, naming your order number.',
      },
    },
  },
};
