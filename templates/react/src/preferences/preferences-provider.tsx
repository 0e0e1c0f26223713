import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { savedValue } from '../store/saved-value.ts';
import { useStore } from '../store/store-context.ts';
import { textsOf } from '../texts/texts-of.ts';
import { choosePreference } from './choose-preference.ts';
import { type Preferences, PreferencesContext } from './preferences-context.ts';

interface Choices {
  readonly locale?: string;
  readonly currency?: string;
}

function parseChoices(value: unknown): Choices | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { locale, currency } = value as Record<string, unknown>;
  return {
    ...(typeof locale === 'string' && { locale }),
    ...(typeof currency === 'string' && { currency }),
  };
}

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const { url, settings, channel } = useStore();
  const saved = useMemo(() => savedValue(url, 'preferences', parseChoices), [url]);
  const [choices, setChoices] = useState<Choices>(() => saved.read() ?? {});
  const locales = settings.locales.map(({ code }) => code);
  const locale = choosePreference(locales, choices.locale, navigator.languages, channel.defaultLocale);
  const currency = choosePreference(settings.currencies, choices.currency, [], channel.defaultCurrency);
  const texts = textsOf(locale);

  useEffect(() => saved.write(choices), [saved, choices]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const preferences = useMemo(
    (): Preferences => ({
      locale,
      currency,
      selection: { locale, currency },
      texts,
      setLocale: (chosen) => setChoices((before) => ({ ...before, locale: chosen })),
      setCurrency: (chosen) => setChoices((before) => ({ ...before, currency: chosen })),
    }),
    [locale, currency, texts],
  );
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}
