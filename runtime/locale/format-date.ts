/** A moment's date in words: `3 March 2026`, `3. März 2026`. */
export function formatDate(time: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(time));
}

/** A moment's date in digits, for tables: `03/03/2026`, `03.03.2026`. */
export function formatShortDate(time: string, locale: string, timeZone: string): string {
  const digits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, { ...digits, timeZone }).format(new Date(time));
}
