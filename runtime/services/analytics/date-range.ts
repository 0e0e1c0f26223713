import { mostDays } from '../../contract/analytics/index.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const millisecondsADay = 86_400_000;

/** Throws `invalid_input` where the range ends before it begins, or is too long. */
export function checkRange({ from, to }: DateRange): void {
  const days = (Date.parse(to) - Date.parse(from)) / millisecondsADay + 1;
  const fault =
    days < 1
      ? 'is before "from".'
      : days > mostDays && `is ${days} days from the first one; a report spans ${mostDays} at most.`;
  if (!fault) return;
  throw problem(problems.invalidInput, {
    detail: `"to" ${fault}`,
    errors: [{ pointer: '/to', message: fault }],
  });
}

/** The day after: texts of days sort as days do. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + millisecondsADay).toISOString().slice(0, 10);
}

/** The fewest periods that make up a range: whole months where it has them, days at its ends. */
export function periodsOf({ from, to }: DateRange): string[] {
  const periods: string[] = [];
  for (let day = from; day <= to; ) {
    const month = day.slice(0, 7);
    const [year = 0, index = 0] = month.split('-').map(Number);
    const lastOfMonth = new Date(Date.UTC(year, index, 0)).toISOString().slice(0, 10);
    const isWhole = day.endsWith('-01') && lastOfMonth <= to;
    periods.push(isWhole ? month : day);
    day = dayAfter(isWhole ? lastOfMonth : day);
  }
  return periods;
}
