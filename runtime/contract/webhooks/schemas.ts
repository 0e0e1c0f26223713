import Type from 'typebox';
import { identifier, nullable, object, resourceFields, Timestamp } from '../schema/primitives.ts';

export const endpointStatuses = ['active', 'paused', 'disabled'] as const;
export const deliveryStates = ['pending', 'delivered', 'dead'] as const;
export const conditionOperators = [
  ...(['equals', 'differs', 'contains', 'starts_with', 'exists', 'missing'] as const),
  ...(['above', 'at_least', 'below', 'at_most'] as const),
] as const;
export const apiVersions = ['v1'] as const;
/** Most endpoints that a store has. */
export const mostEndpoints = 200;

export const endpointId = identifier('whe', 'webhook endpoint');
export const deliveryId = identifier('whd', 'webhook delivery');

const EventPattern = Type.String({
  pattern: '^(\\*|[a-z][a-z0-9_]*\\.(\\*|[a-z][a-z0-9_.]*))$',
  maxLength: 100,
  description: 'An event type (`order.placed`), a family of them (`order.*`), or `*`.',
});

export const WebhookCondition = object(
  'WebhookCondition',
  {
    path: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[A-Za-z0-9_-]+(\\.([A-Za-z0-9_-]+|\\*))*$',
      description:
        "Place in the event's data, joined by dots: `grandTotal.amount`. `*` is any entry of a list: `lines.*.sku`.",
    }),
    operator: Type.Enum([...conditionOperators], {
      description: '`equals` and `differs` compare with each of `values`; `exists` and `missing` with none.',
    }),
    values: Type.Optional(
      Type.Array(Type.String({ maxLength: 500 }), {
        maxItems: 100,
        description: 'As text, also numbers and booleans: `["10000"]`, `["true"]`.',
      }),
    ),
  },
  { description: "What must hold of an event's data." },
);

/** What a caller may say of an endpoint, at its creation or later. */
export const endpointSettings = {
  url: Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2048 }),
  events: Type.Array(EventPattern, {
    minItems: 1,
    maxItems: 100,
    description:
      '`*` stands for every event but those of webhooks themselves, which are named: `webhook_endpoint.*`.',
  }),
  description: nullable(Type.String({ maxLength: 500 })),
  conditions: Type.Array(WebhookCondition, {
    maxItems: 20,
    description: 'All must hold of the data of an event for it to be sent. None lets every event through.',
  }),
  payload: Type.Enum(['full', 'thin'], {
    description: '`full` carries the data of the event; `thin` the id of its subject alone.',
  }),
  format: Type.Enum(['standard', 'cloudevents'], {
    description:
      '`standard` is the body of Standard Webhooks; `cloudevents` that of CloudEvents 1.0 in structured mode. Both are ' +
      'signed alike.',
  }),
  apiVersion: Type.Enum([...apiVersions], { description: 'The version of the shapes in `data`.' }),
  ordering: Type.Enum(['none', 'per_subject'], {
    description:
      '`per_subject` holds an event back until those before it of the same subject were delivered or given up.',
  }),
  rateLimit: nullable(
    Type.Integer({ minimum: 1, maximum: 10_000, description: 'Most requests a second; null for no limit.' }),
  ),
  disableAfterDays: nullable(
    Type.Integer({
      minimum: 1,
      maximum: 30,
      description: 'After so many days of nothing but failures it is disabled; null for never.',
    }),
  ),
};

/** Headers go in with their values, and come out by name: they may hold credentials. */
export const WebhookHeader = object('WebhookHeader', {
  name: Type.String({
    pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$",
    maxLength: 100,
    description: 'Not one that the sender sets itself: `content-type`, `host`, `webhook-id` and the like.',
  }),
  value: Type.String({ maxLength: 4096, pattern: '^[\\x20-\\x7e]*$' }),
});

export const WebhookSecretState = object(
  'WebhookSecretState',
  {
    createdAt: Timestamp,
    expiresAt: nullable(
      Type.String({
        ...Timestamp,
        description: 'Until when it signs beside the newer one; null for the newest.',
      }),
    ),
  },
  { description: 'A secret that signs now. Its value is shown once: where it is made.' },
);

