import type { SendNotice } from '../../send-notice.ts';
import type { DeliveryAttempt } from '../collections.ts';
import { sign } from './sign.ts';

const timeoutMilliseconds = 10_000;
const keptCharacters = 1000;

export interface Sending {
  readonly url: string;
  readonly secret: string;
  /** The event, as it is signed. */
  readonly body: string;
  /** Ends the attempt when the simulator stops. */
  readonly signal: AbortSignal;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

/** Posts an event once. */
export async function send(
  sendNotice: SendNotice,
  { url, secret, body, signal }: Sending,
): Promise<Omit<DeliveryAttempt, 'at'>> {
  try {
    const answer = await sendNotice({
      ...{ url, body, signal, timeoutMilliseconds },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': sign(body, secret, Math.floor(Date.now() / 1000)),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
    });
    return { status: answer.status, answer: answer.body.slice(0, keptCharacters) };
  } catch (error) {
    return { status: null, answer: reasonOf(error) };
  }
}
