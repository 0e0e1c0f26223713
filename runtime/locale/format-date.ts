import { Formats } from './formats.ts';

const formats = {
  words: new Formats<Intl.DateTimeFormat>(),
  digits: new Formats<Intl.DateTimeFormat>(),
};

/** A moment's date in words: `3 March 2026`, `3. März 2026`. */
export function formatDate(time: string, locale: string, timeZone: string): string {
  const make = () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  return formats.words.of(`${locale} ${timeZone}`, make).format(new Date(time));
}

/** A moment's date in digits, for tables: `03/03/2026`, `03.03.2026`. */
export function formatShortDate(time: string, locale: string, timeZone: string): string {
  const digits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const make = () => new Intl.DateTimeFormat(locale, { ...digits, timeZone });
  return formats.digits.of(`${locale} ${timeZone}`, make).format(new Date(time));
}
