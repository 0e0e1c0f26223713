import type { ProviderRefund } from '../payment-provider.ts';
import type { DisputeDocument, PaymentFacts, RefundDocument } from '../payments/payment-facts.ts';

const rank = { pending: 0, succeeded: 1, failed: 2 } as const;

/** A refund can only come further: what succeeded may still fail, and what failed stays so. */
function furthest<State extends keyof typeof rank>(one: State, other: State): State {
  return rank[other] > rank[one] ? other : one;
}

function merged(stored: RefundDocument, told: ProviderRefund): RefundDocument {
  const state = furthest(stored.state, told.state);
  const failure = stored.failure ?? told.failure;
  const isSame =
    state === stored.state && failure === stored.failure && told.reference === stored.providerReference;
  return isSame ? stored : { ...stored, state, failure, providerReference: told.reference };
}

/** One that was made at the provider's own dashboard. */
function foreign({ payment }: PaymentFacts, told: ProviderRefund, id: string): RefundDocument {
  const { id: paymentId, orderId, provider, currency } = payment;
  return {
    ...{ id, paymentId, orderId, provider, currency, state: told.state, amount: told.amount },
    ...{ reason: 'other', note: null, reference: null, failure: told.failure },
    providerReference: told.reference,
  };
}

/** The refunds of a payment after what the provider tells of them; those that are the same are the same objects. */
export function mergeRefunds(
  facts: PaymentFacts,
  told: readonly ProviderRefund[],
  nextId: () => string,
): RefundDocument[] {
  const refunds = [...facts.refunds];
  for (const one of told) {
    const index = refunds.findIndex(
      ({ id, providerReference }) => providerReference === one.reference || id === one.refundId,
    );
    const stored = refunds[index];
    if (stored) refunds[index] = merged(stored, one);
    else refunds.push(foreign(facts, one, nextId()));
  }
  return refunds;
}

/** What refunds in a state add up to. */
export function sumOf(
  documents: readonly (RefundDocument | DisputeDocument)[],
  states: readonly string[],
): number {
  return documents.filter(({ state }) => states.includes(state)).reduce((sum, { amount }) => sum + amount, 0);
}
