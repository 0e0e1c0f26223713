import { move, processingFee } from '../balance/balance-transaction.ts';
import type { Decline } from '../cards/declines.ts';
import type { TestCard } from '../cards/test-cards.ts';
import { emit } from '../events/emit.ts';
import { insert } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import type { PaymentIntent } from '../payment-intents/payment-intent.ts';
import type { PaymentMethod } from '../payment-methods/payment-method.ts';
import { type Charge, charges } from './charge.ts';
import { verdictOf } from './outcome.ts';

/** How the customer was authenticated before the charge. */
export type AuthenticationFlow = 'none' | 'challenge' | 'frictionless';

/** Seconds that an authorization is held for its capture. */
export const holdSeconds = 7 * 24 * 60 * 60;

export interface ChargeRequest {
  readonly intent: PaymentIntent;
  readonly method: PaymentMethod;
  readonly card: TestCard;
  readonly flow: AuthenticationFlow;
  /** Declines whatever the card says. */
  readonly decline?: Decline | undefined;
}

export interface ChargeResult {
  readonly charge: Charge;
  readonly decline: Decline | undefined;
}

function threeDSecure(flow: AuthenticationFlow): object | null {
  if (flow === 'none') return null;
  return {
    ...{ authentication_flow: flow, electronic_commerce_indicator: '05', exemption_indicator: null },
    ...{ result: 'authenticated', result_reason: null, transaction_id: null, version: '2.2.0' },
  };
}

function cardDetails(work: Work, { intent, method, flow }: ChargeRequest, isHeld: boolean): object {
  const { brand, checks, country, exp_month, exp_year, fingerprint, funding, last4, wallet } = method.card;
  return {
    ...{ amount_authorized: intent.amount, authorization_code: null, brand },
    ...(isHeld ? { capture_before: work.now + holdSeconds } : {}),
    ...{ checks, country, exp_month, exp_year, extended_authorization: { status: 'disabled' } },
    ...{
      fingerprint,
      funding,
      incremental_authorization: { status: 'unavailable' },
      installments: null,
      last4,
    },
    ...{
      mandate: null,
      multicapture: { status: 'unavailable' },
      network: brand,
      network_token: { used: false },
    },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
    ...{ regulated_status: 'unregulated', three_d_secure: threeDSecure(flow), wallet },
  };
}

/** Moves the money of a charge that is captured. */
export async function settle(
  work: Work,
  charge: Pick<Charge, 'id' | 'currency' | 'description'>,
  amount: number,
  card: TestCard | undefined,
): Promise<string> {
  const movement = await move(work, {
    ...{ amount, currency: charge.currency, fee: processingFee(amount), description: charge.description },
    ...{ source: charge.id, type: 'charge', category: 'charge' },
    isAvailableAtOnce: card?.bypassesPending ?? false,
  });
  return movement.id;
}

/** Charges a card for an intent, or holds the amount, and tells of it. A declined charge is kept too. */
export async function chargeCard(work: Work, request: ChargeRequest): Promise<ChargeResult> {
  const { intent, method, card } = request;
  const { outcome, decline } = verdictOf(card, request.decline ?? card.decline);
  const id = charges.newId();
  const isHeld = !decline && intent.capture_method === 'manual';
  const isCaptured = !decline && !isHeld;
  const { amount, currency, customer, description, metadata, shipping, receipt_email } = intent;
  const { statement_descriptor, statement_descriptor_suffix, transfer_group } = intent;
  const transaction = isCaptured ? await settle(work, { id, currency, description }, amount, card) : null;
  const charge = await insert(
    work,
    charges,
    {
      ...{ id, object: 'charge', amount, amount_captured: isCaptured ? amount : 0, amount_refunded: 0 },
      ...{ application: null, application_fee: null, application_fee_amount: null },
      ...{ balance_transaction: transaction, billing_details: method.billing_details },
      calculated_statement_descriptor: statement_descriptor ?? 'SIMULATED ACCOUNT',
      ...{ captured: isCaptured, created: work.now, currency, customer, description, disputed: false },
      failure_balance_transaction: null,
      ...{
        failure_code: decline?.code ?? null,
        failure_message: decline?.message ?? null,
        fraud_details: {},
      },
      ...{
        livemode: false,
        metadata,
        on_behalf_of: null,
        outcome,
        paid: !decline,
        payment_intent: intent.id,
      },
      payment_method: method.id,
      payment_method_details: { type: 'card', card: cardDetails(work, request, isHeld) },
      ...{ radar_options: {}, receipt_email, receipt_number: null, receipt_url: null, refunded: false },
      ...{ review: null, shipping, source: null, source_transfer: null },
      ...{ statement_descriptor, statement_descriptor_suffix, status: decline ? 'failed' : 'succeeded' },
      ...{ transfer_data: null, transfer_group },
    },
    { behaviour: card.name },
  );
  await emit(work, decline ? 'charge.failed' : 'charge.succeeded', charge);
  return { charge, decline };
}
