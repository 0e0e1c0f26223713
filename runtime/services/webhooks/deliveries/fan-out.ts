import type { Context } from '../../../context/context.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { meetsConditions } from '../endpoints/conditions.ts';
import { currentEndpoints } from '../endpoints/declared-endpoints.ts';
import { takesEvent } from '../endpoints/event-patterns.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';
import { newDelivery } from './new-delivery.ts';
import { testEvent } from './queue-test.ts';
import { webhookDeliveries } from './stored-delivery.ts';
import { aboutOf, webhookMessages } from './stored-message.ts';

function takersOf(endpoints: readonly StoredEndpoint[], event: SequencedEvent): readonly StoredEndpoint[] {
  // Its one delivery was written with it.
  if (event.type === testEvent) return [];
  return endpoints.filter(
    ({ events, conditions, afterSequence }) =>
      event.sequence > afterSequence &&
      takesEvent(events, event.type) &&
      meetsConditions(conditions, event.data),
  );
}

/**
 * Makes a delivery of each event for each endpoint that takes it, in the transaction that ends the hand-over of these
 * events.
 */
export async function fanOut(
  context: Context,
  events: readonly SequencedEvent[],
): Promise<'rest' | undefined> {
  const endpoints = await currentEndpoints(context);
  if (endpoints.length === 0) return 'rest';
  const taken = events
    .map((event) => ({ event, takers: takersOf(endpoints, event) }))
    .filter(({ takers }) => takers.length > 0);
  if (taken.length === 0) return undefined;
  await context.store.insertMany(
    webhookMessages,
    taken.map(({ event: { id, type, subject, time, traceId, data } }) => ({
      ...{ id, type, subject, time, traceId, data, about: aboutOf(subject, data) },
    })),
  );
  await context.store.insertMany(
    webhookDeliveries,
    taken.flatMap(({ event, takers }) => takers.map((endpoint) => newDelivery(context, event, endpoint))),
  );
  return undefined;
}
