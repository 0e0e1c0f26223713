import { expect, test } from 'vitest';
import { currencyExponent } from './currency-exponent.ts';

test.each([
  ...[['EUR', 2] as const, ['eur', 2] as const, ['JPY', 0] as const, ['ISK', 0] as const],
  ...[['KWD', 3] as const, ['IQD', 3] as const, ['CLF', 4] as const],
])('%s has %i digits', (currency, digits) => {
  expect(currencyExponent(currency)).toBe(digits);
});

test('currencies that Intl shows without digits are counted in their minor unit', () => {
  for (const currency of ['HUF', 'COP', 'IDR', 'PKR', 'MGA']) expect(currencyExponent(currency)).toBe(2);
});
