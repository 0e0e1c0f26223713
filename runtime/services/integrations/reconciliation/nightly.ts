import type { IntegrationConfig, StoreConfig } from '../../../config/store-config.ts';
import type { Context, StepsContext } from '../../../context/context.ts';
import type { Reader } from '../../../store/port.ts';
import { isNightDue, momentsIn, nextNight } from './night.ts';
import { reconcile } from './reconcile.ts';
import { reconciliations } from './stored-reconciliation.ts';

function tellingStock({ integrations }: StoreConfig): readonly IntegrationConfig[] {
  return integrations.filter(({ stock, locations }) => stock !== null && locations.length > 0);
}

/** The day, in the store's time zone, on which a partner's stock was last compared. */
async function lastDay(store: Reader, integration: string, timeZone: string): Promise<string | undefined> {
  const { items } = await store.query(reconciliations, {
    ...{ index: 'byTime', where: { integration }, direction: 'descending', pageSize: 1 },
  });
  const startedAt = items[0]?.document.startedAt;
  return startedAt === undefined ? undefined : momentsIn(timeZone)(new Date(startedAt)).day;
}

/** Once a night of the store, each partner that tells its stock. One that was compared by hand that day waits. */
export async function reconcileNightly(context: StepsContext): Promise<void> {
  const { timeZone } = context.config;
  const telling = tellingStock(context.config);
  if (telling.length === 0) return;
  const moment = momentsIn(timeZone)(context.clock.now());
  for (const integration of telling) {
    if (!isNightDue(moment, await lastDay(context.store, integration.key, timeZone))) continue;
    await reconcile(context, integration, context.ids.next('irc'));
  }
}

/** When that is next. */
export async function nextReconciliation({ config, store, clock }: Context): Promise<Date | undefined> {
  const times: Date[] = [];
  for (const { key } of tellingStock(config)) {
    times.push(nextNight(clock.now(), config.timeZone, await lastDay(store, key, config.timeZone)));
  }
  return times.sort((one, other) => one.getTime() - other.getTime())[0];
}