const endpointFields = {
  ...resourceFields('whe', 'webhook endpoint'),
  key: nullable(
    Type.String({ description: 'Its key in headlesspro.config.ts; null where it was made by the API.' }),
  ),
  ...endpointSettings,
  headerNames: Type.Array(Type.String(), {
    description: 'Headers sent beside our own; their values are not shown.',
  }),
  status: Type.Enum([...endpointStatuses], {
    description:
      'While `paused`, events wait. `disabled` is what becomes of one that only fails: its events are dead letters, which ' +
      'can be replayed once it was resumed.',
  }),
  statusReason: nullable(Type.String()),
  statusSince: Timestamp,
  failingSince: nullable(
    Type.String({
      ...Timestamp,
      description: 'Since when every attempt has failed; null where the last one succeeded.',
    }),
  ),
  secrets: Type.Array(WebhookSecretState, {
    description: 'Newest first. Empty where the configuration names a variable.',
  }),
};

export const WebhookEndpoint = object('WebhookEndpoint', endpointFields, {
  description: 'A URL that events are sent to.',
});

export const WebhookEndpointWithSecret = object(
  'WebhookEndpointWithSecret',
  {
    ...endpointFields,
    secret: Type.String({
      description: '`whsec_…`: what receivers verify signatures with. Shown this once.',
    }),
  },
  { description: 'An endpoint with the secret that was just made.' },
);

export const WebhookAttempt = object(
  'WebhookAttempt',
  {
    number: Type.Integer({ minimum: 1 }),
    at: Timestamp,
    durationMilliseconds: Type.Integer({ minimum: 0 }),
    request: object('WebhookAttemptRequest', {
      url: Type.String(),
      headers: Type.Array(object('WebhookAttemptHeader', { name: Type.String(), value: Type.String() }), {
        description: "As they were sent; values of the endpoint's own headers are left out.",
      }),
      body: Type.String(),
    }),
    response: nullable(
      object('WebhookAttemptResponse', {
        status: Type.Integer(),
        headers: Type.Array(object('WebhookAnswerHeader', { name: Type.String(), value: Type.String() })),
        body: Type.String({ description: 'Its first 8 kB.' }),
        isBodyCut: Type.Boolean(),
      }),
    ),
    error: nullable(Type.String({ description: 'What went wrong, in plain words; null for a success.' })),
    nextAttemptAt: nullable(Type.String({ ...Timestamp, description: 'When the next one was planned for.' })),
  },
  { description: 'One request to an endpoint, and what came of it.' },
);

const deliveryFields = {
  ...resourceFields('whd', 'webhook delivery'),
  endpointId,
  state: Type.Enum([...deliveryStates], {
    description:
      '`pending` until it was delivered or given up. `dead` is a dead letter: it stays to be looked at and replayed.',
  }),
  eventId: Type.String({ description: 'Sent as `webhook-id`, the same in every attempt.' }),
  eventType: Type.String(),
  eventTime: Timestamp,
  subject: Type.String({ description: 'Id of what the event is about.' }),
  traceId: Type.String(),
  attemptCount: Type.Integer({ minimum: 0 }),
  nextAttemptAt: nullable(Timestamp),
  lastAttemptAt: nullable(Timestamp),
  lastStatus: nullable(Type.Integer({ description: 'Status of the last answer; null where none came.' })),
  lastError: nullable(Type.String()),
  deliveredAt: nullable(Timestamp),
};

export const WebhookDeliverySummary = object('WebhookDeliverySummary', deliveryFields, {
  description: 'A delivery without its attempts.',
});

export const WebhookDelivery = object(
  'WebhookDelivery',
  {
    ...deliveryFields,
    body: nullable(Type.String({ description: 'What is sent; null once it was deleted for privacy.' })),
    attempts: Type.Array(WebhookAttempt, { description: 'Oldest first; the last 50.' }),
  },
  { description: 'An event on its way to an endpoint.' },
);

export const WebhookReplay = object('WebhookReplay', {
  count: Type.Integer({ minimum: 0, description: 'Deliveries that are sent again.' }),
});

export const WebhookEventType = object(
  'WebhookEventType',
  {
    type: Type.String(),
    summary: Type.String(),
    isPersonal: Type.Boolean({ description: 'Whether its data tells of a person.' }),
    schema: Type.String({ description: 'JSON Schema of its `data`, as JSON text.' }),
  },
  { description: 'A type of event that can be sent.' },
);
