import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { momentOf } from '../selling/moment.ts';
import { openSelling } from '../selling/open-selling.ts';

export interface ReplayRequest {
  readonly to: string | undefined;
  readonly delivery: string | undefined;
  readonly endpoint: string | undefined;
  readonly since: string | undefined;
  readonly before: string | undefined;
  readonly state: 'dead' | 'delivered' | 'all' | undefined;
}

/** Sends one delivery again, or those of an endpoint in a time; answers how many. */
export async function replay(
  request: ReplayRequest,
  context: CommandContext,
): Promise<{ readonly count: number }> {
  const { to, delivery, endpoint: endpointId, since, before, state } = request;
  const from = momentOf(since, 'since');
  const until = momentOf(before, 'before');
  if (delivery !== undefined) {
    const store = await openSelling(to, context);
    await store.call('webhooks.deliveries.replay', { deliveryId: delivery });
    return { count: 1 };
  }
  if (endpointId === undefined || from === undefined) {
    throw usage('which_deliveries', 'Which deliveries?', {
      fix: 'Name one, or those of a time with --endpoint and --since.',
    });
  }
  const store = await openSelling(to, context);
  return store.call('webhooks.deliveries.replayRange', {
    ...{ endpointId, from },
    ...(until === undefined ? {} : { until }),
    ...(state === undefined ? {} : { state }),
  });
}
