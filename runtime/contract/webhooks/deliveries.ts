import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import { after, pageOf, pageSize, Timestamp } from '../schema/primitives.ts';
import { webhookProblems } from './problems.ts';
import {
  deliveryId,
  deliveryStates,
  endpointId,
  WebhookDelivery,
  WebhookDeliverySummary,
  WebhookEventType,
  WebhookReplay,
} from './schemas.ts';

export const deliveryOperations = defineOperations({
  'webhooks.deliveries.list': {
    summary: 'List deliveries, newest first',
    description:
      'Dead letters are those with the state `dead`. Filter by endpoint and state, by type of event, by subject, or by event.',
    http: 'GET /v1/webhooks/deliveries',
    graphql: 'query webhookDeliveries',
    scopes: ['webhooks:read'],
    input: Type.Object({
      endpointId: Type.Optional(endpointId),
      state: Type.Optional(Type.Enum([...deliveryStates])),
      eventType: Type.Optional(Type.String({ maxLength: 100, description: 'Of the event: `order.placed`.' })),
      subject: Type.Optional(Type.String({ maxLength: 200 })),
      eventId: Type.Optional(Type.String({ maxLength: 200 })),
      pageSize,
      after,
    }),
    output: pageOf(WebhookDeliverySummary),
    errors: [problems.invalidCursor, problems.invalidFilter],
    effect: 'read',
  },
  'webhooks.deliveries.get': {
    summary: 'Get a delivery with all its attempts',
    http: 'GET /v1/webhooks/deliveries/{deliveryId}',
    graphql: 'query webhookDelivery',
    scopes: ['webhooks:read'],
    input: Type.Object({ deliveryId }),
    output: WebhookDelivery,
    errors: [problems.notFound],
    effect: 'read',
  },
  'webhooks.deliveries.replay': {
    summary: 'Send a delivery once more',
    description:
      'Whatever its state: at once, with the same `webhook-id`, and with all its tries. The attempts before stay with it.',
    http: 'POST /v1/webhooks/deliveries/{deliveryId}/replay',
    graphql: 'mutation replayWebhookDelivery',
    scopes: ['webhooks:write'],
    input: Type.Object({ deliveryId }),
    output: WebhookDeliverySummary,
    errors: [problems.notFound, webhookProblems.webhookEndpointState],
    effect: 'write',
  },
  'webhooks.deliveries.replayMany': {
    summary: 'Send deliveries once more',
    description: 'All of them, or none where one can not be.',
    http: 'POST /v1/webhooks/deliveries/replay',
    graphql: 'mutation replayWebhookDeliveries',
    scopes: ['webhooks:write'],
    input: Type.Object({ deliveryIds: Type.Array(deliveryId, { minItems: 1, maxItems: 100 }) }),
    output: WebhookReplay,
    errors: [problems.notFound, webhookProblems.webhookEndpointState],
    effect: 'write',
  },
  'webhooks.deliveries.replayRange': {
    summary: 'Send the deliveries of a time once more',
    description: 'By the time of their events. Dead letters alone unless `state` says otherwise.',
    http: 'POST /v1/webhooks/endpoints/{endpointId}/replay',
    graphql: 'mutation replayWebhookRange',
    scopes: ['webhooks:write'],
    input: Type.Object({
      endpointId,
      from: Type.String({ ...Timestamp, description: 'Inclusive.' }),
      until: Type.Optional(Type.String({ ...Timestamp, description: 'Exclusive; now unless given.' })),
      state: Type.Optional(Type.Enum(['dead', 'delivered', 'all'], { default: 'dead' })),
    }),
    output: WebhookReplay,
    errors: [problems.notFound, webhookProblems.webhookEndpointState],
    effect: 'steps',
    example: { endpointId: 'whe_01JDXK5W0V8R9Q2T4M6N8P0S2A', from: '2026-11-20T00:00:00Z' },
  },
  'webhooks.eventTypes.list': {
    summary: 'List the types of events, with their schemas',
    http: 'GET /v1/webhooks/event-types',
    graphql: 'query webhookEventTypes',
    scopes: ['webhooks:read'],
    input: Type.Object({ pageSize, after }),
    output: pageOf(WebhookEventType),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
});

export const deliveryResources = [
  resource({
    name: 'WebhookDelivery',
    schema: WebhookDelivery,
    relations: {
      endpoint: {
        kind: 'one',
        resource: 'WebhookEndpoint',
        field: 'endpointId',
        description: 'Where it goes.',
      },
    },
  }),
  resource({ name: 'WebhookDeliverySummary', schema: WebhookDeliverySummary, relations: {} }),
];
