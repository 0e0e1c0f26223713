import { expect, test } from 'vitest';
import { span } from './format.ts';

test.each([
  [400, '0 s'],
  [5000, '5 s'],
  [300_000, '5 min'],
  [36_000_000, '10 h'],
  [3 * 86_400_000, '3 days'],
])('%i milliseconds between two attempts are told in the unit that fits', (milliseconds, words) => {
  expect(span(milliseconds)).toBe(words);
});
