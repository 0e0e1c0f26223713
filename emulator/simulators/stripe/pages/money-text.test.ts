import { expect, test } from 'vitest';
import { moneyText } from './money-text.ts';

test.each([
  [1999, 'eur', '€19.99'],
  [499_000, 'huf', 'HUF 4,990.00'],
  [90_000, 'isk', 'ISK 900.00'],
  [500, 'jpy', '¥500'],
  [500, 'mga', 'MGA 500'],
])('%i %s is shown as %s', (amount, currency, text) => {
  expect(moneyText(amount, currency).replace('\u00a0', ' ')).toBe(text);
});
