import type { Ansis } from 'ansis';

/** One try to deliver a webhook, as `hp webhooks tail` tells it. */
export interface AttemptEvent {
  readonly event: 'attempt';
  readonly time: string;
  readonly type: string | null;
  readonly endpointId: string | null;
  readonly url: string;
  readonly deliveryId: string;
  readonly eventId: string;
  /** From 1. */
  readonly attempt: number;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly isFailure: boolean;
  readonly error: string | null;
  readonly milliseconds: number | null;
  readonly subject: string | null;
  readonly traceId: string | null;
  readonly nextAttemptAt: string | null;
}

const timeOf = (moment: string) => new Date(moment).toTimeString().slice(0, 8);

/** Retries go on for days. */
function whenText(next: string, now: string): string {
  const isSameDay = new Date(next).toDateString() === new Date(now).toDateString();
  return isSameDay ? timeOf(next) : `${new Date(next).toDateString().slice(4, 10)} ${timeOf(next)}`;
}

export function attemptLine(attempt: AttemptEvent, paint: Ansis): string {
  const { time, type, url, status, isFailure, error, milliseconds, subject, nextAttemptAt } = attempt;
  const answer = String(status ?? '✖').padEnd(3);
  const took = `${Math.round(milliseconds ?? 0)} ms`.padStart(8);
  const trouble = isFailure
    ? [error, nextAttemptAt ? `next try ${whenText(nextAttemptAt, time)}` : 'no further try']
        .filter(Boolean)
        .join('; ')
    : '';
  return [
    `${paint.dim(timeOf(time))} ${isFailure ? paint.red(answer) : paint.green(answer)} ${took}`,
    (type ?? '').padEnd(28),
    `try ${attempt.attempt}`,
    paint.cyan(url),
    paint.dim(subject ?? ''),
    paint.yellow(trouble),
  ]
    .filter((part) => part !== '')
    .join('  ');
}
