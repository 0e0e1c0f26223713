import type { Context } from '../../../context/context.ts';
import type { NewDocument } from '../../../store/port.ts';
import { isPartner } from '../endpoints/partner-endpoint.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';
import type { StoredDelivery } from './stored-delivery.ts';

/** Of an event: what a delivery repeats, to be found by it. */
export interface DeliveredEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly traceId: string;
  readonly sequence: number;
}

/** A delivery that is due at once; a dead letter from the start where the endpoint is disabled. */
export function newDelivery(
  { ids, clock }: Context,
  event: DeliveredEvent,
  endpoint: StoredEndpoint,
): NewDocument<StoredDelivery> {
  const { payload, format, apiVersion } = endpoint;
  const isDead = endpoint.status === 'disabled';
  return {
    ...{ id: ids.next('whd'), endpointId: endpoint.id, state: isDead ? 'dead' : 'pending' },
    ...{ eventId: event.id, eventType: event.type, eventTime: event.time },
    ...{ subject: event.subject, traceId: event.traceId, sequence: event.sequence },
    ...{
      attemptCount: 0,
      tries: 0,
      shape: { payload, format, apiVersion, isMapped: isPartner(endpoint) },
    },
    isOrdered: endpoint.ordering === 'per_subject',
    nextAttemptAt: isDead ? null : clock.now().toISOString(),
    ...(isDead ? { lastError: 'It was not sent: the endpoint was disabled.' } : {}),
    ...{ lastAttemptAt: null, lastStatus: null, deliveredAt: null },
  };
}
