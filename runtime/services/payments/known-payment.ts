import type { KnownPayment, ProviderState } from './payment-provider.ts';
import type { PaymentFacts } from './payments/payment-facts.ts';

/** A payment as its provider's adapter is told of it. */
export function knownPayment({ payment, refunds }: PaymentFacts, reference: string): KnownPayment {
  const { id: paymentId, aliases, amount, currency, methodKey: method } = payment;
  const { authorized, capturable, captured, isCancelled } = payment;
  return {
    ...{ paymentId, reference, aliases, amount, currency, method },
    ...{ authorized, capturable, captured, isCancelled },
    refunds: refunds.map(({ id, providerReference, amount: refunded, state }) => ({
      ...{ refundId: id, reference: providerReference, amount: refunded, state },
    })),
  };
}

/** What we know, in the provider's terms: to this, a single refund is added. */
export function stateAsKnown({ payment }: PaymentFacts): ProviderState {
  const { amount, currency, authorized, capturable, captured, isCancelled, aliases } = payment;
  const { redirectUrl, failure, method, riskScore, riskLevel, expiresAt } = payment;
  return {
    ...{
      reference: payment.providerReference ?? '',
      aliases,
      amount,
      currency,
      authorized,
      capturable,
      captured,
    },
    status: isCancelled ? 'cancelled' : 'authorized',
    ...{ refunds: [], disputes: [], fees: [], isExpired: false },
    ...{ redirectUrl, failure, method, riskScore, riskLevel, expiresAt },
  };
}
