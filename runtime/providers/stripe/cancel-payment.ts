import type Stripe from 'stripe';
import type { ProviderState } from '../../services/payments/index.ts';
import { intentExpand, type Named, readPayment, stateOfIntent } from './read-payment.ts';

/** Closes the page, so that nobody pays on it, and releases what is held. Who came first is found by reading. */
export async function cancelPayment(stripe: Stripe, named: Named, key: string): Promise<ProviderState> {
  const { session, intent } = await readPayment(stripe, named);
  const closed =
    session?.status === 'open'
      ? await stripe.checkout.sessions.expire(session.id, {}, { idempotencyKey: `${key}-page` })
      : session;
  if (!intent || intent.status === 'canceled' || intent.status === 'succeeded')
    return stateOfIntent(stripe, intent, closed);
  const ended = await stripe.paymentIntents.cancel(
    intent.id,
    { cancellation_reason: 'abandoned', expand: intentExpand },
    { idempotencyKey: key },
  );
  return stateOfIntent(stripe, ended, closed);
}
