import { usage } from '../cli-error.ts';

/** What stands behind `--since` and `--before`: a day of this machine's calendar, or a time. */
export function momentOf(text: string | undefined, flag: string): string | undefined {
  if (text === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = new Date(isDay ? `${text}T00:00:00` : text);
  if (!Number.isNaN(moment.getTime()) && /^\d{4}-/.test(text)) return moment.toISOString();
  throw usage('bad_time', `--${flag} ${text} is neither a day nor a time.`, {
    fix: 'Write it as 2026-03-01 or 2026-03-01T09:00:00Z.',
  });
}
