import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { WebhookOperations } from '../../../contract/webhooks/index.ts';
import { listPage } from '../../../lists/index.ts';
import { queueTest } from '../deliveries/queue-test.ts';
import { summaryOf } from '../deliveries/stored-delivery.ts';
import { checkSettings } from './check-settings.ts';
import { createEndpoint, defaultSettings, deleteEndpoint } from './create-endpoint.ts';
import { makeSecret, rotateSecrets } from './endpoint-secrets.ts';
import { requireEndpoint, requireOwnSettings, showEndpoint, showEndpoints } from './load-endpoints.ts';
import { refuseMove, tryMove } from './move-endpoint.ts';
import { webhookEndpoints } from './stored-endpoint.ts';

type EndpointOperations = Pick<
  WebhookOperations,
  Extract<keyof WebhookOperations, `webhooks.endpoints.${string}`>
>;

async function requireFreeId({ store }: Context, id: string): Promise<void> {
  if (!(await store.get(webhookEndpoints, id))) return;
  throw problem(problems.alreadyExists, { detail: `There is a webhook endpoint ${id}.`, details: { id } });
}

/** Handlers of endpoints, in the contract's order. */
export const endpointHandlers: HandlersOf<EndpointOperations> = {
  async 'webhooks.endpoints.create'(context, { id = context.ids.next('whe'), ...settings }) {
    checkSettings(context, settings);
    await requireFreeId(context, id);
    const secret = makeSecret(context.clock.now());
    const endpoint = await createEndpoint(context, {
      ...defaultSettings,
      ...settings,
      ...{ id, key: null, secrets: [secret], secretVariable: null, declaration: null },
      afterSequence: await context.store.revision([]),
    });
    return { ...(await showEndpoint(context, endpoint)), secret: secret.value };
  },

  async 'webhooks.endpoints.list'(context, page) {
    const range = { index: 'byCreation', where: { all: 1 }, direction: 'descending' } as const;
    const found = await listPage(context, 'webhooks.endpoints.list', webhookEndpoints, range, page);
    const shown = await showEndpoints(context, found.data);
    return { ...found, data: shown.filter((endpoint) => endpoint !== undefined) };
  },

  async 'webhooks.endpoints.get'(context, { endpointId }) {
    return showEndpoint(context, await requireEndpoint(context, endpointId));
  },

  async 'webhooks.endpoints.update'(context, { endpointId, ...settings }) {
    requireOwnSettings(await requireEndpoint(context, endpointId));
    checkSettings(context, settings);
    const { expectedVersion } = context;
    const change = { expectedVersion };
    const changed = await context.store.update(
      webhookEndpoints,
      endpointId,
      (current) => ({ ...current, ...settings }),
      change,
    );
    const shown = await showEndpoint(context, changed);
    await context.emit('webhook_endpoint.updated', endpointId, shown);
    return shown;
  },

  async 'webhooks.endpoints.delete'(context, { endpointId }) {
    const endpoint = await requireEndpoint(context, endpointId);
    requireOwnSettings(endpoint);
    await deleteEndpoint(context, endpoint, context.expectedVersion);
    return null;
  },

  async 'webhooks.endpoints.pause'(context, { endpointId, reason }) {
    const endpoint = await requireEndpoint(context, endpointId);
    const paused = await tryMove(context, endpoint, 'pause', reason ?? null);
    return showEndpoint(context, paused ?? refuseMove(endpoint, 'only an active one is paused.'));
  },

  async 'webhooks.endpoints.resume'(context, { endpointId }) {
    const endpoint = await requireEndpoint(context, endpointId);
    const resumed = await tryMove(context, endpoint, 'resume', null);
    return showEndpoint(context, resumed ?? refuseMove(endpoint, 'it is sent to already.'));
  },

  async 'webhooks.endpoints.rotateSecret'(context, { endpointId, overlapSeconds = 86_400 }) {
    requireOwnSettings(await requireEndpoint(context, endpointId));
    const secret = makeSecret(context.clock.now());
    const changed = await context.store.update(webhookEndpoints, endpointId, (current) => ({
      ...current,
      secrets: rotateSecrets(current.secrets, secret, overlapSeconds),
    }));
    const shown = await showEndpoint(context, changed);
    await context.emit('webhook_endpoint.secret_rotated', endpointId, shown);
    return { ...shown, secret: secret.value };
  },

  async 'webhooks.endpoints.test'(context, { endpointId }) {
    const endpoint = await requireEndpoint(context, endpointId);
    if (endpoint.status !== 'active') refuseMove(endpoint, 'nothing is sent to it. Resume it before.');
    return summaryOf(await queueTest(context, endpoint));
  },
};
