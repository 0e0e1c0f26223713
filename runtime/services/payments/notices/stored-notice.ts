import { collection, type StoredDocument } from '../../../store/port.ts';

/** A notice that was handled: the same again is not. Its id is the provider's name and its id there. */
export interface StoredNotice extends StoredDocument {
  readonly provider: string;
  readonly type: string;
  /** Null where it was about no payment of ours. */
  readonly paymentId: string | null;
  readonly expiresAt: string;
}

export const paymentNotices = collection<StoredNotice>({
  name: 'payment_notices',
  indexes: {
    byExpiry: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'expiresAt', type: 'text' },
      ],
      keys: ({ expiresAt }) => [[1, expiresAt]],
    },
  },
});
