import type { StoreConfig } from '../../config/store-config.ts';
import { unknownName } from '../../validation/index.ts';
import { Faults } from './products/faults.ts';

interface Input {
  readonly locale: string;
  readonly name?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly description?: string | null | undefined;
}

interface Translation {
  locale: string;
  name: string | null;
  slug: string | null;
  description: string | null;
}

/** Translations of a name, a slug and a description, each locale once and none of the default one. */
export function completeTranslations(
  inputs: readonly Input[] | undefined,
  current: readonly Translation[],
  config: StoreConfig,
): Translation[] {
  if (!inputs) return [...current];
  const faults = new Faults();
  const [defaultLocale, ...others] = config.locales.map(({ code }) => code);
  inputs.forEach(({ locale }, index) => {
    const pointer = `/translations/${index}/locale`;
    if (locale === defaultLocale) {
      faults.add(pointer, `${locale} is the default locale: its texts are the document's own fields.`);
    } else if (!others.includes(locale)) faults.add(pointer, unknownName(locale, 'locale', others));
    if (inputs.findIndex((other) => other.locale === locale) < index)
      faults.add(pointer, `${locale} is given twice.`);
  });
  faults.refuse();
  return inputs.map(({ locale, name, slug, description }) => ({
    ...{ locale, name: name ?? null, slug: slug ?? null, description: description ?? null },
  }));
}
