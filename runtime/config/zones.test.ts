import { describe, expect, test } from 'vitest';
import type { ConfigError } from './config-error.ts';
import { declareConfig } from './declare-config.ts';
import type { Config } from './define-config.ts';
import { parseConfig } from './parse-config.ts';

function faultsOf(changes: Partial<Config>): readonly string[] {
  try {
    parseConfig({ name: 'Shop', currencies: ['EUR'], ...changes });
    return [];
  } catch (error) {
    return (error as ConfigError).issues.map(({ pointer, message }) => `${pointer} ${message}`);
  }
}

describe('taxes and shipping in the config', () => {
  test('a tax class that is not declared is named with its place', () => {
    const zones = { germany: { countries: ['DE'], rates: { standart: 19 } } };
    expect(faultsOf({ taxes: { zones } })).toEqual([
      expect.stringMatching(/^\/taxes\/zones\/germany\/rates\/standart .*standard/),
    ]);
  });

  test('a country lies in one zone only, so that no order decides', () => {
    const zones = {
      first: { countries: ['DE'], rates: { standard: 19 } },
      second: { countries: ['AT', 'DE'], rates: { standard: 20 } },
    };
    expect(faultsOf({ taxes: { zones } })).toEqual([
      '/taxes/zones/second/countries/1 "DE" is in the zone "first" already.',
    ]);
  });

  test('settings of a shipping method that do not go together are named', () => {
    const methods = {
      parcel: {
        rates: {
          EUR: [
            { from: 0, amount: 490 },
            { from: 5, amount: 0 },
          ],
        },
      },
      shop: { kind: 'pickup', rates: { USD: 0 } },
      courier: { kind: 'carrier' },
      bikes: { kind: 'carrier', provider: 'local-bike' },
    } as const;
    expect(faultsOf({ shipping: { zones: { eu: { countries: ['*'], methods } } } }).map(place)).toEqual([
      '/shipping/zones/eu/methods/parcel/rates/EUR',
      '/shipping/zones/eu/methods/shop/rates/USD',
      '/shipping/zones/eu/methods/shop',
      '/shipping/zones/eu/methods/courier',
      '/shipping/zones/eu/methods/bikes/provider',
    ]);
  });

  test('what is declared comes back whole', () => {
    const config: Config = {
      name: 'Shop',
      currencies: ['EUR'],
      taxes: {
        classes: ['standard', 'books'],
        zones: { de: { name: 'VAT', countries: ['DE'], rates: { standard: 19, books: 7 }, shipping: null } },
        engine: { url: 'https://tax.example.com', token: { env: 'TAX_TOKEN' }, otherwise: 'zones' },
      },
      shipping: {
        carriers: { 'local-bikes': { url: 'https://bikes.example.com', token: { env: 'BIKES_TOKEN' } } },
        zones: {
          de: {
            countries: ['DE'],
            methods: {
              parcel: { rates: { EUR: 490 }, freeFrom: { EUR: 5000 }, deliveryDays: { from: 1, to: 2 } },
              heavy: {
                kind: 'weight',
                rates: {
                  EUR: [
                    { from: 0, amount: 1 },
                    { from: 500, amount: 2 },
                  ],
                },
              },
              courier: { kind: 'carrier', provider: 'local-bikes' },
            },
          },
        },
      },
    };
    const parsed = parseConfig(config).config;
    expect(parseConfig(declareConfig(parsed)).config).toEqual(parsed);
  });
});

function place(fault: string): string {
  return fault.split(' ')[0] ?? '';
}
