import type { Context, StepsContext } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { requireEndpoint } from '../endpoints/load-endpoints.ts';
import { refuseMove } from '../endpoints/move-endpoint.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';
import { replayed } from './delivery-states.ts';
import { type StoredDelivery, webhookDeliveries } from './stored-delivery.ts';

/** Deliveries put back in one transaction. */
const pageSize = 200;

/** @throws {Problem} `not_found`. */
export async function requireDelivery({ store }: Context, id: string): Promise<StoredDelivery> {
  const delivery = await store.get(webhookDeliveries, id);
  if (!delivery) throw problem(problems.notFound, { detail: `There is no delivery ${id}.` });
  return delivery;
}

/** @throws {Problem} `not_found`, `webhook_endpoint_state` where nothing would be sent. */
async function requireReplayable(context: Context, endpointId: string): Promise<StoredEndpoint> {
  const endpoint = await requireEndpoint(context, endpointId);
  if (endpoint.status === 'disabled') refuseMove(endpoint, 'resume it, then replay.');
  return endpoint;
}

/** Puts deliveries back, with an event for each of their endpoints. */
export async function replayDeliveries(context: Context, ids: readonly string[]): Promise<StoredDelivery[]> {
  const { store, clock } = context;
  const counts = new Map<string, number>();
  const changed: StoredDelivery[] = [];
  for (const id of new Set(ids)) {
    const { endpointId } = await requireDelivery(context, id);
    if (!counts.has(endpointId)) await requireReplayable(context, endpointId);
    counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
    changed.push(await store.update(webhookDeliveries, id, (current) => replayed(current, clock.now())));
  }
  for (const [id, count] of counts) await context.emit('webhook_endpoint.replayed', id, { id, count });
  return changed;
}

export interface ReplayRange {
  readonly endpointId: string;
  readonly from: string;
  readonly until: string;
  readonly state: 'dead' | 'delivered' | 'all';
}

/** A time as it is compared: in UTC, with milliseconds. */
function comparable(time: string): string {
  return new Date(time).toISOString();
}

/** The ids are read before anything is put back: what is put back leaves the range of its state. */
async function idsIn(
  { store }: StepsContext,
  { endpointId, from, until, state }: ReplayRange,
): Promise<string[]> {
  const ids: string[] = [];
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const { items, hasMore } = await store.queryIds(webhookDeliveries, {
      ...{ index: 'byState', where: { endpointId, state: state === 'all' ? '*' : state }, pageSize: 1000 },
      range: { from: comparable(from), before: comparable(until) },
      ...(after ? { after } : {}),
    });
    ids.push(...items.map(({ id }) => id));
    after = items.at(-1)?.position;
    if (!hasMore) return ids;
  }
}

/** Puts back what an endpoint was sent in a time; answers how many deliveries that were. */
export async function replayRange(context: StepsContext, range: ReplayRange): Promise<number> {
  await context.transaction((step) => requireReplayable(step, range.endpointId));
  const ids = await idsIn(context, range);
  for (let start = 0; start < ids.length; start += pageSize) {
    const page = ids.slice(start, start + pageSize);
    await context.transaction((step) => replayDeliveries(step, page));
  }
  return ids.length;
}
