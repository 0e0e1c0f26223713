import { collection, type StoredDocument } from '../../../../runtime/store/port.ts';

export interface Webhook extends StoredDocument {
  readonly url: string;
  /** `*` alone for all. */
  readonly eventTypes: readonly string[];
}

export interface WebhookEvent extends StoredDocument {
  readonly eventType: string;
  /** Of what the event tells about. */
  readonly resourceId: string;
  /** The very text that is sent: its CRC is signed, so that writing it anew would break signatures. */
  readonly body: string;
}

export interface Attempt {
  /** Business time. */
  readonly time: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly responseStatus?: number;
  readonly responseBody?: string;
  /** Why there was no answer. */
  readonly error?: string;
}

/** Of one event to one address. Its id is the transmission id. */
export interface Delivery extends StoredDocument {
  readonly eventId: string;
  readonly webhookId: string;
  readonly url: string;
  readonly status: 'PENDING' | 'SUCCESS' | 'FAILURE';
  /** Business time. */
  readonly dueAt: string;
  readonly attempts: readonly Attempt[];
}

export const webhooks = collection<Webhook>({
  name: 'paypal_webhooks',
  indexes: {
    byTime: {
      version: 1,
      columns: [{ name: 'createdAt', type: 'text' }],
      keys: ({ createdAt }) => [[createdAt]],
    },
    byUrl: { version: 1, unique: true, columns: [{ name: 'url', type: 'text' }], keys: ({ url }) => [[url]] },
  },
});

export const webhookEvents = collection<WebhookEvent>({
  name: 'paypal_webhook_events',
  indexes: {
    byTime: {
      version: 1,
      columns: [{ name: 'createdAt', type: 'text' }],
      keys: ({ createdAt }) => [[createdAt]],
    },
    byType: {
      version: 1,
      columns: [
        { name: 'eventType', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ eventType, createdAt }) => [[eventType, createdAt]],
    },
    byResource: {
      version: 1,
      columns: [
        { name: 'resourceId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ resourceId, createdAt }) => [[resourceId, createdAt]],
    },
  },
});

export const deliveries = collection<Delivery>({
  name: 'paypal_deliveries',
  indexes: {
    due: {
      version: 1,
      columns: [{ name: 'dueAt', type: 'text' }],
      keys: ({ status, dueAt }) => (status === 'PENDING' ? [[dueAt]] : []),
    },
    byEvent: {
      version: 1,
      columns: [{ name: 'eventId', type: 'text' }],
      keys: ({ eventId }) => [[eventId]],
    },
  },
});

/** What is signed in place of a webhook's id where an event is a sample; PayPal's own simulator does the same. */
export const sampleWebhookId = 'WEBHOOK_ID';

/** PayPal lets an app have ten. */
export const mostWebhooks = 10;
