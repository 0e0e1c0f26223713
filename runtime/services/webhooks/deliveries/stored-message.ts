import { collection, type StoredDocument } from '../../../store/port.ts';

/** An event that is sent to at least one endpoint, once for all its deliveries. Its id is the event's. */
export interface StoredMessage extends StoredDocument {
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly traceId: string;
  readonly data: unknown;
  /** Ids of whom and what it tells of, so that it is found when that is to be forgotten. */
  readonly about: readonly string[];
}

/** The subject, and the order, customer and cart that the data names. */
export function aboutOf(subject: string, data: unknown): string[] {
  const named = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const ids = named.flatMap(([name, value]) =>
    ['orderId', 'customerId', 'cartId'].includes(name) && typeof value === 'string' ? [value] : [],
  );
  return [...new Set([subject, ...ids])];
}

export const webhookMessages = collection<StoredMessage, 'data'>({
  name: 'webhook_messages',
  // Also of events that are not personal: what is in a body is nobody's business but the receiver's.
  sealed: { data: true },
  indexes: {
    byAbout: {
      version: 1,
      columns: [{ name: 'about', type: 'text' }],
      keys: ({ about }) => about.map((id) => [id]),
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
