import { cardError } from '../cards/card-error.ts';
import type { Decline } from '../cards/declines.ts';
import { type TestCard, testCardNamed } from '../cards/test-cards.ts';
import { type AuthenticationFlow, chargeCard, holdSeconds } from '../charges/charge-card.ts';
import { followUp } from '../disputes/follow-up.ts';
import { emit } from '../events/emit.ts';
import { change, type Found } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { attach } from '../payment-methods/attach.ts';
import { type HiddenMethod, type PaymentMethod, paymentMethods } from '../payment-methods/payment-method.ts';
import { StripeError } from '../stripe-error.ts';
import { schedule } from '../tasks/schedule.ts';
import { type PaymentIntent, paymentIntents } from './payment-intent.ts';

export type Method = Found<PaymentMethod, HiddenMethod>;

/** The test card that a method behaves like. */
export function cardOf({ hidden }: Method): TestCard {
  const card = testCardNamed(hidden.behaviour);
  if (!card)
    throw new Error(`The stored payment method behaves like "${hidden.behaviour}", which is no test card.`);
  return card;
}

/** The payment did not come about: another card may be tried. */
export async function failIntent(
  work: Work,
  intent: PaymentIntent,
  error: StripeError,
): Promise<PaymentIntent> {
  const { charge } = error.body;
  const failed = await change(work, paymentIntents, intent.id, {
    ...{ status: 'requires_payment_method', payment_method: null, next_action: null },
    last_payment_error: error.body,
    ...(typeof charge === 'string' ? { latest_charge: charge } : {}),
  });
  await emit(work, 'payment_intent.payment_failed', failed);
  return failed;
}

/** What a caller is told of a failed payment: the error, with the intent as it is now. */
export function failureWith(error: StripeError, intent: PaymentIntent): StripeError {
  const body = { ...error.body, payment_intent: intent };
  return new StripeError(error.status, body, { isOutcome: true });
}

async function keepMethod(work: Work, intent: PaymentIntent, method: Method, isAuthenticated: boolean) {
  const { customer, setup_future_usage } = intent;
  if (customer === null) {
    await change(work, paymentMethods, method.object.id, {}, { isConsumed: true });
    return;
  }
  if (setup_future_usage === null) return;
  if (isAuthenticated) await change(work, paymentMethods, method.object.id, {}, { isSetUp: true });
  if (method.object.customer === null) await attach(work, method, customer);
}

/**
 * Charges the card of an intent. Answers the intent that was paid or held; throws where the card is declined, as an
 * outcome that is kept.
 */
export async function pay(
  work: Work,
  intent: PaymentIntent,
  method: Method,
  flow: AuthenticationFlow,
  forced?: Decline,
): Promise<PaymentIntent> {
  const card = cardOf(method);
  const { charge, decline } = await chargeCard(work, {
    ...{ intent, method: method.object, card, flow, decline: forced },
  });
  if (decline) {
    const error = cardError(decline, { charge: charge.id, payment_method: method.object }, true);
    throw failureWith(error, await failIntent(work, intent, error));
  }
  const isHeld = intent.capture_method === 'manual';
  const paid = await change(work, paymentIntents, intent.id, {
    ...{ status: isHeld ? 'requires_capture' : 'succeeded', latest_charge: charge.id },
    ...{ payment_method: method.object.id, next_action: null, last_payment_error: null },
    amount_capturable: isHeld ? intent.amount : 0,
    amount_received: isHeld ? 0 : intent.amount,
  });
  await keepMethod(work, paid, method, flow !== 'none');
  await emit(work, isHeld ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', paid);
  if (isHeld) await schedule(work, 'expire_hold', intent.id, holdSeconds);
  else await followUp(work, charge, card);
  return paid;
}
