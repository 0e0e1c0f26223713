import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../config/index.ts';
import { builtInTaxEngine } from './built-in-tax-engine.ts';
import type { TaxableItem, TaxRequest } from './tax-engine.ts';

const { config } = parseConfig({
  name: 'Shop',
  currencies: ['EUR'],
  taxes: {
    classes: ['standard', 'books', 'gift-cards'],
    zones: {
      germany: { name: 'VAT', countries: ['DE'], rates: { standard: 19, books: 7 } },
      states: { name: 'Sales tax', countries: ['US'], rates: { standard: 5 }, shipping: null },
    },
  },
});

async function rateOf(item: Partial<TaxableItem>, country: string | null) {
  const request: TaxRequest = {
    currency: 'EUR',
    destination: { country, region: null, postalCode: null },
    isExempt: false,
    items: [{ id: 'a', kind: 'line', amount: 1000, includesTax: false, taxClass: null, ...item }],
  };
  const [tax] = await builtInTaxEngine.calculate(request, { config });
  return tax?.rate;
}

describe('the taxes of the config', () => {
  test.each<[string, Partial<TaxableItem>, string | null, number]>([
    ['the default class', {}, 'DE', 19],
    ['a class of its own', { taxClass: 'books' }, 'DE', 7],
    ['a class without a rate is not taxed', { taxClass: 'gift-cards' }, 'DE', 0],
    ['a class that the config does not have is taxed like the default', { taxClass: 'bokks' }, 'DE', 19],
    ['shipping, in the default class', { kind: 'shipping' }, 'DE', 19],
    ['shipping that is not taxed', { kind: 'shipping' }, 'US', 0],
    ['nowhere yet', {}, null, 0],
    ['where no zone is', {}, 'FR', 0],
  ])('%s', async (_name, item, country, rate) => {
    expect(await rateOf(item, country)).toBe(rate);
  });
});
