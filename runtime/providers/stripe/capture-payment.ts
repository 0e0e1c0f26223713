import type Stripe from 'stripe';
import type { KnownPayment, ProviderState } from '../../services/payments/index.ts';
import { intentExpand, retrieveIntent, stateOfIntent } from './read-payment.ts';
import { stripeAmount } from './stripe-amount.ts';
import { isStripeFault } from './stripe-problem.ts';

/**
 * Takes the money. Stripe forgets keys after a day and then refuses what it has done already: that is answered as it
 * was the first time.
 */
export async function capturePayment(
  stripe: Stripe,
  { reference, currency, captured }: KnownPayment,
  amount: number,
  idempotencyKey: string,
): Promise<ProviderState> {
  try {
    const intent = await stripe.paymentIntents.capture(
      reference,
      { amount_to_capture: stripeAmount(amount, currency), expand: intentExpand },
      { idempotencyKey },
    );
    return await stateOfIntent(stripe, intent);
  } catch (error) {
    if (!isStripeFault(error) || error.code !== 'payment_intent_unexpected_state') throw error;
    const state = await stateOfIntent(stripe, await retrieveIntent(stripe, reference));
    if (state.captured !== amount && state.captured !== captured + amount) throw error;
    return state;
  }
}
