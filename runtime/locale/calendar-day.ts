const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  // Sweden writes dates as RFC 3339 does. Making a format costs more than using it a thousand times.
  const format = new Intl.DateTimeFormat('sv-SE', { ...digits, timeZone });
  formats.set(timeZone, format);
  return format;
}

/** The day that a moment falls on in a time zone: `2026-03-01`. */
export function calendarDay(time: string, timeZone: string): string {
  return formatOf(timeZone).format(new Date(time));
}
