import { list } from '../objects/list.ts';
import type { Work } from '../objects/work.ts';
import { webhookEndpoints } from './webhook-endpoint.ts';

/** As many as Stripe lets an account have. */
export const mostEndpoints = 16;

/** Ids of the endpoints that want events of that type. */
export async function endpointsFor(work: Work, type: string): Promise<string[]> {
  const enabled = await list(work, webhookEndpoints, '/v1/webhook_endpoints', {
    limit: mostEndpoints,
    where: { status: 'enabled' },
  });
  return enabled.data
    .filter(({ enabled_events: wanted }) => wanted.includes('*') || wanted.includes(type))
    .map(({ id }) => id);
}
