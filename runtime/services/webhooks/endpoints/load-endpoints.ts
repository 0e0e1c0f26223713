import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { mostEndpoints, webhookProblems } from '../../../contract/webhooks/index.ts';
import type { Reader } from '../../../store/port.ts';
import {
  endpointHealth,
  presentEndpoint,
  type ShownEndpoint,
  type StoredEndpoint,
  webhookEndpoints,
} from './stored-endpoint.ts';

/** All endpoints of a store, oldest first. */
export async function allEndpoints(store: Reader): Promise<StoredEndpoint[]> {
  const { items } = await store.query(webhookEndpoints, {
    ...{ index: 'byCreation', where: { all: 1 }, pageSize: mostEndpoints },
  });
  return items.map(({ document }) => document);
}

/** @throws {Problem} `not_found`. */
export async function requireEndpoint({ store }: Context, id: string): Promise<StoredEndpoint> {
  const endpoint = await store.get(webhookEndpoints, id);
  if (!endpoint) throw problem(problems.notFound, { detail: `There is no webhook endpoint ${id}.` });
  return endpoint;
}

/** @throws {Problem} `webhook_endpoint_declared`. */
export function requireOwnSettings({ id, key }: StoredEndpoint): void {
  if (key === null) return;
  const detail = `The endpoint ${id} is "${key}" of the configuration.`;
  throw problem(webhookProblems.webhookEndpointDeclared, { detail });
}

/** Endpoints as they are shown, in the order given. */
export async function showEndpoints(
  { store, clock }: Context,
  endpoints: readonly (StoredEndpoint | undefined)[],
): Promise<(ShownEndpoint | undefined)[]> {
  const ids = endpoints.map((endpoint) => endpoint?.id ?? '');
  const health = await store.getMany(endpointHealth, ids);
  return endpoints.map(
    (endpoint, index) => endpoint && presentEndpoint(endpoint, health[index], clock.now()),
  );
}

export async function showEndpoint(
  { store, clock }: Context,
  endpoint: StoredEndpoint,
): Promise<ShownEndpoint> {
  return presentEndpoint(endpoint, await store.get(endpointHealth, endpoint.id), clock.now());
}
