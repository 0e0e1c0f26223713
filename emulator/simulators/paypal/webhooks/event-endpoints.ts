import Type, { type Static } from 'typebox';
import type { Query, Reader } from '../../../../runtime/store/port.ts';
import { defined } from '../defined.ts';
import { type Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { notFound, refusal } from '../http/paypal-error.ts';
import { wireTime } from '../http/wire-time.ts';
import { insertDelivery, insertEvent } from './emit-event.ts';
import { declaredEvents } from './events.ts';
import { sampleResource } from './sample-resource.ts';
import {
  type Attempt,
  type Delivery,
  deliveries,
  mostWebhooks,
  sampleWebhookId,
  type WebhookEvent,
  webhookEvents,
  webhooks,
} from './webhook.ts';

function presentTransmission({ id, url, webhookId, status, attempts }: Delivery) {
  const last: Attempt | undefined = attempts.at(-1);
  return {
    ...{ transmission_id: id, webhook_id: webhookId, webhook_url: url, status },
    ...defined({ http_status: last?.responseStatus, reason_phrase: last?.error }),
    ...(last ? { timestamp: wireTime(last.time) } : {}),
  };
}

/** An event has a delivery a webhook, and one more for each time it is sent again. */
const mostTransmissions = 100;

async function present(reader: Reader, event: WebhookEvent): Promise<object> {
  const { items } = await reader.query(deliveries, {
    ...{ index: 'byEvent', where: { eventId: event.id }, pageSize: mostTransmissions },
  });
  const sent: object = JSON.parse(event.body);
  return { ...sent, transmissions: items.map(({ document }) => presentTransmission(document)) };
}

async function findEvent(reader: Reader, id: string): Promise<WebhookEvent> {
  const event = await reader.get(webhookEvents, id);
  if (!event) throw notFound('event_id', id);
  return event;
}

const ListQuery = Type.Object({
  page_size: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })),
  start_time: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}' })),
  end_time: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}' })),
  transaction_id: Type.Optional(Type.String({ minLength: 1 })),
  event_type: Type.Optional(Type.String({ minLength: 1 })),
});

function readTime(value: string, field: string): string {
  const time = new Date(value);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw refusal('INVALID_PARAMETER_SYNTAX', { field, value, location: 'query' });
}

/** The index that fits what is asked, latest first. */
function queryOf(asked: Static<typeof ListQuery>): Query {
  const { start_time: start, end_time: end, transaction_id: resourceId, event_type: eventType } = asked;
  const narrowed = resourceId
    ? { index: 'byResource', where: { resourceId } }
    : eventType
      ? { index: 'byType', where: { eventType } }
      : { index: 'byTime', where: {} };
  const from = start === undefined ? {} : { from: readTime(start, 'start_time') };
  const before = end === undefined ? {} : { before: readTime(end, 'end_time') };
  return {
    ...{ ...narrowed, range: { ...from, ...before }, direction: 'descending' },
    pageSize: Number(asked.page_size ?? 10),
  };
}

const list = endpoint({
  http: 'GET /v1/notifications/webhooks-events',
  summary: 'List events',
  query: ListQuery,
  limits: 'The latest page. `event_type` is not looked at beside `transaction_id`.',
  async handle({ writer, query }): Promise<Answer> {
    const { items } = await writer.query(webhookEvents, queryOf(query));
    const found = await Promise.all(items.map(({ document }) => present(writer, document)));
    return { status: 200, body: { events: found, count: found.length } };
  },
});

const show = endpoint({
  http: 'GET /v1/notifications/webhooks-events/{event_id}',
  summary: 'Show an event',
  async handle({ writer, path }) {
    return { status: 200, body: await present(writer, await findEvent(writer, path.event_id ?? '')) };
  },
});

const resend = endpoint({
  http: 'POST /v1/notifications/webhooks-events/{event_id}/resend',
  summary: 'Send an event again',
  body: Type.Object({ webhook_ids: Type.Optional(Type.Array(Type.String(), { minItems: 1 })) }),
  async handle(request) {
    const { writer, path, body } = request;
    const event = await findEvent(writer, path.event_id ?? '');
    const known = await writer.query(webhooks, { index: 'byTime', where: {}, pageSize: mostWebhooks });
    const wanted = known.items
      .map(({ document }) => document)
      .filter(({ id }) => body.webhook_ids === undefined || body.webhook_ids.includes(id));
    const missing = body.webhook_ids?.find((id) => !wanted.some((webhook) => webhook.id === id));
    if (missing !== undefined) throw notFound('webhook_id', missing);
    for (const { id: webhookId, url } of wanted) await insertDelivery(request, event, { webhookId, url });
    return { status: 202, body: await present(writer, event) };
  },
});

const simulate = endpoint({
  http: 'POST /v1/notifications/simulate-event',
  summary: 'Send a sample of an event',
  body: Type.Object({
    webhook_id: Type.Optional(Type.String({ minLength: 1 })),
    url: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+' })),
    event_type: Type.String(),
    resource_version: Type.Optional(Type.Enum(['2.0'])),
  }),
  limits: 'The events that are sent here. Signed with `WEBHOOK_ID` in place of the id of a webhook.',
  async handle(request) {
    const { writer, url, now, body, notSimulated } = request;
    const declaration = declaredEvents.find(({ type }) => type === body.event_type);
    if (!declaration) {
      notSimulated(`event ${body.event_type}`);
      throw refusal('INVALID_PARAMETER_VALUE', {
        field: '/event_type',
        value: body.event_type,
        location: 'body',
      });
    }
    const webhook = body.webhook_id === undefined ? undefined : await writer.get(webhooks, body.webhook_id);
    if (body.webhook_id !== undefined && !webhook) throw notFound('webhook_id', body.webhook_id);
    const to = webhook?.url ?? body.url;
    if (to === undefined) throw refusal('MISSING_REQUIRED_PARAMETER', { field: '/url', location: 'body' });
    const event = await insertEvent(request, declaration, sampleResource(declaration, now, url));
    await insertDelivery(request, event, { webhookId: sampleWebhookId, url: to });
    const sent: object = JSON.parse(event.body);
    return { status: 202, body: sent };
  },
});

export const eventEndpoints: readonly Endpoint[] = [list, show, resend, simulate];
