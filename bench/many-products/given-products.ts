import type { StoreConfig } from '../../runtime/config/index.ts';

/** A shop of 20 categories whose products are all alike, told apart by their number. */
export const categories = 20;

export const config: StoreConfig = {
  name: 'Many products',
  locales: [{ code: 'en', fallbacks: [] }],
  currencies: ['EUR'],
  channels: [
    { key: 'web', name: 'Web shop', defaultLocale: 'en', defaultCurrency: 'EUR', defaultCountry: null },
  ],
  customerGroups: [],
  productTypes: [{ key: 'simple', name: 'Simple', attributes: {} }],
  prices: { includeTax: true },
  inventory: { reservationSeconds: 900 },
  carts: { abandonedAfterSeconds: 86_400 },
  timeZone: 'UTC',
  company: null,
  storefront: null,
  mail: null,
  taxes: { classes: ['standard'], zones: [], engine: null },
  payments: { stripe: null, paypal: null, manual: null },
  fraud: { rules: [], thresholds: { review: 50, block: 80 } },
  integrations: [],
  webhooks: [],
  shipping: { zones: [], carriers: [] },
};

/** Ids that sort as the numbers do, so that none of them needs to be kept. */
export function productId(number: number): string {
  return `prod_01K${String(number).padStart(23, '0')}`;
}

export function categoryId(number: number): string {
  return `cat_01K${String(number % categories).padStart(23, '0')}`;
}

export function productInput(number: number) {
  const text = String(number).padStart(7, '0');
  return {
    ...{
      productType: 'simple',
      title: `Item ${text}`,
      status: 'active' as const,
      externalId: `item-${text}`,
    },
    description: `Number ${text} of many. ${'A line about what it is made of. '.repeat(6)}`,
    categoryIds: [categoryId(number)],
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: ['S', 'M'].map((size) => ({
      sku: `ITEM-${text}-${size}`,
      options: [{ name: 'Size', value: size }],
      prices: [{ amount: 500 + ((number * 37) % 1000), currency: 'EUR' }],
    })),
  };
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
