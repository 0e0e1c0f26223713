import { randomUUID } from 'node:crypto';
import type { Work } from '../http/endpoint.ts';
import { newEventId } from '../http/ids.ts';
import { link } from '../http/link.ts';
import { wireTime } from '../http/wire-time.ts';
import type { EventDeclaration } from './events.ts';
import {
  deliveries,
  mostWebhooks,
  type Webhook,
  type WebhookEvent,
  webhookEvents,
  webhooks,
} from './webhook.ts';

/** Disputes have a name of their own for it. */
type Resource = { readonly id: string } | { readonly dispute_id: string };

function idOf(resource: Resource): string {
  return 'id' in resource ? resource.id : resource.dispute_id;
}

export async function insertEvent(
  { writer, now, url }: Work,
  { type, resourceType, summary }: EventDeclaration,
  resource: Resource,
): Promise<WebhookEvent> {
  const id = newEventId();
  const self = `${url}/v1/notifications/webhooks-events/${id}`;
  const body = JSON.stringify({
    ...{ id, event_version: '1.0', create_time: wireTime(now), resource_type: resourceType },
    ...{ resource_version: '2.0', event_type: type, summary, resource },
    links: [link('GET', 'self', self), link('POST', 'resend', `${self}/resend`)],
  });
  return writer.insert(webhookEvents, { id, eventType: type, resourceId: idOf(resource), body });
}

/** Notes that an event is to be sent to an address, at once. */
export async function insertDelivery(
  { writer, now }: Work,
  event: WebhookEvent,
  to: { readonly webhookId: string; readonly url: string },
): Promise<void> {
  await writer.insert(deliveries, {
    ...{ id: randomUUID(), eventId: event.id, webhookId: to.webhookId, url: to.url },
    ...{ status: 'PENDING', dueAt: now.toISOString(), attempts: [] },
  });
}

function wants({ eventTypes }: Webhook, type: string): boolean {
  return eventTypes.includes('*') || eventTypes.includes(type);
}

/** Keeps an event and a delivery to each webhook that wants it, in the transaction of what caused it. */
export async function emitEvent(
  work: Work,
  declaration: EventDeclaration,
  resource: Resource,
): Promise<void> {
  const event = await insertEvent(work, declaration, resource);
  const known = await work.writer.query(webhooks, { index: 'byTime', where: {}, pageSize: mostWebhooks });
  for (const { document } of known.items) {
    if (!wants(document, declaration.type)) continue;
    await insertDelivery(work, event, { webhookId: document.id, url: document.url });
  }
}
