import type { Config } from '../../../runtime/config/index.ts';
import { payments, shippingOf, taxes } from '../selling.ts';

const material = {
  type: 'enum',
  label: 'Material',
  searchable: true,
  values: [
    'cotton',
    'organic-cotton',
    'linen',
    'wool',
    'merino',
    'silk',
    'viscose',
    'denim',
    'recycled-nylon',
    'leather',
    'suede',
    'canvas',
    'acetate',
    'steel',
    'brass',
  ],
} as const;
const care = { type: 'localizedText', label: 'Care' } as const;
const madeIn = { type: 'text', label: 'Made in' } as const;
const swatch = { type: 'text', label: 'Swatch colour', level: 'variant' } as const;

export const config: Config = {
  name: 'Halden',
  locales: ['en', 'de'],
  currencies: ['EUR', 'USD', 'GBP'],
  channels: {
    web: { name: 'Online shop', defaultLocale: 'en', defaultCurrency: 'EUR', defaultCountry: 'DE' },
  },
  customerGroups: ['vip', 'wholesale'],
  prices: { includeTax: true },
  inventory: { reservationMinutes: 15 },
  taxes,
  payments,
  shipping: shippingOf('fashion', 7500),
  productTypes: {
    apparel: {
      name: 'Apparel',
      attributes: {
        material,
        fit: { type: 'enum', label: 'Fit', values: ['slim', 'regular', 'relaxed', 'oversized'] },
        isOrganic: { type: 'boolean', label: 'Certified organic' },
        care,
        madeIn,
        swatch,
      },
    },
    footwear: {
      name: 'Shoes',
      attributes: {
        material,
        heelHeight: { type: 'number', label: 'Heel height in mm', minimum: 0 },
        care,
        madeIn,
        swatch,
      },
    },
    accessory: {
      name: 'Accessories',
      attributes: {
        material,
        capacity: { type: 'number', label: 'Capacity in litres', minimum: 0 },
        care,
        madeIn,
        swatch,
      },
    },
    'gift-card': { name: 'Gift card', attributes: { swatch } },
  },
};

/** Comments of the scaffolded file, above the setting that a pointer names. */
export const notes: Readonly<Record<string, string>> = {
  '/locales': "The first is the default: a product's own texts are in it, others are translations.",
  '/currencies': 'Prices are set in each of them; nothing is converted behind your back.',
  '/channels': 'Where you sell. A publishable key is bound to one of them.',
  '/customerGroups': 'Price lists can be meant for some groups of customers only.',
  '/inventory': 'Stock in a cart is held for so long.',
  '/taxes':
    'Percent by tax class, where you owe tax. Variants name their class; the first one is for the others.',
  '/shipping': 'Where you deliver, how, and for how much: in minor units, so 490 is 4.90.',
  '/payments':
    'How shoppers pay. `hp dev` simulates the providers; their secrets are variables of the hosted runtime.',
  '/productTypes':
    'What products are. Attributes become fields of the API, with types in your SDK: add one and save, and see.',
};
