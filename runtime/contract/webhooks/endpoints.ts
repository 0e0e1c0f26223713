import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import { after, object, pageOf, pageSize } from '../schema/primitives.ts';
import { webhookProblems } from './problems.ts';
import {
  endpointId,
  endpointSettings,
  WebhookDeliverySummary,
  WebhookEndpoint,
  WebhookEndpointWithSecret,
  WebhookHeader,
} from './schemas.ts';

const {
  url,
  events,
  description,
  conditions,
  payload,
  format,
  apiVersion,
  ordering,
  rateLimit,
  disableAfterDays,
} = endpointSettings;
const headers = Type.Optional(Type.Array(WebhookHeader, { maxItems: 20 }));

const input = {
  description: Type.Optional(description),
  conditions: Type.Optional(conditions),
  headers,
  payload: Type.Optional(payload),
  format: Type.Optional(format),
  apiVersion: Type.Optional(apiVersion),
  ordering: Type.Optional(ordering),
  rateLimit: Type.Optional(rateLimit),
  disableAfterDays: Type.Optional(disableAfterDays),
};

export const endpointOperations = defineOperations({
  'webhooks.endpoints.create': {
    summary: 'Create a webhook endpoint',
    description: 'The answer is the only one that shows its secret.',
    http: 'POST /v1/webhooks/endpoints',
    graphql: 'mutation createWebhookEndpoint',
    scopes: ['webhooks:write'],
    input: Type.Object({ id: Type.Optional(endpointId), url, events, ...input }),
    output: WebhookEndpointWithSecret,
    status: 201,
    errors: [webhookProblems.webhookUrlRefused, webhookProblems.webhookEndpointLimit, problems.alreadyExists],
    effect: 'write',
    example: { url: 'https://shop.example.com/hooks', events: ['order.*', 'payment.captured'] },
  },
  'webhooks.endpoints.list': {
    summary: 'List webhook endpoints, newest first',
    http: 'GET /v1/webhooks/endpoints',
    graphql: 'query webhookEndpoints',
    scopes: ['webhooks:read'],
    input: Type.Object({ pageSize, after }),
    output: pageOf(WebhookEndpoint),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'webhooks.endpoints.get': {
    summary: 'Get a webhook endpoint',
    http: 'GET /v1/webhooks/endpoints/{endpointId}',
    graphql: 'query webhookEndpoint',
    scopes: ['webhooks:read'],
    input: Type.Object({ endpointId }),
    output: WebhookEndpoint,
    errors: [problems.notFound],
    effect: 'read',
  },
  'webhooks.endpoints.update': {
    summary: 'Change a webhook endpoint',
    description:
      'What is left out stays as it is. Events that wait already are sent to the new URL, in the shape that they had.',
    http: 'PATCH /v1/webhooks/endpoints/{endpointId}',
    graphql: 'mutation updateWebhookEndpoint',
    scopes: ['webhooks:write'],
    input: Type.Object({ endpointId, url: Type.Optional(url), events: Type.Optional(events), ...input }),
    output: WebhookEndpoint,
    errors: [
      problems.notFound,
      problems.versionConflict,
      webhookProblems.webhookUrlRefused,
      webhookProblems.webhookEndpointDeclared,
    ],
    effect: 'write',
  },
  'webhooks.endpoints.delete': {
    summary: 'Delete a webhook endpoint',
    description: 'Its deliveries go with it, those that wait, too.',
    http: 'DELETE /v1/webhooks/endpoints/{endpointId}',
    graphql: 'mutation deleteWebhookEndpoint',
    scopes: ['webhooks:write'],
    input: Type.Object({ endpointId }),
    output: Type.Null(),
    status: 204,
    errors: [problems.notFound, problems.versionConflict, webhookProblems.webhookEndpointDeclared],
    effect: 'write',
  },
  'webhooks.endpoints.pause': {
    summary: 'Let events for an endpoint wait',
    http: 'POST /v1/webhooks/endpoints/{endpointId}/pause',
    graphql: 'mutation pauseWebhookEndpoint',
    scopes: ['webhooks:write'],
    input: Type.Object({ endpointId, reason: Type.Optional(Type.String({ maxLength: 500 })) }),
    output: WebhookEndpoint,
    errors: [problems.notFound, webhookProblems.webhookEndpointState],
    effect: 'write',
  },
  'webhooks.endpoints.resume': {
    summary: 'Send to an endpoint again',
    description:
      'What waited while it was paused is sent. What became a dead letter while it was disabled is sent again with ' +
      '`webhooks.deliveries.replayRange`.',
    http: 'POST /v1/webhooks/endpoints/{endpointId}/resume',
    graphql: 'mutation resumeWebhookEndpoint',
    scopes: ['webhooks:write'],
    input: Type.Object({ endpointId }),
    output: WebhookEndpoint,
    errors: [problems.notFound, webhookProblems.webhookEndpointState],
    effect: 'write',
  },
  'webhooks.endpoints.rotateSecret': {
    summary: 'Make a new secret',
    description:
      'The one before signs beside it for `overlapSeconds`, so that receivers can be changed one after the other. One ' +
      'before that ends at once.',
    http: 'POST /v1/webhooks/endpoints/{endpointId}/rotate-secret',
    graphql: 'mutation rotateWebhookSecret',
    scopes: ['webhooks:write'],
    input: Type.Object({
      endpointId,
      overlapSeconds: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 604_800, default: 86_400, description: 'A day unless given.' }),
      ),
    }),
    output: WebhookEndpointWithSecret,
    errors: [problems.notFound, webhookProblems.webhookEndpointDeclared],
    effect: 'write',
  },
  'webhooks.endpoints.test': {
    summary: 'Send an endpoint a test event',
    description:
      'Of type `webhook_endpoint.tested`, whatever the endpoint takes otherwise. Read the delivery to see what came of it.',
    http: 'POST /v1/webhooks/endpoints/{endpointId}/test',
    graphql: 'mutation testWebhookEndpoint',
    scopes: ['webhooks:write'],
    input: Type.Object({ endpointId }),
    output: WebhookDeliverySummary,
    status: 201,
    errors: [problems.notFound, webhookProblems.webhookEndpointState],
    effect: 'write',
  },
});

