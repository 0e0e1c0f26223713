import { change, findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { authenticationFailure } from '../payment-intents/confirm.ts';
import { failIntent, failureWith, pay } from '../payment-intents/pay.ts';
import type { PaymentIntent } from '../payment-intents/payment-intent.ts';
import { paymentMethods } from '../payment-methods/payment-method.ts';
import { completeSetup, failSetup } from '../setup-intents/set-up.ts';
import { type SetupIntent, setupIntents } from '../setup-intents/setup-intent.ts';

/** Goes on with an intent once the customer has answered. Throws where the payment fails, as an outcome. */
export async function answerChallenge(
  work: Work,
  intent: PaymentIntent | SetupIntent,
  isAuthenticated: boolean,
): Promise<void> {
  const method = await findOrRefuse(work, paymentMethods, intent.payment_method ?? '');
  if (intent.object === 'payment_intent') {
    if (isAuthenticated) {
      await pay(work, intent, method, 'challenge');
      return;
    }
    const error = authenticationFailure('payment_intent', method.object);
    throw failureWith(error, await failIntent(work, intent, error));
  }
  if (!isAuthenticated)
    throw await failSetup(work, intent, authenticationFailure('setup_intent', method.object));
  await change(work, setupIntents, intent.id, { next_action: null });
  await completeSetup(work, intent, method);
}
