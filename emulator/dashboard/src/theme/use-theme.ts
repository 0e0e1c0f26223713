import { useCallback, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const storageName = 'headlesspro.theme';
const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

function stored(): Theme {
  const value = localStorage.getItem(storageName);
  return value === 'light' || value === 'dark' ? value : 'system';
}

function apply(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Before anything is drawn, so that nothing flashes. */
export function applyStoredTheme(): void {
  apply(stored());
}

/** The theme in force, and how to go on to the next. */
export function useTheme(): { readonly theme: Theme; readonly turn: () => void } {
  const [theme, setTheme] = useState<Theme>(stored);
  const turn = useCallback(() => {
    setTheme((before) => {
      const after = next[before];
      localStorage.setItem(storageName, after);
      apply(after);
      return after;
    });
  }, []);
  return { theme, turn };
}
