import type { Context } from '../../../context/context.ts';
import { DocumentNotFound } from '../../../store/index.ts';
import { afterOutcome, type Outcome } from '../deliveries/delivery-states.ts';
import { type StoredDelivery, webhookDeliveries } from '../deliveries/stored-delivery.ts';
import { tryMove } from '../endpoints/move-endpoint.ts';
import {
  type EndpointHealth,
  endpointHealth,
  type StoredEndpoint,
  webhookEndpoints,
} from '../endpoints/stored-endpoint.ts';

export interface Settled {
  readonly deliveryId: string;
  readonly outcome: Outcome;
  /** The subject that is free again with it, where its events are sent in order. */
  readonly endsSubject?: string;
}

/** Since when an endpoint fails, after what came of some tries, oldest first. */
export function failingSinceAfter(before: string | null, outcomes: readonly Outcome[]): string | null {
  return outcomes.reduce((since: string | null, outcome) => {
    if (outcome.kind === 'delivered') return null;
    return outcome.kind === 'failed' ? (since ?? outcome.attempt.at) : since;
  }, before);
}

/** Why an endpoint is not sent to any more; undefined where it is. */
export function reasonToDisable(
  { disableAfterDays }: Pick<StoredEndpoint, 'disableAfterDays'>,
  failingSince: string | null,
  outcomes: readonly Outcome[],
  now: Date,
): string | undefined {
  if (outcomes.some(({ kind }) => kind === 'gone')) return 'It answered 410: it is gone for good.';
  // Where it was quiet for days, one failure says nothing of the days.
  const hasFailed = outcomes.some(({ kind }) => kind === 'failed');
  if (failingSince === null || disableAfterDays === null || !hasFailed) return undefined;
  const days = (now.getTime() - Date.parse(failingSince)) / 86_400_000;
  if (days < disableAfterDays) return undefined;
  return `Every attempt since ${failingSince} failed, for ${disableAfterDays} days.`;
}

async function keepHealth(
  context: Context,
  health: EndpointHealth,
  outcomes: readonly Outcome[],
): Promise<void> {
  const { store, clock, log } = context;
  const failingSince = failingSinceAfter(health.failingSince, outcomes);
  if (failingSince !== health.failingSince) {
    await store.update(endpointHealth, health.id, (current) => ({ ...current, failingSince }));
  }
  if (failingSince === null && !outcomes.some(({ kind }) => kind === 'gone')) return;
  const endpoint = await store.get(webhookEndpoints, health.id, { lock: true });
  const reason = endpoint && reasonToDisable(endpoint, failingSince, outcomes, clock.now());
  if (!endpoint || !reason) return;
  if (await tryMove(context, endpoint, 'disable', reason)) {
    log.warn({ endpoint: endpoint.id, reason }, 'A webhook endpoint was disabled.');
  }
}

/**
 * Writes down what came of some deliveries of one endpoint, in one transaction. Answers false, and writes nothing, where
 * `isHeld` says that the endpoint is somebody else's by now: they send these again, and keep the books.
 */
export async function settle(
  context: Context,
  endpointId: string,
  settled: readonly Settled[],
  isHeld: (health: EndpointHealth) => boolean,
): Promise<boolean> {
  const { store, clock } = context;
  const health = await store.get(endpointHealth, endpointId, { lock: true });
  // It was deleted, and its deliveries are or will be.
  if (!health) return true;
  if (!isHeld(health)) return false;
  for (const { deliveryId, outcome } of settled) {
    try {
      const change = (current: StoredDelivery) => afterOutcome(current, outcome, clock.now());
      await store.update(webhookDeliveries, deliveryId, change);
    } catch (error) {
      // It was deleted meanwhile, with others of its age.
      if (!(error instanceof DocumentNotFound)) throw error;
    }
  }
  await keepHealth(
    context,
    health,
    settled.map(({ outcome }) => outcome),
  );
  return true;
}
