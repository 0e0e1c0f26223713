import { nearestLanguage } from './nearest-language.ts';

export interface TextLocale<Language extends string> {
  readonly language: Language;
  /** What amounts and dates are written by: that of the words, unless the locale is a kind of it, as de-CH of German. */
  readonly format: string;
}

/**
 * The language, of those that there are texts in, for a locale of a store: its own, that of a fallback that the store asks
 * for in its place, else the nearest to the store's others in turn.
 */
export function textLocale<Language extends string>(
  languages: readonly [Language, ...Language[]],
  locales: readonly { readonly code: string; readonly fallbacks: readonly string[] }[],
  locale: string,
): TextLocale<Language> {
  const fallbacks = locales.find(({ code }) => code === locale)?.fallbacks ?? [];
  const language = nearestLanguage(languages, [locale, ...fallbacks, ...locales.map(({ code }) => code)]);
  const isKindOfIt = locale === language || locale.startsWith(`${language}-`);
  return { language, format: isKindOfIt ? locale : language };
}
