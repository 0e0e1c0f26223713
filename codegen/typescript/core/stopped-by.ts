import { CancelledError, type FailureContext, TimeoutError } from './errors.ts';
import type { RequestDescription } from './options.ts';

/** The error of a call whose signal was aborted: by the caller, or by its time. */
export function stoppedBy(
  reason: unknown,
  request: RequestDescription,
  context: FailureContext,
): CancelledError | TimeoutError {
  const isTimeout = reason instanceof Error && reason.name === 'TimeoutError';
  return isTimeout
    ? new TimeoutError(place(request, "the signal's time was up", context), 'deadline', context)
    : new CancelledError(place(request, 'cancelled', context), context, { cause: reason });
}

/** `what` did not come in so many milliseconds. */
export function outOfTime(
  request: RequestDescription,
  what: string,
  limit: 'timeout' | 'deadline',
  allowed: number | undefined,
  context: FailureContext,
): TimeoutError {
  return new TimeoutError(
    place(request, `no ${what} within the ${limit} of ${allowed} ms`, context),
    limit,
    context,
  );
}

function place({ method, path }: RequestDescription, what: string, { attempts }: FailureContext): string {
  return `${method} ${path}: ${what} (attempt ${attempts}).`;
}
