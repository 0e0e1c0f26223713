import { describe, expect, it, test } from 'vitest';
import { calendarDay, formatDate, formatMoney, nearestLanguage } from './index.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  [{ amount: 123456, currency: 'EUR' }, 'de', '1.234,56 €'],
  [{ amount: 123456, currency: 'EUR' }, 'en', '€1,234.56'],
  [{ amount: 1500, currency: 'JPY' }, 'de', '1.500 ¥'],
  [{ amount: 12345, currency: 'KWD' }, 'en', 'KWD 12.345'],
  [{ amount: 499050, currency: 'HUF' }, 'en', 'HUF 4,990.50'],
  [{ amount: 4990, currency: 'CLF' }, 'en', 'CLF 0.4990'],
  [{ amount: -5, currency: 'EUR' }, 'en', '-€0.05'],
  [{ amount: 9007199254740991, currency: 'USD' }, 'en', '$90,071,992,547,409.91'],
])('%o reads in %s as %s', (money, locale, text) => {
  expect(plain(formatMoney(money, locale))).toBe(text);
});

describe('a moment', () => {
  const late = '2026-03-01T23:30:00.000Z';

  it('falls on the day of the time zone', () => {
    expect(calendarDay(late, 'UTC')).toBe('2026-03-01');
    expect(calendarDay(late, 'Europe/Berlin')).toBe('2026-03-02');
    expect(calendarDay(late, 'America/New_York')).toBe('2026-03-01');
  });

  it('is written as the locale does', () => {
    expect(formatDate(late, 'de', 'Europe/Berlin')).toBe('2. März 2026');
    expect(formatDate(late, 'en', 'UTC')).toBe('March 1, 2026');
  });
});

test('the language nearest to a locale is its own, that of a fallback, or the first', () => {
  expect(nearestLanguage(['en', 'de'], ['de-CH'])).toBe('de');
  expect(nearestLanguage(['en', 'de'], ['gsw', 'de'])).toBe('de');
  expect(nearestLanguage(['en', 'de'], ['fr'])).toBe('en');
});
