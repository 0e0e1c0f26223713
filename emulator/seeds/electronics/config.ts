import type { Config } from '../../../runtime/config/index.ts';
import { payments, shippingOf, taxes } from '../selling.ts';

const connectivity = {
  type: 'enum',
  label: 'Connections',
  list: true,
  searchable: true,
  values: ['bluetooth', 'wifi', 'usb-c', 'usb-a', 'hdmi', 'ethernet', 'jack', 'zigbee', '5g'],
} as const;
const batteryHours = { type: 'number', label: 'Battery life in hours', minimum: 0 } as const;
const warrantyMonths = { type: 'number', label: 'Warranty in months', minimum: 0 } as const;
const releasedOn = { type: 'date', label: 'Released on' } as const;
const modelNumber = { type: 'text', label: 'Model number', unique: true, searchable: true } as const;
const inTheBox = { type: 'localizedText', label: 'In the box' } as const;
const accessories = { type: 'reference', label: 'Goes with', to: 'product', list: true } as const;
const recyclingFee = { type: 'money', label: 'Recycling fee, included' } as const;
const swatch = { type: 'text', label: 'Swatch colour', level: 'variant' } as const;
const common = { warrantyMonths, releasedOn, modelNumber, inTheBox, accessories, recyclingFee, swatch };

export const config: Config = {
  name: 'Voltwerk',
  locales: ['en', 'de'],
  currencies: ['EUR', 'USD', 'GBP'],
  channels: {
    web: { name: 'Online shop', defaultLocale: 'en', defaultCurrency: 'EUR', defaultCountry: 'DE' },
  },
  customerGroups: ['business'],
  prices: { includeTax: true },
  inventory: { reservationMinutes: 20 },
  taxes,
  payments,
  shipping: shippingOf('electronics', 10_000),
  productTypes: {
    audio: { name: 'Audio', attributes: { connectivity, batteryHours, ...common } },
    computing: {
      name: 'Computing',
      attributes: {
        connectivity,
        batteryHours,
        screenInches: { type: 'number', label: 'Screen in inches', minimum: 0 },
        ...common,
      },
    },
    photo: {
      name: 'Photo & video',
      attributes: {
        connectivity,
        megapixels: { type: 'number', label: 'Megapixels', minimum: 0 },
        isWaterproof: { type: 'boolean', label: 'Waterproof' },
        ...common,
      },
    },
    home: {
      name: 'Home',
      attributes: {
        connectivity,
        energyClass: { type: 'enum', label: 'Energy class', values: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] },
        ...common,
      },
    },
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
