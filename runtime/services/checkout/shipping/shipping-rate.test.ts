import { describe, expect, test } from 'vitest';
import type { ShippingMethodConfig } from '../../../config/store-config.ts';
import { shippingRate } from './shipping-rate.ts';

function method(changes: Partial<ShippingMethodConfig>): ShippingMethodConfig {
  return {
    ...{ key: 'parcel', name: 'Parcel', kind: 'flat', rates: { EUR: [{ from: 0, amount: 490 }] } },
    ...{ freeFrom: {}, deliveryDays: null, locationId: null, provider: null, ...changes },
  };
}
const tiers = {
  EUR: [
    { from: 100, amount: 300 },
    { from: 1000, amount: 700 },
  ],
};

describe('shipping rates', () => {
  test.each([
    ['a flat rate', {}, { goods: 1 }, 490],
    ['no rate in the currency', {}, { currency: 'USD' }, undefined],
    ['below the lowest tier', { kind: 'weight', rates: tiers }, { weight: 99 }, undefined],
    ['the tier that is just reached', { kind: 'weight', rates: tiers }, { weight: 1000 }, 700],
    ['a tier by price', { kind: 'price', rates: tiers }, { goods: 999 }, 300],
    ['just free', { freeFrom: { EUR: 5000 } }, { goods: 5000 }, 0],
    ['nearly free', { freeFrom: { EUR: 5000 } }, { goods: 4999 }, 490],
  ] as const)('%s', (_name, changes, parcel, expected) => {
    expect(shippingRate(method(changes), { currency: 'EUR', weight: 0, goods: 0, ...parcel })).toBe(expected);
  });
});
