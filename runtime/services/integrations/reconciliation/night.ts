/** The hours of a store's day, from and before, in which most warehouses have counted. */
const night = { from: 3, before: 6 } as const;
/** Time zones begin their days at full and half hours, and a few at quarters. */
const step = 15 * 60_000;

export interface Moment {
  /** `2026-03-01` */
  readonly day: string;
  readonly hour: number;
}

/** Day and hour in a time zone. */
export function momentsIn(timeZone: string): (at: Date) => Moment {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...({
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    } as const),
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
    return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
  };
}

/**
 * Whether something nightly is to be done, that was last done on a day. A night that was missed is made up for in the
 * morning; the first waits for a night, so that a fresh store has nothing to do.
 */
export function isNightDue({ day, hour }: Moment, lastDay: string | undefined): boolean {
  if (lastDay === day || hour < night.from) return false;
  return lastDay !== undefined || hour < night.before;
}

/** When it is to be done: now, where it is due, or at the beginning of the next night. */
export function nextNight(now: Date, timeZone: string, lastDay: string | undefined): Date {
  const moment = momentsIn(timeZone);
  if (isNightDue(moment(now), lastDay)) return now;
  let at = Math.floor(now.getTime() / step) * step + step;
  // No day is longer than 25 hours, nor is one without these hours.
  const end = at + 49 * 3_600_000;
  while (at < end && !isNightDue(moment(new Date(at)), lastDay)) at += step;
  return new Date(at);
}
