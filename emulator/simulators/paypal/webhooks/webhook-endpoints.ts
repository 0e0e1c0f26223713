import Type, { type Static } from 'typebox';
import type { Reader } from '../../../../runtime/store/port.ts';
import { defined } from '../defined.ts';
import { checkValue } from '../http/check-value.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { newId } from '../http/ids.ts';
import { link } from '../http/link.ts';
import { notFound, refusal } from '../http/paypal-error.ts';
import { declaredEvents } from './events.ts';
import { mostWebhooks, type Webhook, webhooks } from './webhook.ts';

const EventTypes = Type.Array(Type.Object({ name: Type.String({ pattern: '^(\\*|[A-Z0-9._-]+)$' }) }), {
  minItems: 1,
  maxItems: 500,
});
const WebhookBody = Type.Object({
  // Any address will do: PayPal asks for HTTPS, which nothing on a laptop has.
  url: Type.String({ pattern: '^https?://[^\\s/]+', maxLength: 2048 }),
  event_types: EventTypes,
});
const Patch = Type.Array(
  Type.Object({
    op: Type.Enum(['replace']),
    path: Type.Enum(['/url', '/event_types']),
    value: Type.Unknown(),
  }),
  { minItems: 1 },
);

function present({ id, url, eventTypes }: Webhook, ownUrl: string) {
  const self = `${ownUrl}/v1/notifications/webhooks/${id}`;
  return {
    ...{ id, url },
    event_types: eventTypes.map(describe),
    links: [link('GET', 'self', self), link('PATCH', 'update', self), link('DELETE', 'delete', self)],
  };
}

function describe(name: string) {
  if (name === '*') return { name, description: 'ALL', status: 'ENABLED' };
  const description = declaredEvents.find(({ type }) => type === name)?.when;
  return { name, ...defined({ description }), status: 'ENABLED' };
}

async function findWebhook(reader: Reader, id: string): Promise<Webhook> {
  const webhook = await reader.get(webhooks, id);
  if (!webhook) throw notFound('webhook_id', id);
  return webhook;
}

async function checkUrl(reader: Reader, url: string, self?: string): Promise<void> {
  const taken = await reader.find(webhooks, 'byUrl', { url });
  if (taken && taken.id !== self) {
    throw refusal('WEBHOOK_URL_ALREADY_EXISTS', { field: 'url', value: url, location: 'body' });
  }
}

/** Names of what is asked for; PayPal has many events that are never sent here, which is told. */
function namesOf(eventTypes: Static<typeof EventTypes>, notSimulated: (what: string) => void): string[] {
  const names = [...new Set(eventTypes.map(({ name }) => name))];
  for (const name of names) {
    const isSent = name === '*' || declaredEvents.some(({ type }) => type === name);
    if (!isSent) notSimulated(`event ${name}`);
  }
  return names;
}

const create = endpoint({
  http: 'POST /v1/notifications/webhooks',
  summary: 'Create a webhook',
  body: WebhookBody,
  limits: 'All clients share their webhooks. Addresses need no HTTPS.',
  async handle({ writer, url, body, notSimulated }) {
    await checkUrl(writer, body.url);
    const known = await writer.count(webhooks, { index: 'byTime', where: {} }, mostWebhooks);
    if (known >= mostWebhooks) throw refusal('WEBHOOK_NUMBER_LIMIT_EXCEEDED');
    const eventTypes = namesOf(body.event_types, notSimulated);
    const webhook = await writer.insert(webhooks, { id: newId(), url: body.url, eventTypes });
    return { status: 201, body: present(webhook, url) };
  },
});

const list = endpoint({
  http: 'GET /v1/notifications/webhooks',
  summary: 'List webhooks',
  async handle({ writer, url }) {
    const { items } = await writer.query(webhooks, { index: 'byTime', where: {}, pageSize: mostWebhooks });
    return { status: 200, body: { webhooks: items.map(({ document }) => present(document, url)) } };
  },
});

const show = endpoint({
  http: 'GET /v1/notifications/webhooks/{webhook_id}',
  summary: 'Show a webhook',
  async handle({ writer, url, path }) {
    return { status: 200, body: present(await findWebhook(writer, path.webhook_id ?? ''), url) };
  },
});

const update = endpoint({
  http: 'PATCH /v1/notifications/webhooks/{webhook_id}',
  summary: 'Change a webhook',
  body: Patch,
  async handle({ writer, url, path, body, notSimulated }) {
    const found = await findWebhook(writer, path.webhook_id ?? '');
    const replaced = Object.fromEntries(body.map(({ path: at, value }) => [at.slice(1), value]));
    const current = { url: found.url, event_types: found.eventTypes.map((name) => ({ name })) };
    const wanted = checkValue(WebhookBody, { ...current, ...replaced }, 'body', notSimulated);
    await checkUrl(writer, wanted.url, found.id);
    const eventTypes = namesOf(wanted.event_types, notSimulated);
    const changed = await writer.update<Webhook>(webhooks, found.id, (webhook) => ({
      ...webhook,
      ...{ url: wanted.url, eventTypes },
    }));
    return { status: 200, body: present(changed, url) };
  },
});

const remove = endpoint({
  http: 'DELETE /v1/notifications/webhooks/{webhook_id}',
  summary: 'Delete a webhook',
  async handle({ writer, path }) {
    const { id } = await findWebhook(writer, path.webhook_id ?? '');
    await writer.delete(webhooks, id);
    return { status: 204 };
  },
});

const showEventTypes = endpoint({
  http: 'GET /v1/notifications/webhooks/{webhook_id}/event-types',
  summary: 'List the event types of a webhook',
  async handle({ writer, path }) {
    const { eventTypes } = await findWebhook(writer, path.webhook_id ?? '');
    return { status: 200, body: { event_types: eventTypes.map(describe) } };
  },
});

const listEventTypes = endpoint({
  http: 'GET /v1/notifications/webhooks-event-types',
  summary: 'List all event types',
  limits: 'Those that are sent here; PayPal has many more.',
  async handle() {
    return { status: 200, body: { event_types: declaredEvents.map(({ type }) => describe(type)) } };
  },
});

export const webhookEndpoints: readonly Endpoint[] = [
  ...[create, list, show, update, remove],
  ...[showEventTypes, listEventTypes],
];
