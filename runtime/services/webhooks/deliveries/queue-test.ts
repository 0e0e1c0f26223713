import type { Context } from '../../../context/context.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';
import { newDelivery } from './new-delivery.ts';
import { type StoredDelivery, webhookDeliveries } from './stored-delivery.ts';
import { webhookMessages } from './stored-message.ts';

export const testEvent = 'webhook_endpoint.tested';

/** Emits an event for one endpoint alone, and writes its delivery at once, so that whoever asked can follow it. */
export async function queueTest(context: Context, endpoint: StoredEndpoint): Promise<StoredDelivery> {
  const { store, clock, traceId } = context;
  const subject = endpoint.id;
  const data = { id: subject, message: 'If you can read this, webhooks of this store reach you.' };
  const id = await context.emit(testEvent, subject, data);
  const event = { id, type: testEvent, subject, time: clock.now().toISOString(), traceId };
  await store.insert(webhookMessages, { ...event, data, about: [subject] });
  // It comes after no other.
  return store.insert(webhookDeliveries, newDelivery(context, { ...event, sequence: 0 }, endpoint));
}
