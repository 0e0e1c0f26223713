import type Stripe from 'stripe';
import type {
  ProviderDispute,
  ProviderMethod,
  ProviderRefund,
  ProviderState,
} from '../../services/payments/index.ts';
import { feesOf } from './fees.ts';
import { paymentFailure } from './payment-failure.ts';
import { amountOfStripe } from './stripe-amount.ts';

/** What was read of a payment: its page where it began there, and its intent once there is one. */
export interface StripePayment {
  readonly session: Stripe.Checkout.Session | null;
  readonly intent: Stripe.PaymentIntent | null;
  readonly charge: Stripe.Charge | null;
  readonly refunds: readonly Stripe.Refund[];
  readonly disputes: readonly Stripe.Dispute[];
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** An id, whether the object was expanded or not. */
export function idOf(reference: string | { readonly id: string } | null | undefined): string | null {
  if (reference === null || reference === undefined) return null;
  return typeof reference === 'string' ? reference : reference.id;
}

export function refundOf(refund: Stripe.Refund): ProviderRefund {
  const { id: reference, amount, currency, status, metadata, failure_reason: reason } = refund;
  const isOver = status === 'failed' || status === 'canceled';
  return {
    ...{ reference, refundId: metadata?.refund_id ?? null },
    amount: amountOfStripe(amount, currency),
    state: status === 'succeeded' ? 'succeeded' : isOver ? 'failed' : 'pending',
    failure: isOver ? (reason ?? 'The refund was cancelled.') : null,
  };
}

/** A held amount that is released is told as a refund too, without money that moves. */
function isRelease({ status, balance_transaction: movement, metadata, reason }: Stripe.Refund): boolean {
  if (reason === 'expired_uncaptured_charge') return true;
  return status === 'succeeded' && movement === null && metadata?.refund_id === undefined;
}

const disputeStates: Readonly<Record<string, ProviderDispute['state']>> = {
  ...{ needs_response: 'needs_response', warning_needs_response: 'needs_response' },
  ...{ under_review: 'under_review', warning_under_review: 'under_review' },
  ...{ won: 'won', warning_closed: 'won', prevented: 'won', lost: 'lost' },
};

function disputeOf({
  id,
  amount,
  currency,
  status,
  reason,
  evidence_details: details,
}: Stripe.Dispute): ProviderDispute {
  return {
    amount: amountOfStripe(amount, currency),
    ...{ reference: id, reason, isInquiry: status.startsWith('warning_') },
    state: disputeStates[status] ?? 'under_review',
    respondBy: details.due_by === null ? null : isoTime(details.due_by),
  };
}

function methodOf(charge: Stripe.Charge | null): ProviderMethod | null {
  const card = charge?.payment_method_details?.card;
  if (!charge || !card) return null;
  const { brand, last4, fingerprint, country, wallet } = card;
  return {
    ...{ kind: 'card', brand, last4, fingerprint: fingerprint ?? null, country, key: null },
    wallet: wallet?.type ?? null,
    payerEmail: charge.billing_details.email,
  };
}

/** A page that is open can be used again, whatever failed on it. */
function statusOf({ session, intent }: StripePayment): ProviderState['status'] {
  if (intent?.status === 'requires_capture' || intent?.status === 'succeeded') return 'authorized';
  if (intent?.status === 'canceled' || session?.status === 'expired') return 'cancelled';
  if (session?.status === 'open' || intent?.status === 'requires_action') return 'requires_action';
  if (intent?.status === 'requires_payment_method' && intent.last_payment_error) return 'failed';
  return 'pending';
}

function redirectOf({ session, intent }: StripePayment): string | null {
  return session?.url ?? intent?.next_action?.redirect_to_url?.url ?? null;
}

function isExpired({ session, intent }: StripePayment): boolean {
  const reason = intent?.cancellation_reason;
  return session?.status === 'expired' || reason === 'automatic' || reason === 'expired';
}

function expiryOf({ session, intent, charge }: StripePayment): string | null {
  const captureBefore = charge?.payment_method_details?.card?.capture_before;
  if (intent?.status === 'requires_capture' && captureBefore) return isoTime(captureBefore);
  return session?.status === 'open' ? isoTime(session.expires_at) : null;
}

/** What Stripe has of a payment, as all providers tell it. */
export function providerState(payment: StripePayment): ProviderState {
  const { session, intent, charge } = payment;
  const status = statusOf(payment);
  const currency = intent?.currency ?? session?.currency ?? '';
  const inOurs = (amount: number) => (amount === 0 ? 0 : amountOfStripe(amount, currency));
  const captured = inOurs(intent?.amount_received ?? 0);
  const wasPromised = charge?.status === 'succeeded';
  const names = [session?.id, intent?.id, charge?.id].filter((id) => id !== undefined);
  const refunds = captured > 0 ? payment.refunds.filter((refund) => !isRelease(refund)) : [];
  return {
    reference: intent?.id ?? session?.id ?? '',
    aliases: names,
    ...{ status, currency: currency.toUpperCase(), captured },
    amount: inOurs(intent?.amount ?? session?.amount_total ?? 0),
    authorized: wasPromised ? inOurs(charge.amount) : 0,
    capturable: inOurs(intent?.amount_capturable ?? 0),
    refunds: refunds.map(refundOf),
    disputes: payment.disputes.map(disputeOf),
    fees: feesOf({ ...payment, refunds }),
    redirectUrl: status === 'requires_action' ? redirectOf(payment) : null,
    failure: intent?.last_payment_error ? paymentFailure(intent.last_payment_error) : null,
    isExpired: isExpired(payment),
    method: methodOf(charge),
    riskScore: charge?.outcome?.risk_score ?? null,
    riskLevel: charge?.outcome?.risk_level ?? null,
    expiresAt: expiryOf(payment),
  };
}
