import { ApiError, type ConnectionError, type TimeoutError } from './errors.ts';

/** Milliseconds before the second attempt; doubled for each one after. */
const firstWait = 500;
const longestWait = 8_000;
/** The server may ask for this long, in seconds. Longer, and the caller decides. */
const longestRetryAfter = 60;

/** Whether the same request may well succeed when it is sent again. Writes carry a key, so a repeat is safe. */
export function isRetryable(error: ApiError | ConnectionError | TimeoutError): boolean {
  if (!ApiError.is(error)) return true;
  if (error.status === 408 || error.status === 429) return true;
  if (error.status === 409) return error.code === 'idempotency_in_progress';
  return error.status >= 500 && error.status !== 501;
}

/**
 * Milliseconds to wait after attempt `attempt`, or undefined where the server asks for more than is reasonable:
 * never sooner than asked.
 */
export function waitBeforeRetry(attempt: number, retryAfter: number | undefined): number | undefined {
  if (retryAfter !== undefined) return retryAfter > longestRetryAfter ? undefined : retryAfter * 1_000;
  const full = Math.min(firstWait * 2 ** (attempt - 1), longestWait);
  return full * (0.5 + Math.random() / 2);
}

/** Seconds from a Retry-After header: a number, or an HTTP date. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1_000);
}

/** Waits, and rejects with the signal's reason as soon as it is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
