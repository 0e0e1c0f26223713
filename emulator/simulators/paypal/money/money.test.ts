import { describe, expect, test } from 'vitest';
import { feeFor } from './fees.ts';
import { minorUnits, moneyOf, normalMoney } from './money.ts';

describe('an amount', () => {
  test.each([
    ['USD', '19.99', 1999],
    ['USD', '19.9', 1990],
    ['USD', '0.05', 5],
    ['EUR', '7', 700],
    ['JPY', '1999', 1999],
  ])('of %s %s is %i of the smallest unit', (currency_code, value, minor) => {
    expect(minorUnits({ currency_code, value }, '/amount')).toBe(minor);
    expect(minorUnits(moneyOf(currency_code, minor), '/amount')).toBe(minor);
  });

  test('comes back with all of its decimals', () => {
    expect(normalMoney({ currency_code: 'USD', value: '10' }, '/amount').value).toBe('10.00');
    expect(moneyOf('USD', -105).value).toBe('-1.05');
  });

  test.each([
    ['USD', '1.999', 'DECIMAL_PRECISION'],
    ['HUF', '10.50', 'DECIMAL_PRECISION'],
    ['XXX', '10.00', 'INVALID_CURRENCY_CODE'],
  ])('of %s %s is refused with %s', (currency_code, value, issue) => {
    expect(() => minorUnits({ currency_code, value }, '/amount')).toThrow(issue);
  });
});

test('the fee is 3.49 % and 0.49, and never more than was paid', () => {
  expect(feeFor('USD', 10_000)).toBe(349 + 49);
  expect(feeFor('USD', 20)).toBe(20);
});
