import { endpoint } from '../endpoint.ts';
import { eventTypes } from '../events/event-types.ts';
import { randomText } from '../ids.ts';
import { list } from '../objects/list.ts';
import { change, findOrRefuse, insert, remove } from '../objects/resource.ts';
import { expand, mergeMetadata, page } from '../parameters/common.ts';
import { flag, list as listOf, metadata, required, text } from '../parameters/parameter.ts';
import { badRequest } from '../stripe-error.ts';
import { mostEndpoints } from './endpoints-for.ts';
import { type WebhookEndpoint, webhookEndpoints } from './webhook-endpoint.ts';

function requireUrl(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  throw badRequest('Invalid URL: An explicit scheme (such as https) must be provided.', {
    code: 'url_invalid',
    param: 'url',
  });
}

/** Names of events that Stripe may have; those that are never sent here are allowed, for they do no harm. */
function requireEventNames(names: readonly string[]): void {
  const wrong = names.find(
    (name) => name !== '*' && !Object.hasOwn(eventTypes, name) && !/^[a-z_]+(\.[a-z_]+)+$/.test(name),
  );
  if (wrong === undefined) return;
  throw badRequest(`Invalid enabled_events: "${wrong}" is no type of event.`, { param: 'enabled_events' });
}

export const webhookEndpointEndpoints = [
  endpoint({
    http: 'POST /v1/webhook_endpoints',
    summary: 'Create a webhook endpoint',
    parameters: {
      ...{ ...expand, url: required(text()), enabled_events: required(listOf(text())) },
      ...{ description: text(), metadata: metadata(), api_version: text() },
    },
    limits: 'Events have the shapes of one version, whatever `api_version` says. Plain http is allowed.',
    async handle(work, input) {
      requireUrl(input.url);
      requireEventNames(input.enabled_events);
      const others = await list(work, webhookEndpoints, '', { limit: mostEndpoints });
      if (others.data.length >= mostEndpoints) {
        throw badRequest(`You have reached the maximum of ${mostEndpoints} webhook endpoints.`);
      }
      const secret = `whsec_${randomText(32)}`;
      const made: WebhookEndpoint = {
        ...{ id: webhookEndpoints.newId(), object: 'webhook_endpoint', application: null },
        ...{
          api_version: input.api_version ?? null,
          created: work.now,
          description: input.description ?? null,
        },
        ...{ enabled_events: input.enabled_events, livemode: false, metadata: input.metadata ?? {} },
        ...{ status: 'enabled', url: input.url },
      };
      // Shown this once.
      return { ...(await insert(work, webhookEndpoints, made, { secret })), secret };
    },
  }),
  endpoint({
    http: 'GET /v1/webhook_endpoints',
    summary: 'List webhook endpoints',
    parameters: { ...page, ...expand },
    handle: (work, options) => list(work, webhookEndpoints, '/v1/webhook_endpoints', options),
  }),
  endpoint({
    http: 'GET /v1/webhook_endpoints/{id}',
    summary: 'Retrieve a webhook endpoint',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, webhookEndpoints, id)).object,
  }),
  endpoint({
    http: 'POST /v1/webhook_endpoints/{id}',
    summary: 'Update a webhook endpoint',
    parameters: {
      ...{ ...expand, url: text(), enabled_events: listOf(text()), disabled: flag() },
      ...{ description: text(), metadata: metadata() },
    },
    async handle(work, input, { id }) {
      const { object: before } = await findOrRefuse(work, webhookEndpoints, id);
      if (input.url !== undefined) requireUrl(input.url);
      if (input.enabled_events) requireEventNames(input.enabled_events);
      return change(work, webhookEndpoints, id, {
        metadata: mergeMetadata(before.metadata, input.metadata),
        ...(input.url === undefined ? {} : { url: input.url }),
        ...(input.enabled_events ? { enabled_events: input.enabled_events } : {}),
        ...(input.description === undefined ? {} : { description: input.description }),
        ...(input.disabled === undefined ? {} : { status: input.disabled ? 'disabled' : 'enabled' }),
      });
    },
  }),
  endpoint({
    http: 'DELETE /v1/webhook_endpoints/{id}',
    summary: 'Delete a webhook endpoint',
    parameters: {},
    async handle(work, _input, { id }) {
      await findOrRefuse(work, webhookEndpoints, id);
      return remove(work, webhookEndpoints, id);
    },
  }),
];
