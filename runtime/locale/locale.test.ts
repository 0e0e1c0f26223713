import { describe, expect, it, test } from 'vitest';
import { calendarDay, countryName, formatDate, formatMoney, formatPercent, textLocale } from './index.ts';
import { nearestLanguage } from './nearest-language.ts';

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

describe('texts of a store', () => {
  const locales = [
    { code: 'en', fallbacks: [] },
    { code: 'de-CH', fallbacks: ['de'] },
    { code: 'gsw', fallbacks: ['de-CH'] },
  ];
  const of = (locale: string) => textLocale(['en', 'de'], locales, locale);

  it("are in the locale's language, with amounts as its region writes them", () => {
    expect(of('de-CH')).toEqual({ language: 'de', format: 'de-CH' });
    expect(of('en')).toEqual({ language: 'en', format: 'en' });
  });

  it('are in the language of what the store asks in its place, with amounts of that', () => {
    expect(of('gsw')).toEqual({ language: 'de', format: 'de' });
    expect(of('fr')).toEqual({ language: 'en', format: 'en' });
  });
});

test('rates and countries read as the locale writes them', () => {
  expect([plain(formatPercent(7.7, 'de')), plain(formatPercent(19, 'en'))]).toEqual(['7,7 %', '19%']);
  expect([countryName('DE', 'en'), countryName('DE', 'de')]).toEqual(['Germany', 'Deutschland']);
});
