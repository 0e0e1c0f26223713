/**
 * A point in time as RFC 3339 writes it: `2026-11-25T09:30:00.000Z`. Answers are in UTC; what is sent may have an offset.
 * `new Date(text)` reads it, `date.toISOString()` writes it.
 */
export type Timestamp = string;

/** A day as RFC 3339 writes it, without a time and a zone: `2026-11-25`. */
export type CalendarDate = string;
