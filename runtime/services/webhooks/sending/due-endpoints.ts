import { mostEndpoints } from '../../../contract/webhooks/index.ts';
import type { Store } from '../../../store/port.ts';
import { webhookDeliveries } from '../deliveries/stored-delivery.ts';
import { webhookEndpoints } from '../endpoints/stored-endpoint.ts';

export interface DueEndpoints {
  /** Ids of those that have something due. */
  readonly due: readonly string[];
  /** When the next of the others has, RFC 3339; null where nothing is planned. */
  readonly nextAt: string | null;
}

/** Which endpoints have something due, and when the next has; by the indexes alone. */
export async function dueEndpoints(store: Pick<Store, 'queryIds'>, time: Date): Promise<DueEndpoints> {
  const now = time.toISOString();
  const active = { index: 'byStatus', where: { status: 'active' }, pageSize: mostEndpoints };
  const { items } = await store.queryIds(webhookEndpoints, active);
  const due: string[] = [];
  let nextAt: string | null = null;
  for (const { id } of items) {
    const first = await store.queryIds(webhookDeliveries, {
      ...{ index: 'due', where: { endpointId: id }, pageSize: 1 },
    });
    const at = first.items[0]?.position[1];
    if (typeof at !== 'string') continue;
    if (at <= now) due.push(id);
    else if (nextAt === null || at < nextAt) nextAt = at;
  }
  return { due, nextAt };
}
