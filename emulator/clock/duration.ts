/** A span of time as people say it: months and years are as long as the calendar makes them. */
export interface Duration {
  readonly months: number;
  readonly milliseconds: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const units: readonly { readonly names: readonly string[]; readonly is: Duration }[] = [
  { names: ['y', 'yr', 'year'], is: { months: 12, milliseconds: 0 } },
  { names: ['mo', 'month'], is: { months: 1, milliseconds: 0 } },
  { names: ['w', 'wk', 'week'], is: { months: 0, milliseconds: 7 * day } },
  { names: ['d', 'day'], is: { months: 0, milliseconds: day } },
  { names: ['h', 'hr', 'hour'], is: { months: 0, milliseconds: hour } },
  { names: ['m', 'min', 'minute'], is: { months: 0, milliseconds: minute } },
  { names: ['s', 'sec', 'second'], is: { months: 0, milliseconds: second } },
  { names: ['ms', 'millisecond'], is: { months: 0, milliseconds: 1 } },
];

const part = /(\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*/gy;

/** ISO 8601-1, 5.5.2.2: `P1Y2M10DT2H30M`, `P2W`. */
const iso = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(?:T(?=.)(\d+H)?(\d+M)?(\d+(?:\.\d+)?S)?)?$/i;
const isoUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

function sum(parts: readonly (readonly [amount: number, unit: string])[]): Duration | undefined {
  let total: Duration = { months: 0, milliseconds: 0 };
  for (const [amount, unit] of parts) {
    const name = unit.length > 2 ? unit.replace(/s$/, '') : unit;
    const is = units.find(({ names }) => names.includes(name))?.is;
    if (!is || (is.months > 0 && !Number.isInteger(amount))) return undefined;
    total = {
      months: total.months + amount * is.months,
      milliseconds: total.milliseconds + Math.round(amount * is.milliseconds),
    };
  }
  return total;
}

/**
 * Reads `3 days`, `2h`, `1h 30m`, `1 month`, `P3DT12H`. Undefined for what it doesn't understand, rather than a guess.
 */
export function parseDuration(text: string): Duration | undefined {
  const trimmed = text.trim();
  const isoParts = iso.exec(trimmed)?.slice(1);
  if (isoParts) {
    const found = isoParts.map(
      (value, index) => [Number.parseFloat(value ?? '0'), isoUnits[index] ?? ''] as const,
    );
    return sum(found);
  }
  const words = trimmed.toLowerCase();
  const parts = [...words.matchAll(part)];
  const isWhole = parts.map(([whole]) => whole).join('') === words;
  if (parts.length === 0 || !isWhole) return undefined;
  return sum(parts.map(([, amount, unit]) => [Number(amount), unit ?? ''] as const));
}

/** The last day of a shorter month where there is no such day: 31 January and a month is 28 February. */
function addMonths(time: Date, months: number): Date {
  const result = new Date(time);
  result.setUTCMonth(result.getUTCMonth() + months, 1);
  const year = result.getUTCFullYear();
  const last = new Date(Date.UTC(year, result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(time.getUTCDate(), last));
  return result;
}

export function addDuration(time: Date, { months, milliseconds }: Duration): Date {
  return new Date(addMonths(time, months).getTime() + milliseconds);
}
