import type { ProviderDispute } from '../payment-provider.ts';
import type { DisputeDocument, PaymentFacts } from '../payments/payment-facts.ts';

const rank = { needs_response: 0, under_review: 1, won: 2, lost: 3 } as const;

function merged(stored: DisputeDocument, told: ProviderDispute): DisputeDocument {
  const isOlder = rank[told.state] < rank[stored.state];
  const state = isOlder ? stored.state : told.state;
  const isInquiry = stored.isInquiry && told.isInquiry;
  const respondBy = isOlder ? stored.respondBy : told.respondBy;
  const isSame = state === stored.state && isInquiry === stored.isInquiry && respondBy === stored.respondBy;
  return isSame ? stored : { ...stored, state, isInquiry, respondBy };
}

/** The disputes of a payment after what the provider tells of them; those that are the same are the same objects. */
export function mergeDisputes(
  { payment, disputes: before }: PaymentFacts,
  told: readonly ProviderDispute[],
  nextId: () => string,
): DisputeDocument[] {
  const disputes = [...before];
  for (const one of told) {
    const index = disputes.findIndex(({ providerReference }) => providerReference === one.reference);
    const stored = disputes[index];
    if (stored) {
      disputes[index] = merged(stored, one);
      continue;
    }
    const { id: paymentId, orderId, provider, currency } = payment;
    const { reference: providerReference, state, isInquiry, amount, reason, respondBy } = one;
    disputes.push({
      ...{ id: nextId(), paymentId, orderId, provider, currency },
      ...{ providerReference, state, isInquiry, amount, reason, respondBy },
    });
  }
  return disputes;
}

/** Whether its money is gone, for now or for good. */
export function isWithdrawn({ state, isInquiry }: Pick<DisputeDocument, 'state' | 'isInquiry'>): boolean {
  return !isInquiry && state !== 'won';
}

/** Whether its money is gone until it is decided. */
export function isOpen(dispute: Pick<DisputeDocument, 'state' | 'isInquiry'>): boolean {
  return isWithdrawn(dispute) && dispute.state !== 'lost';
}
