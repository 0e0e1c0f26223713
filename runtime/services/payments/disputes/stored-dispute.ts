import type { Static } from 'typebox';
import type { PaymentDispute as PaymentDisputeSchema } from '../../../contract/payments/index.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';

/** A dispute as it is answered. */
export type PaymentDispute = Static<typeof PaymentDisputeSchema>;
export type DisputeState = PaymentDispute['state'];

export interface StoredDispute extends StoredDocument {
  readonly paymentId: string;
  readonly orderId: string | null;
  readonly provider: string;
  readonly state: DisputeState;
  readonly isInquiry: boolean;
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  readonly respondBy: string | null;
  readonly providerReference: string;
}

export const paymentDisputes = collection<StoredDispute>({
  name: 'payment_disputes',
  indexes: {
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

export function presentDispute(dispute: StoredDispute): PaymentDispute {
  const { amount, currency, ...rest } = dispute;
  return { ...rest, amount: { amount, currency } };
}
