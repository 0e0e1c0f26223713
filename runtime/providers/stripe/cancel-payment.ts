import type Stripe from 'stripe';
import type { ProviderState } from '../../services/payments/index.ts';
import { intentExpand, type Named, readPayment, stateOfIntent } from './read-payment.ts';
import { isStripeFault } from './stripe-problem.ts';

/** Closes the page, so that nobody pays on it from now on; the shopper may have been faster. */
async function closePage(stripe: Stripe, named: Named, key: string) {
  const seen = await readPayment(stripe, named);
  if (seen.session?.status !== 'open') return seen;
  try {
    await stripe.checkout.sessions.expire(seen.session.id, {}, { idempotencyKey: `${key}-page` });
  } catch (error) {
    if (!isStripeFault(error) || error.type !== 'StripeInvalidRequestError') throw error;
    const now = await readPayment(stripe, named);
    if (now.session?.status === 'open') throw error;
    return now;
  }
  return readPayment(stripe, named);
}

/** Closes the page and releases what is held. Who came first is found by reading. */
export async function cancelPayment(stripe: Stripe, named: Named, key: string): Promise<ProviderState> {
  const { session, intent } = await closePage(stripe, named, key);
  if (!intent || intent.status === 'canceled' || intent.status === 'succeeded')
    return stateOfIntent(stripe, intent, session);
  const ended = await stripe.paymentIntents.cancel(
    intent.id,
    { cancellation_reason: 'abandoned', expand: intentExpand },
    { idempotencyKey: key },
  );
  return stateOfIntent(stripe, ended, session);
}
