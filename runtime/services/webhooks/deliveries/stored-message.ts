import { collection, type StoredDocument } from '../../../store/port.ts';

/** An event that is sent to at least one endpoint, once for all its deliveries. Its id is the event's. */
export interface StoredMessage extends StoredDocument {
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly traceId: string;
  readonly data: unknown;
}

export const webhookMessages = collection<StoredMessage, 'data'>({
  name: 'webhook_messages',
  // Also of events that are not personal: what is in a body is nobody's business but the receiver's.
  sealed: { data: true },
  indexes: {
    bySubject: {
      version: 1,
      columns: [{ name: 'subject', type: 'text' }],
      keys: ({ subject }) => [[subject]],
    },
    byTime: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'time', type: 'text' },
      ],
      keys: ({ time }) => [[1, time]],
    },
  },
});
