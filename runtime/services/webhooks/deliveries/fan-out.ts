import type { Context } from '../../../context/context.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { meetsConditions } from '../endpoints/conditions.ts';
import { currentEndpoints } from '../endpoints/declared-endpoints.ts';
import { takesEvent } from '../endpoints/event-patterns.ts';
import { newDelivery } from './new-delivery.ts';
import { testEvent } from './queue-test.ts';
import { webhookDeliveries } from './stored-delivery.ts';
import { aboutOf, webhookMessages } from './stored-message.ts';

/** Makes a delivery of an event for each endpoint that takes it, in the transaction that ends the event's own hand-over. */
export async function fanOut(context: Context, event: SequencedEvent): Promise<'rest' | undefined> {
  // Its one delivery was written with it.
  if (event.type === testEvent) return undefined;
  const endpoints = await currentEndpoints(context);
  if (endpoints.length === 0) return 'rest';
  const takers = endpoints.filter(
    ({ events, conditions, afterSequence }) =>
      event.sequence > afterSequence &&
      takesEvent(events, event.type) &&
      meetsConditions(conditions, event.data),
  );
  if (takers.length === 0) return undefined;
  const { id, type, subject, time, traceId, data } = event;
  const about = aboutOf(subject, data);
  await context.store.insert(webhookMessages, { id, type, subject, time, traceId, data, about });
  await context.store.insertMany(
    webhookDeliveries,
    takers.map((endpoint) => newDelivery(context, event, endpoint)),
  );
  return undefined;
}
