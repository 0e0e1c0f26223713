import { createContext, use } from 'react';
import type { Selection } from '../catalog/find-product.ts';
import type { Texts } from '../texts/en.ts';

/** How a visitor wants to see the store. */
export interface Preferences {
  /** BCP 47 tag, one of the store's. */
  readonly locale: string;
  /** ISO 4217 code, one of the store's. */
  readonly currency: string;
  /** What product requests send along. */
  readonly selection: Selection;
  /** The words of the interface. */
  readonly texts: Texts;
  readonly setLocale: (locale: string) => void;
  readonly setCurrency: (currency: string) => void;
}

export const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error('usePreferences is for components inside <PreferencesProvider>.');
  return preferences;
}
