import { expect, test } from 'vitest';
import { decimalOf, minorUnits } from './decimal.ts';

test.each([
  ['19.9', 'EUR', 1990],
  ['19.90', 'EUR', 1990],
  ['19', 'EUR', 1900],
  ['0.00', 'EUR', 0],
  ['1500', 'JPY', 1500],
  ['1500.00', 'JPY', 1500],
  ['1.234', 'KWD', 1234],
  ['0.1', 'EUR', 10],
])('%s %s is %i minor units', (text, currency, amount) => {
  expect(minorUnits(text, currency)).toBe(amount);
});

test.each([
  ['1,299.00', 'EUR', 'must be a number such as 1299.00, not "1,299.00".'],
  ['-1', 'EUR', 'must be a number such as 1299.00, not "-1".'],
  ['€5', 'EUR', 'must be a number such as 1299.00, not "€5".'],
  ['1.999', 'EUR', '"1.999" has more digits after the point than EUR has (2).'],
  ['1.5', 'JPY', '"1.5" has more digits after the point than JPY has (0).'],
  ['99999999999999999', 'EUR', '"99999999999999999" is too large.'],
])('%s %s is refused', (text, currency, reason) => {
  expect(minorUnits(text, currency)).toBe(reason);
});

test('what is written is read back, in every number of digits', () => {
  for (const currency of ['EUR', 'JPY', 'KWD']) {
    for (const amount of [0, 5, 99, 100, 123_456]) {
      expect(minorUnits(decimalOf(amount, currency), currency)).toBe(amount);
    }
  }
});

test('decimals have as many digits as the currency', () => {
  expect([decimalOf(5, 'EUR'), decimalOf(-1234, 'KWD'), decimalOf(7, 'JPY')]).toEqual([
    '0.05',
    '-1.234',
    '7',
  ]);
});
