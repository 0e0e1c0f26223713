import type { Static } from 'typebox';
import type { PaymentRefund as PaymentRefundSchema } from '../../../contract/payments/index.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';

/** A refund as it is answered. */
export type PaymentRefund = Static<typeof PaymentRefundSchema>;
export type RefundState = PaymentRefund['state'];

/** `pending` and without a reference, it is not known whether the provider has heard of it. */
export interface StoredRefund extends StoredDocument {
  readonly paymentId: string;
  readonly orderId: string | null;
  readonly provider: string;
  readonly state: RefundState;
  readonly amount: number;
  readonly currency: string;
  readonly reason: PaymentRefund['reason'];
  readonly note: string | null;
  readonly reference: string | null;
  readonly failure: string | null;
  readonly providerReference: string | null;
}

export const paymentRefunds = collection<StoredRefund, 'note'>({
  name: 'payment_refunds',
  sealed: { note: true },
  indexes: {
    /** All, and those of a payment; by when they were asked for. */
    byCreated: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ paymentId, createdAt }) => [
        ['*', createdAt],
        [`payment:${paymentId}`, createdAt],
      ],
    },
  },
});

export function presentRefund(refund: StoredRefund): PaymentRefund {
  const { amount, currency, ...rest } = refund;
  return { ...rest, amount: { amount, currency } };
}
