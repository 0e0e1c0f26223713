import { expect, test } from 'vitest';
import { fieldText, fieldValue } from './field-values.ts';
import type { ValueKind } from './value-kind.ts';

const text: ValueKind = { kind: 'text' };
const money: ValueKind = { kind: 'money' };
const whole: ValueKind = { kind: 'number', isInteger: true };
const json: ValueKind = { kind: 'json' };

const read = (written: string, value: ValueKind, isNullable = false) =>
  fieldValue(written, { value, isNullable });

test.each([
  [{ amount: 1999, currency: 'EUR' }, money, '19.99 EUR'],
  [{ amount: -5, currency: 'EUR' }, money, '-0.05 EUR'],
  [{ amount: 1999, currency: 'JPY' }, money, '1999 JPY'],
  [{ amount: 1999, currency: 'KWD' }, money, '1.999 KWD'],
  [7, whole, '7'],
  [false, { kind: 'boolean' } as const, 'false'],
  [['a'], json, '[\n  "a"\n]'],
  ['Shirt', text, 'Shirt'],
])('%j stands in a field so that it is read as itself', (value, kind, written) => {
  expect(fieldText(value, kind)).toBe(written);
  expect(read(written, kind)).toEqual({ value });
});

test('an amount may be written with a comma, and without its cents', () => {
  expect(read('19,9 eur', money)).toEqual({ value: { amount: 1990, currency: 'EUR' } });
  expect(read('20 EUR', money)).toEqual({ value: { amount: 2000, currency: 'EUR' } });
});

test('an empty field is null where there may be null, and is left out otherwise', () => {
  expect(read(' ', text, true)).toEqual({ value: null });
  expect(read('', text)).toEqual({ value: undefined });
  expect(fieldText(null, text)).toBe('');
});

test.each([
  ['19.99', money, 'a currency'],
  ['1.999 EUR', money, '2 digits'],
  ['1.5', whole, 'whole number'],
  ['many', whole, 'A number'],
  ['{"a":', json, 'No JSON'],
])('what is wrong with %s is said', (written, kind, words) => {
  expect(read(written, kind)).toEqual({ error: expect.stringContaining(words) });
});
