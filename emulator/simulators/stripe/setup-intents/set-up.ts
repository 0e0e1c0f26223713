import { authenticationOf } from '../cards/authentication.ts';
import { cardError } from '../cards/card-error.ts';
import { verdictOf } from '../charges/outcome.ts';
import { emit } from '../events/emit.ts';
import { change } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { authenticationFailure, challengeOf, requireUsable } from '../payment-intents/confirm.ts';
import { cardOf, type Method } from '../payment-intents/pay.ts';
import { attach } from '../payment-methods/attach.ts';
import { paymentMethods } from '../payment-methods/payment-method.ts';
import { StripeError } from '../stripe-error.ts';
import { type SetupIntent, setupIntents } from './setup-intent.ts';

/** The card is not ready: another may be tried. Answers the error that the caller is told. */
export async function failSetup(work: Work, intent: SetupIntent, error: StripeError): Promise<StripeError> {
  const failed = await change(work, setupIntents, intent.id, {
    ...{ status: 'requires_payment_method', payment_method: null, next_action: null },
    last_setup_error: error.body,
  });
  await emit(work, 'setup_intent.setup_failed', failed);
  return new StripeError(error.status, { ...error.body, setup_intent: failed }, { isOutcome: true });
}

/** The card is ready for later payments, and the customer's, if there is one. */
export async function completeSetup(work: Work, intent: SetupIntent, method: Method): Promise<SetupIntent> {
  const card = cardOf(method);
  const decline = card.attaches ? undefined : verdictOf(card).decline;
  if (decline)
    throw await failSetup(work, intent, cardError(decline, { payment_method: method.object }, true));
  await change(work, paymentMethods, method.object.id, {}, { isSetUp: true });
  if (intent.customer !== null && method.object.customer === null)
    await attach(work, method, intent.customer);
  const ready = await change(work, setupIntents, intent.id, {
    ...{ status: 'succeeded', payment_method: method.object.id, next_action: null, last_setup_error: null },
  });
  await emit(work, 'setup_intent.succeeded', ready);
  return ready;
}

/** Sets a card up. For later payments without the customer, a card that can be authenticated is. */
export async function confirmSetup(
  work: Work,
  intent: SetupIntent,
  method: Method,
  returnUrl: string | undefined,
): Promise<SetupIntent> {
  requireUsable(method, intent.customer);
  const isRequested = intent.payment_method_options.card.request_three_d_secure !== 'automatic';
  const card = cardOf(method);
  const authentication = authenticationOf(card, {
    isOffSession: false,
    isSetUp: method.hidden.isSetUp,
    isRequested,
  });
  if (authentication === 'refused') {
    throw await failSetup(work, intent, authenticationFailure('setup_intent', method.object));
  }
  // "Already set up" is what this card stands for: it is not asked again.
  if (authentication !== 'challenge' || card.authentication === 'onSession') {
    return completeSetup(work, intent, method);
  }
  const waiting = await change(work, setupIntents, intent.id, {
    ...{ status: 'requires_action', payment_method: method.object.id, last_setup_error: null },
    next_action: challengeOf(work, intent, returnUrl),
  });
  await emit(work, 'setup_intent.requires_action', waiting);
  return waiting;
}
