import { expect, test } from 'vitest';
import { minorUnitsOf, paypalMoney } from './paypal-amount.ts';

test.each([
  [1999, 'EUR', '19.99'],
  [5, 'USD', '0.05'],
  [0, 'USD', '0.00'],
  [1999, 'JPY', '1999'],
  [199_900, 'HUF', '1999'],
  [50_000, 'TWD', '500'],
  [1234567, 'KWD', '1234.567'],
])('%i %s is %s', (amount, currencyCode, value) => {
  expect(paypalMoney(amount, currencyCode)).toEqual({ currencyCode, value });
  expect(minorUnitsOf({ currencyCode, value })).toBe(amount);
});

test.each(['TWD', 'HUF'])('parts of a %s are refused', (currency) => {
  expect(() => paypalMoney(199_950, currency)).toThrow(`whole amounts of ${currency} alone, not 1999.50`);
});

test('what is missing is nothing', () => {
  expect(minorUnitsOf(undefined)).toBe(0);
});
