import { expect, test } from 'vitest';
import { readCard } from './read-card.ts';
import { testCards } from './test-cards.ts';

const now = Date.UTC(2026, 5, 15) / 1000;
const given = { number: '4242 4242 4242 4242', exp_month: 12, exp_year: 2030, cvc: '123' };

test('reads a number with spaces and a year of two digits', () => {
  expect(readCard({ ...given, exp_year: 30 }, now)).toMatchObject({ exp_year: 2030, card: { name: 'visa' } });
});

test.each([
  [{ number: '4242424242424241' }, 'incorrect_number'],
  [{ exp_month: 13 }, 'invalid_expiry_month'],
  [{ exp_year: 2025 }, 'invalid_expiry_year'],
  [{ exp_year: 2026, exp_month: 5 }, 'invalid_expiry_month'],
  [{ cvc: '12' }, 'invalid_cvc'],
  // A number with a right checksum that is no test card may be somebody's.
  [{ number: '4111111111111111' }, 'card_declined'],
])('refuses %o as %s', (wrong, code) => {
  expect(() => readCard({ ...given, ...wrong }, now)).toThrow(
    expect.objectContaining({ status: 402, body: expect.objectContaining({ code }) }),
  );
});

test('every test card can be typed, and has a name of its own', () => {
  for (const { number } of testCards) {
    if (number) expect(() => readCard({ ...given, number }, now)).not.toThrow();
  }
  expect(new Set(testCards.map(({ name }) => name)).size).toBe(testCards.length);
});
