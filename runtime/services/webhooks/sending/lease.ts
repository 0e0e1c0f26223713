import type { StepsContext } from '../../../context/context.ts';
import type { WorkerHost } from '../../../context/service.ts';
import { endpointHealth } from '../endpoints/stored-endpoint.ts';

/** Several times as long as an attempt can take. */
export const leaseMilliseconds = 60_000;

type Holder = Pick<WorkerHost, 'instanceId' | 'isShared' | 'machineClock'>;

/**
 * Takes an endpoint for this process, or keeps it: until when, in machine milliseconds. Undefined where another
 * process has it, or it was deleted. Where no other process can be, nothing is written: a holder that is
 * somebody else was this process before it crashed.
 */
export async function holdEndpoint(
  context: StepsContext,
  endpointId: string,
  { instanceId, isShared, machineClock }: Holder,
): Promise<number | undefined> {
  if (!isShared) return Number.POSITIVE_INFINITY;
  return context.transaction(async ({ store }) => {
    const health = await store.get(endpointHealth, endpointId, { lock: true });
    const now = machineClock.now().getTime();
    if (!health || (health.holder !== instanceId && health.leaseUntil > now)) return undefined;
    const leaseUntil = now + leaseMilliseconds;
    await store.update(endpointHealth, endpointId, (current) => ({
      ...current,
      holder: instanceId,
      leaseUntil,
    }));
    return leaseUntil;
  });
}

/** Lets go of an endpoint, so that another process need not wait for the end of the lease. */
export async function releaseEndpoint(
  context: StepsContext,
  endpointId: string,
  { instanceId, isShared }: Holder,
): Promise<void> {
  if (!isShared) return;
  await context.transaction(async ({ store }) => {
    const health = await store.get(endpointHealth, endpointId, { lock: true });
    if (health?.holder !== instanceId) return;
    await store.update(endpointHealth, endpointId, (current) => ({
      ...current,
      holder: null,
      leaseUntil: 0,
    }));
  });
}
