import { Formats } from './formats.ts';

const names = new Formats<Intl.DisplayNames>();

/** What a country is called in a locale; its code where it has no name. */
export function countryName(code: string, locale: string): string {
  return names.of(locale, () => new Intl.DisplayNames(locale, { type: 'region' })).of(code) ?? code;
}
