import type { Static } from 'typebox';
import type { WebhookDelivery, WebhookDeliverySummary } from '../../../contract/webhooks/index.ts';
import { collection } from '../../../store/port.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';

type ShownDelivery = Static<typeof WebhookDelivery>;
type ShownAttempt = ShownDelivery['attempts'][number];
export type DeliverySummary = Static<typeof WebhookDeliverySummary>;

/** What was sent is what the delivery sends, so an attempt keeps the rest. */
export type StoredAttempt = Omit<ShownAttempt, 'request'> & {
  readonly request: Omit<ShownAttempt['request'], 'body'>;
};

/** As it is stored: the summary, its attempts, and how it is to be sent. */
export interface StoredDelivery extends Omit<DeliverySummary, 'lastError'> {
  /** Not there before the first: what nothing came of yet is written without sealing anything. */
  readonly attempts?: readonly StoredAttempt[];
  readonly lastError?: string | null;
  /** Tries of this round; a replay begins another. */
  readonly tries: number;
  /** Of the event, for the order in which they are sent. */
  readonly sequence: number;
  readonly isOrdered: boolean;
  /** The shape that the endpoint had when the event happened. */
  readonly shape: Pick<StoredEndpoint, 'payload' | 'format' | 'apiVersion'> & {
    /** Whether the event holds the very body that a partner gets. */
    readonly isMapped: boolean;
  };
}

export const webhookDeliveries = collection<StoredDelivery, 'attempts' | 'lastError'>({
  name: 'webhook_deliveries',
  // An answer may repeat what was sent.
  sealed: { attempts: true, lastError: true },
  indexes: {
    /** One delivery an endpoint of each event. */
    byEvent: {
      version: 1,
      columns: [
        { name: 'eventId', type: 'text' },
        { name: 'endpointId', type: 'text' },
      ],
      unique: true,
      keys: ({ eventId, endpointId }) => [[eventId, endpointId]],
    },
    bySubject: {
      version: 1,
      columns: [
        { name: 'subject', type: 'text' },
        { name: 'eventTime', type: 'text' },
      ],
      keys: ({ subject, eventTime }) => [[subject, eventTime]],
    },
    byType: {
      version: 1,
      columns: [
        { name: 'type', type: 'text' },
        { name: 'eventTime', type: 'text' },
      ],
      keys: ({ eventType, eventTime }) => [[eventType, eventTime]],
    },
    /** Under `*` for all endpoints, or all states. */
    byState: {
      version: 1,
      columns: [
        { name: 'endpointId', type: 'text' },
        { name: 'state', type: 'text' },
        { name: 'eventTime', type: 'text' },
      ],
      keys: ({ endpointId, state, eventTime }) => [
        ['*', '*', eventTime],
        ['*', state, eventTime],
        [endpointId, '*', eventTime],
        [endpointId, state, eventTime],
      ],
    },
    /** What is to be sent, in the order in which it is. */
    due: {
      version: 1,
      columns: [
        { name: 'endpointId', type: 'text' },
        { name: 'nextAttemptAt', type: 'text' },
        { name: 'sequence', type: 'integer' },
      ],
      keys: ({ endpointId, nextAttemptAt, sequence }) =>
        nextAttemptAt === null ? [] : [[endpointId, nextAttemptAt, sequence]],
    },
    /** What keeps later events of its subject waiting. */
    ordered: {
      version: 1,
      columns: [
        { name: 'endpointId', type: 'text' },
        { name: 'subject', type: 'text' },
        { name: 'sequence', type: 'integer' },
      ],
      keys: ({ isOrdered, state, endpointId, subject, sequence }) =>
        isOrdered && state === 'pending' ? [[endpointId, subject, sequence]] : [],
    },
  },
});

/** A delivery without its attempts. */
export function summaryOf(delivery: StoredDelivery): DeliverySummary {
  const { attempts: _attempts, tries: _tries, sequence: _sequence, ...rest } = delivery;
  const { isOrdered: _isOrdered, shape: _shape, lastError = null, ...summary } = rest;
  return { ...summary, lastError };
}

/** A delivery as the contract has it; `body` is null where the event's data was deleted. */
export function presentDelivery(delivery: StoredDelivery, body: string | null): ShownDelivery {
  const attempts = (delivery.attempts ?? []).map((attempt) => ({
    ...attempt,
    request: { ...attempt.request, body: body ?? '' },
  }));
  return { ...summaryOf(delivery), body, attempts };
}
