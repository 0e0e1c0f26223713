import { createCustomer } from '../customers/create-customer.ts';
import { emit } from '../events/emit.ts';
import { change, type Found, find, findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { readFields } from '../parameters/parameter.ts';
import { confirmIntent } from '../payment-intents/confirm.ts';
import { createIntent } from '../payment-intents/create.ts';
import {
  confirmFields as confirmPaymentFields,
  createFields as createPaymentFields,
} from '../payment-intents/parameters.ts';
import { type NextAction, type PaymentIntent, paymentIntents } from '../payment-intents/payment-intent.ts';
import { confirmSetupIntent, createSetupIntent } from '../setup-intents/create.ts';
import {
  confirmFields as confirmSetupFields,
  createFields as createSetupFields,
} from '../setup-intents/parameters.ts';
import { type SetupIntent, setupIntents } from '../setup-intents/setup-intent.ts';
import {
  type CheckoutSession,
  type CustomerDetails,
  checkoutSessions,
  type HiddenSession,
} from './checkout-session.ts';

export type Session = Found<CheckoutSession, HiddenSession>;
type Intent = PaymentIntent | SetupIntent;

/** What the customer wrote on the page. */
export interface Visitor {
  readonly details: CustomerDetails;
  readonly shipping: NonNullable<CheckoutSession['collected_information']>['shipping_details'];
}

async function customerOf(
  work: Work,
  { object }: Session,
  { details }: Visitor,
): Promise<string | undefined> {
  if (object.customer !== null) return object.customer;
  if (object.customer_creation !== 'always') return undefined;
  const { email, name, phone } = details;
  const members = { email: email ?? undefined, name: name ?? undefined, phone: phone ?? undefined };
  return (await createCustomer(work, members)).id;
}

async function attempt(
  work: Work,
  _session: Session,
  intent: Intent,
  method: string,
  returnUrl: string,
): Promise<Intent> {
  const raw = { payment_method: method, return_url: returnUrl };
  if (intent.object === 'payment_intent') {
    return confirmIntent(work, intent, readFields(confirmPaymentFields, raw));
  }
  return confirmSetupIntent(work, intent, readFields(confirmSetupFields, raw));
}

/** The intent of a session: made when the customer pays for the first time, and paid again where that failed. */
async function intentOf(work: Work, session: Session, visitor: Visitor): Promise<Intent> {
  const { object, hidden } = session;
  if (hidden.intentId !== null) {
    return object.mode === 'payment'
      ? (await findOrRefuse(work, paymentIntents, hidden.intentId)).object
      : (await findOrRefuse(work, setupIntents, hidden.intentId)).object;
  }
  const customer = await customerOf(work, session, visitor);
  const shared = { ...hidden.intent, customer, payment_method_types: ['card'] };
  const intent =
    object.mode === 'payment'
      ? await createIntent(
          work,
          readFields(createPaymentFields, {
            ...{ ...shared, amount: String(object.amount_total), currency: object.currency ?? '' },
          }),
        )
      : await createSetupIntent(work, readFields(createSetupFields, shared));
  await change(work, checkoutSessions, object.id, customer === undefined ? {} : { customer }, {
    intentId: intent.id,
  });
  return intent;
}

/**
 * Pays or sets up what a session is about. Answers where the customer must authenticate, or undefined when the
 * session is complete; throws where the card is declined.
 */
export async function paySession(
  work: Work,
  session: Session,
  method: string,
  visitor: Visitor,
): Promise<NextAction | undefined> {
  const intent = await intentOf(work, session, visitor);
  await change(work, checkoutSessions, session.object.id, {
    customer_details: visitor.details,
    collected_information: { shipping_details: visitor.shipping },
  });
  const returnUrl = `${work.url}/checkout/${session.object.id}/return`;
  const attempted = await attempt(work, session, intent, method, returnUrl);
  if (attempted.next_action) return attempted.next_action;
  await completeSession(work, session.object.id);
  return undefined;
}

/** Completes a session whose intent came through; leaves it open otherwise. */
export async function completeSession(work: Work, id: string): Promise<CheckoutSession> {
  const { object, hidden } = await findOrRefuse(work, checkoutSessions, id);
  if (object.status !== 'open' || hidden.intentId === null) return object;
  const isPayment = object.mode === 'payment';
  const found = isPayment
    ? await find(work, paymentIntents, hidden.intentId)
    : await find(work, setupIntents, hidden.intentId);
  const status = found?.object.status;
  if (status !== 'succeeded' && status !== 'requires_capture') return object;
  const complete = await change(work, checkoutSessions, id, {
    ...{ status: 'complete', url: null },
    ...(isPayment
      ? { payment_intent: hidden.intentId, payment_status: status === 'succeeded' ? 'paid' : 'unpaid' }
      : { setup_intent: hidden.intentId }),
  });
  await emit(work, 'checkout.session.completed', complete);
  return complete;
}
