import { type OutgoingAnswer, OutgoingFailure } from '../../../outgoing/index.ts';
import { retryAfterSeconds } from '../deliveries/retry-schedule.ts';

/** What an answer, or its absence, means for a delivery. */
export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly error: string; readonly wishedSeconds: number }
  /** The receiver says that there never will be anybody. */
  | { readonly kind: 'gone'; readonly error: string };

/** Only 2xx is success; 410 ends the endpoint; everything else is tried again. */
export function judgeAnswer(outcome: OutgoingAnswer | OutgoingFailure, machineNow: Date): Verdict {
  if (outcome instanceof OutgoingFailure) return { kind: 'failed', error: outcome.message, wishedSeconds: 0 };
  const { status, headers } = outcome;
  if (status >= 200 && status <= 299) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone', error: 'It answered 410: it is gone for good.' };
  const header = (name: string) => headers.find((candidate) => candidate.name === name)?.value;
  const wishedSeconds = retryAfterSeconds(header('retry-after'), machineNow);
  const wish = wishedSeconds > 0 ? `, and asked to wait for ${wishedSeconds} seconds` : '';
  if (status >= 300 && status <= 399) {
    const to = header('location');
    const where = to === undefined ? '' : ` to ${to}`;
    return {
      kind: 'failed',
      error: `It answered ${status}${where}: redirects are not followed. Give the endpoint the URL itself.`,
      wishedSeconds,
    };
  }
  return { kind: 'failed', error: `It answered ${status}${wish}.`, wishedSeconds };
}
