import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { mostEndpoints, webhookProblems } from '../../../contract/webhooks/index.ts';
import { showEndpoint } from './load-endpoints.ts';
import { endpointHealth, type StoredEndpoint, webhookEndpoints } from './stored-endpoint.ts';

/** What an endpoint does that says nothing else. */
export const defaultSettings = {
  description: null,
  conditions: [],
  headers: [],
  payload: 'full',
  format: 'standard',
  apiVersion: 'v1',
  ordering: 'none',
  rateLimit: null,
  disableAfterDays: 5,
} as const satisfies Partial<StoredEndpoint>;

type NewEndpoint = Omit<
  StoredEndpoint,
  'version' | 'createdAt' | 'updatedAt' | 'status' | 'statusReason' | 'statusSince'
>;

/**
 * Writes an endpoint that is sent to from now on, with its event.
 * @throws {Problem} `webhook_endpoint_limit`.
 */
export async function createEndpoint(context: Context, settings: NewEndpoint): Promise<StoredEndpoint> {
  const { store, clock } = context;
  const count = await store.count(
    webhookEndpoints,
    { index: 'byCreation', where: { all: 1 } },
    mostEndpoints,
  );
  if (count >= mostEndpoints) {
    const detail = `The store has ${mostEndpoints} endpoints.`;
    throw problem(webhookProblems.webhookEndpointLimit, { detail });
  }
  const endpoint = await store.insert(webhookEndpoints, {
    ...settings,
    ...({ status: 'active', statusReason: null, statusSince: clock.now().toISOString() } as const),
  });
  await store.insert(endpointHealth, { id: endpoint.id, failingSince: null, holder: null, leaseUntil: 0 });
  await context.emit('webhook_endpoint.created', endpoint.id, await showEndpoint(context, endpoint));
  return endpoint;
}

/** Removes an endpoint, with its event; its deliveries follow. */
export async function deleteEndpoint(
  context: Context,
  { id }: Pick<StoredEndpoint, 'id'>,
  expectedVersion?: number,
): Promise<void> {
  await context.store.delete(webhookEndpoints, id, { expectedVersion });
  await context.store.delete(endpointHealth, id);
  await context.emit('webhook_endpoint.deleted', id, { id });
}
