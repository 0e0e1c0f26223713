import type Stripe from 'stripe';
import type { ProviderState } from '../../services/payments/index.ts';
import { idOf, providerState } from './provider-state.ts';

const withCharge = ['latest_charge.balance_transaction', 'latest_charge.refunds.data.balance_transaction'];

const decided: readonly string[] = ['requires_capture', 'succeeded', 'canceled'];

async function refundsOf(stripe: Stripe, charge: Stripe.Charge | null): Promise<readonly Stripe.Refund[]> {
  if (!charge?.refunds) return [];
  if (!charge.refunds.has_more) return charge.refunds.data;
  return stripe.refunds.list({ charge: charge.id, limit: 100 }).autoPagingToArray({ limit: 10_000 });
}

async function disputesOf(stripe: Stripe, charge: Stripe.Charge | null): Promise<readonly Stripe.Dispute[]> {
  if (!charge?.disputed) return [];
  const { data } = await stripe.disputes.list({ charge: charge.id, limit: 100 });
  return data;
}

/** The charge of an intent that was asked for with it. */
function chargeOf(intent: Stripe.PaymentIntent | null): Stripe.Charge | null {
  const charge = intent?.latest_charge;
  return charge === null || charge === undefined || typeof charge === 'string' ? null : charge;
}

/** Everything Stripe has of a payment, from an intent that was answered with its charge and refunds. */
export async function stateOfIntent(
  stripe: Stripe,
  intent: Stripe.PaymentIntent | null,
  session: Stripe.Checkout.Session | null = null,
): Promise<ProviderState> {
  const charge = chargeOf(intent);
  return providerState({
    ...{ session, intent, charge },
    refunds: await refundsOf(stripe, charge),
    disputes: await disputesOf(stripe, charge),
  });
}

/** How an intent is asked for, so that all that is needed of it comes with it. */
export const intentExpand = withCharge;

export function retrieveIntent(stripe: Stripe, id: string): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.retrieve(id, { expand: withCharge });
}

async function readSession(stripe: Stripe, id: string) {
  const session = await stripe.checkout.sessions.retrieve(id);
  const intentId = idOf(session.payment_intent);
  return { session, intent: intentId === null ? null : await retrieveIntent(stripe, intentId) };
}

export interface Named {
  readonly reference: string;
  readonly aliases: readonly string[];
}

function isSession(name: string): boolean {
  return name.startsWith('cs_');
}

/** A payment by any of its names: the page is read only while the intent is not decided. */
export async function readPayment(
  stripe: Stripe,
  { reference, aliases }: Named,
): Promise<{ session: Stripe.Checkout.Session | null; intent: Stripe.PaymentIntent | null }> {
  if (isSession(reference)) return readSession(stripe, reference);
  const intent = await retrieveIntent(stripe, reference);
  const page = aliases.find(isSession);
  if (page === undefined || decided.includes(intent.status)) return { session: null, intent };
  return { session: await stripe.checkout.sessions.retrieve(page), intent };
}
