const date = /^\d{4}-\d{2}-\d{2}$/;
/** RFC 3339, 5.6; seconds may be left out. */
const time = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/;

/** Reads a date (midnight UTC), or a time with its zone: one without would be another in each place. */
export function parseTime(text: string): Date | undefined {
  const trimmed = text.trim();
  if (!date.test(trimmed) && !time.test(trimmed)) return undefined;
  const read = new Date(trimmed.replace(' ', 'T').toUpperCase());
  if (Number.isNaN(read.getTime())) return undefined;
  // 30 February is read as 2 March.
  const [year, month, day] = trimmed.slice(0, 10).split('-').map(Number);
  const last = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  return (day ?? 0) > last ? undefined : read;
}
