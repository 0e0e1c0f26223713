import type { NewDocument } from '../../../store/port.ts';
import type { StoredDispute } from '../disputes/stored-dispute.ts';
import type { StoredRefund } from '../refunds/stored-refund.ts';
import type { StoredPayment } from './stored-payment.ts';

export type PaymentDocument = NewDocument<StoredPayment>;
export type RefundDocument = NewDocument<StoredRefund>;
export type DisputeDocument = NewDocument<StoredDispute>;

/** All that is recorded of one payment: what rules about it are given. */
export interface PaymentFacts {
  readonly payment: PaymentDocument;
  readonly refunds: readonly RefundDocument[];
  readonly disputes: readonly DisputeDocument[];
}

/** What can still be given back. */
export function refundable({
  captured,
  refunded,
  refundPending,
  withdrawn,
}: Pick<StoredPayment, 'captured' | 'refunded' | 'refundPending' | 'withdrawn'>): number {
  return Math.max(0, captured - refunded - refundPending - withdrawn);
}
