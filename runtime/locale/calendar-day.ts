import { Formats } from './formats.ts';

const formats = new Formats<Intl.DateTimeFormat>();

/** The day that a moment falls on in a time zone: `2026-03-01`. */
export function calendarDay(time: string, timeZone: string): string {
  const digits = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  // Sweden writes dates as RFC 3339 does.
  const format = formats.of(timeZone, () => new Intl.DateTimeFormat('sv-SE', { ...digits, timeZone }));
  return format.format(new Date(time));
}
