import { isWithdrawn } from '../disputes/merge-disputes.ts';
import type { ProviderFee } from '../payment-provider.ts';
import type { DisputeDocument, PaymentFacts } from '../payments/payment-facts.ts';
import { newFees } from './merge-fees.ts';

export type MovementKind =
  | 'capture'
  | 'refund'
  | 'refund_failed'
  | 'dispute_opened'
  | 'dispute_won'
  | 'dispute_lost'
  | 'fee'
  | 'fee_returned';

/** Money that moved, more than none of it. */
export interface Movement {
  readonly kind: MovementKind;
  readonly amount: number;
  /** Id of the refund or dispute, the provider's name of what a fee is for; null for captures. */
  readonly reference: string | null;
  /** Where it is another than the payment's. */
  readonly currency?: string;
}

function ofDispute(before: DisputeDocument | undefined, after: DisputeDocument): Movement[] {
  if (after.isInquiry) return [];
  const of = (kind: MovementKind) => ({ kind, amount: after.amount, reference: after.id });
  const isNew = before === undefined || before.isInquiry;
  const wasDecided = before !== undefined && !before.isInquiry && ['won', 'lost'].includes(before.state);
  return [
    ...(isNew ? [of('dispute_opened')] : []),
    ...(after.state === 'won' && (isNew || isWithdrawn(before)) ? [of('dispute_won')] : []),
    ...(after.state === 'lost' && !wasDecided ? [of('dispute_lost')] : []),
    // Decided again, against the shop: the money that had come back goes.
    ...(after.state === 'lost' && wasDecided && before.state === 'won'
      ? [of('dispute_opened'), of('dispute_lost')]
      : []),
  ];
}

function ofFees(before: readonly ProviderFee[], after: readonly ProviderFee[]): Movement[] {
  return newFees(before, after).map(({ reference, amount, currency }) => ({
    ...{ kind: amount > 0 ? 'fee' : 'fee_returned', amount: Math.abs(amount), reference, currency },
  }));
}

/** The money that moved between two looks at a payment. */
export function movementsBetween(before: PaymentFacts, after: PaymentFacts): Movement[] {
  const captured = after.payment.captured - before.payment.captured;
  const refunds = after.refunds.flatMap((refund): Movement[] => {
    const { id: reference, amount, state } = refund;
    const earlier = before.refunds.find(({ id }) => id === reference)?.state;
    if (state === earlier) return [];
    if (state === 'succeeded') return [{ kind: 'refund', amount, reference }];
    if (earlier === 'succeeded') return [{ kind: 'refund_failed', amount, reference }];
    return [];
  });
  const disputes = after.disputes.flatMap((dispute) =>
    ofDispute(
      before.disputes.find(({ id }) => id === dispute.id),
      dispute,
    ),
  );
  return [
    ...(captured > 0 ? [{ kind: 'capture' as const, amount: captured, reference: null }] : []),
    ...refunds,
    ...disputes,
    ...ofFees(before.payment.fees, after.payment.fees),
  ];
}
