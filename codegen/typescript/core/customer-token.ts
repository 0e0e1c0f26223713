import type { FailureContext } from './errors.ts';
import type { CustomerToken, RequestDescription, RequestOptions } from './options.ts';
import { outOfTime, stoppedBy } from './stopped-by.ts';

/**
 * The token that the caller's function gives. One that never comes is waited for as long as an answer would be: until
 * the signal is aborted, or the deadline is over.
 */
export function askForToken(
  customerToken: CustomerToken,
  refused: string | undefined,
  { signal, deadline }: RequestOptions,
  deadlineAt: number,
  request: RequestDescription,
  context: FailureContext,
): Promise<string | undefined> {
  if (signal?.aborted) return Promise.reject(stoppedBy(signal.reason, request, context));
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(stoppedBy(signal?.reason, request, context));
    const onDeadline = (): void => reject(outOfTime(request, 'customerToken', 'deadline', deadline, context));
    const timer = deadline === undefined ? undefined : setTimeout(onDeadline, deadlineAt - performance.now());
    signal?.addEventListener('abort', onAbort);
    const ask = async (): Promise<string | undefined> => customerToken(refused);
    const forget = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    ask().then(resolve, reject).finally(forget);
  });
}
