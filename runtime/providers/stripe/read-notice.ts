import type Stripe from 'stripe';
import { paymentProblems } from '../../contract/payments/index.ts';
import { problem } from '../../contract/problem.ts';
import type { ProviderNotice } from '../../services/payments/index.ts';
import { idOf, providerState } from './provider-state.ts';

/** Events after which a payment may stand otherwise than before, which a webhook should be registered for. */
export const stripeEvents: readonly string[] = [
  ...['checkout.session.completed', 'checkout.session.expired', 'checkout.session.async_payment_failed'],
  ...['payment_intent.amount_capturable_updated', 'payment_intent.succeeded', 'payment_intent.canceled'],
  ...['payment_intent.payment_failed', 'payment_intent.requires_action', 'charge.refunded', 'charge.expired'],
  // Its fee is known, which may be a while after the capture.
  'charge.updated',
  ...['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated'],
  ...['charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed'],
  ...['charge.dispute.funds_withdrawn', 'charge.dispute.funds_reinstated'],
];

interface Subject {
  readonly id: string;
  readonly object: string;
  readonly metadata?: Readonly<Record<string, string>> | null;
  readonly payment_intent?: string | { readonly id: string } | null;
  readonly charge?: string | { readonly id: string } | null;
}

const ours = /^pay_[0-9A-HJKMNP-TV-Z]{26}$/;

function standingOf(intent: Stripe.PaymentIntent): ProviderNotice['standing'] {
  const { status, capturable, captured } = providerState({
    ...{ session: null, intent, charge: null, refunds: [], disputes: [] },
  });
  return { status, capturable, captured };
}

/** What an event is about; undefined where nothing follows from it. */
export function noticeOf({
  id,
  type,
  data,
}: Pick<Stripe.Event, 'id' | 'type' | 'data'>): ProviderNotice | undefined {
  if (!stripeEvents.includes(type)) return undefined;
  if (type === 'charge.updated' && !('balance_transaction' in (data.previous_attributes ?? {})))
    return undefined;
  const subject = data.object as Subject; // of these types, all have these members
  const paymentId = subject.metadata?.payment_id ?? '';
  const isNamed = subject.object === 'refund' || subject.object === 'dispute';
  const names = [idOf(subject.payment_intent), idOf(subject.charge), isNamed ? null : subject.id];
  return {
    ...{ noticeId: id, type, paymentId: ours.test(paymentId) ? paymentId : null },
    references: names.filter((name) => name !== null),
    standing: subject.object === 'payment_intent' ? standingOf(data.object as Stripe.PaymentIntent) : null,
  };
}

function forged(detail: string) {
  return problem(paymentProblems.invalidSignature, { detail });
}

/**
 * Verifies a webhook by its signature over the very bytes. Several secrets, parted by commas, are tried in turn: while
 * one is being replaced, notices are signed with either.
 */
export function readNotice(
  stripe: Stripe,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Uint8Array,
  webhookSecret: string,
): ProviderNotice | undefined {
  const signature = headers['stripe-signature'];
  if (typeof signature !== 'string') throw forged('The notice has no header "stripe-signature".');
  const secrets = webhookSecret.split(',').map((secret) => secret.trim());
  let reason = 'No webhook secret is configured.';
  for (const secret of secrets.filter((each) => each !== '')) {
    try {
      return noticeOf(stripe.webhooks.constructEvent(Buffer.from(body), signature, secret));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // Told below, where no secret fits.
      [reason = ''] = error.message.split('\n');
    }
  }
  throw forged(reason);
}
