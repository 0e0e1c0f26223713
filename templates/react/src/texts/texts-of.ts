import { de } from './de.ts';
import { en, type Texts } from './en.ts';

const languages: Readonly<Record<string, Texts>> = { de, en };

/** The words of the interface in a locale: `de-AT` finds `de`; where there is nothing, English. */
export function textsOf(locale: string): Texts {
  return languages[locale] ?? languages[locale.split('-')[0] ?? locale] ?? en;
}
