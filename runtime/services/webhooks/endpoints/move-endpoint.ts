import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { webhookProblems } from '../../../contract/webhooks/index.ts';
import { type EndpointMove, endpointMove, possibleMoves } from './endpoint-states.ts';
import { showEndpoint } from './load-endpoints.ts';
import { endpointHealth, type StoredEndpoint, webhookEndpoints } from './stored-endpoint.ts';

/** @throws {Problem} `webhook_endpoint_state`, with what is possible instead. */
export function refuseMove({ id, status }: StoredEndpoint, wish: string): never {
  throw problem(webhookProblems.webhookEndpointState, {
    detail: `The endpoint ${id} is ${status}: ${wish}`,
    details: { status, moves: possibleMoves(status) },
  });
}

/** Moves an endpoint, with its event; undefined where its status doesn't allow it. */
export async function tryMove(
  context: Context,
  endpoint: StoredEndpoint,
  wish: EndpointMove,
  reason: string | null,
): Promise<StoredEndpoint | undefined> {
  const { store, clock } = context;
  const move = endpointMove(endpoint.status, wish);
  if (!move) return undefined;
  const moved = await store.update(webhookEndpoints, endpoint.id, (current) => ({
    ...current,
    status: move.to,
    statusReason: reason,
    statusSince: clock.now().toISOString(),
  }));
  if (wish === 'resume') {
    // It starts afresh: what failed before is no reason to disable it at its next failure.
    await store.update(endpointHealth, endpoint.id, (health) => ({ ...health, failingSince: null }));
  }
  await context.emit(move.event, endpoint.id, await showEndpoint(context, moved));
  return moved;
}