export const endpointResource = resource({
  name: 'WebhookEndpoint',
  schema: WebhookEndpoint,
  relations: {
    deliveries: {
      kind: 'connection',
      resource: 'WebhookDeliverySummary',
      operation: 'webhooks.deliveries.list',
      parameter: 'endpointId',
      description: 'What was sent to it, and what is on its way.',
    },
  },
});

const EndpointChanged = WebhookEndpoint;

export const endpointEvents = [
  // A URL may be a capability, so these are sealed like personal data.
  defineEvent({
    type: 'webhook_endpoint.created',
    summary: 'A webhook endpoint was created.',
    data: EndpointChanged,
    isPersonal: true,
  }),
  defineEvent({
    type: 'webhook_endpoint.updated',
    summary: 'A webhook endpoint was changed.',
    data: EndpointChanged,
    isPersonal: true,
  }),
  defineEvent({
    type: 'webhook_endpoint.deleted',
    summary: 'A webhook endpoint was deleted.',
    data: object('WebhookEndpointDeleted', { id: endpointId }),
  }),
  defineEvent({
    type: 'webhook_endpoint.paused',
    summary: 'Events for an endpoint wait.',
    data: EndpointChanged,
    isPersonal: true,
  }),
  defineEvent({
    type: 'webhook_endpoint.resumed',
    summary: 'An endpoint is sent to again.',
    data: EndpointChanged,
    isPersonal: true,
  }),
  defineEvent({
    type: 'webhook_endpoint.disabled',
    summary: 'An endpoint only failed for days, or said that it is gone: nothing is sent to it any more.',
    data: EndpointChanged,
    isPersonal: true,
  }),
  defineEvent({
    type: 'webhook_endpoint.secret_rotated',
    summary: 'An endpoint has a new secret.',
    data: EndpointChanged,
    isPersonal: true,
  }),
  defineEvent({
    type: 'webhook_endpoint.replayed',
    summary: 'Deliveries of an endpoint are sent again.',
    data: object('WebhookEndpointReplayed', { id: endpointId, count: Type.Integer({ minimum: 1 }) }),
  }),
  defineEvent({
    type: 'webhook_endpoint.tested',
    summary: 'Sent to an endpoint when somebody asks whether it works.',
    data: object('WebhookEndpointTested', { id: endpointId, message: Type.String() }),
  }),
];
