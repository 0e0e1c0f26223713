import type { WebhookConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import { createEndpoint, defaultSettings, deleteEndpoint } from './create-endpoint.ts';
import { allEndpoints, showEndpoint } from './load-endpoints.ts';
import { partnerEndpoint } from './partner-endpoint.ts';
import { type StoredEndpoint, webhookEndpoints } from './stored-endpoint.ts';

/** What the configuration says of an endpoint, as it is stored. */
function settingsOf(declared: WebhookConfig) {
  const { secret, conditions, ...settings } = declared;
  return {
    ...{ ...defaultSettings, ...settings, conditions: [...conditions], events: [...declared.events] },
    secretVariable: secret.env,
    declaration: JSON.stringify(declared),
  };
}

async function updateDeclared(
  context: Context,
  id: string,
  declared: WebhookConfig,
): Promise<StoredEndpoint> {
  const changed = await context.store.update(webhookEndpoints, id, (current) => ({
    ...current,
    ...settingsOf(declared),
  }));
  await context.emit('webhook_endpoint.updated', id, await showEndpoint(context, changed));
  return changed;
}

/**
 * All endpoints, as the configuration in force has them: what it declares is made or changed, and what it declares no
 * more is deleted, before anything is sent by it. So an event never misses an endpoint that was declared before it.
 */
export async function currentEndpoints(context: Context): Promise<StoredEndpoint[]> {
  const stored = await allEndpoints(context.store);
  const { webhooks, integrations } = context.config;
  const all = [...webhooks, ...integrations.map(partnerEndpoint)];
  const declared = new Map(all.map((webhook) => [webhook.key, webhook]));
  const current: StoredEndpoint[] = [];
  for (const endpoint of stored) {
    if (endpoint.key === null) {
      current.push(endpoint);
      continue;
    }
    const webhook = declared.get(endpoint.key);
    declared.delete(endpoint.key);
    if (!webhook) await deleteEndpoint(context, endpoint);
    else if (endpoint.declaration === JSON.stringify(webhook)) current.push(endpoint);
    else current.push(await updateDeclared(context, endpoint.id, webhook));
  }
  for (const webhook of declared.values()) {
    const id = context.ids.next('whe');
    // What led here may have happened after it was declared.
    const settings = { ...settingsOf(webhook), id, secrets: [], afterSequence: 0 };
    current.push(await createEndpoint(context, settings));
  }
  return current;
}
