import { collection, type Reader, type StoredDocument } from '../../../../runtime/store/port.ts';
import type { Money } from '../money/money.ts';

export interface Dispute extends StoredDocument {
  readonly captureId: string;
  readonly orderId: string;
  readonly customId?: string;
  readonly invoiceId?: string;
  readonly amount: Money;
  readonly reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED';
  readonly status: 'WAITING_FOR_SELLER_RESPONSE' | 'RESOLVED';
  readonly outcome?: 'RESOLVED_BUYER_FAVOUR' | 'RESOLVED_SELLER_FAVOUR';
  readonly respondBy: string;
}

export const disputes = collection<Dispute>({
  name: 'paypal_disputes',
  indexes: {
    byCapture: {
      version: 1,
      columns: [
        { name: 'captureId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ captureId, createdAt }) => [[captureId, createdAt]],
    },
    byTime: {
      version: 1,
      columns: [{ name: 'createdAt', type: 'text' }],
      keys: ({ createdAt }) => [[createdAt]],
    },
  },
});

/** Whether a dispute of a capture waits to be decided. */
export async function isInDispute(reader: Reader, captureId: string): Promise<boolean> {
  const latest = await reader.query(disputes, {
    ...{ index: 'byCapture', where: { captureId }, direction: 'descending', pageSize: 1 },
  });
  return latest.items.some(({ document }) => document.status !== 'RESOLVED');
}
