/**
 * Which of the languages that there are texts in goes with a locale: the same, its language without the region, that
 * of a fallback in turn, else the first.
 *
 * @example
 * nearestLanguage(['en', 'de'], ['gsw-CH', 'de-CH']); // de
 */
export function nearestLanguage<Language extends string>(
  languages: readonly [Language, ...Language[]],
  locales: readonly string[],
): Language {
  for (const locale of locales) {
    const found = languages.find((language) => language === locale || locale.startsWith(`${language}-`));
    if (found) return found;
  }
  return languages[0];
}
