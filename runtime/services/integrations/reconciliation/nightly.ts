import type { StepsContext } from '../../../context/context.ts';
import type { Reader } from '../../../store/port.ts';
import { reconcile } from './reconcile.ts';
import { reconciliations } from './stored-reconciliation.ts';

/** Hour of the store's day from which on it is done: most warehouses count then. */
const fromHour = 3;

/** Day and hour in a time zone: `2026-03-01`, 9. */
export function dayAndHour(at: Date, timeZone: string): { readonly day: string; readonly hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...({ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' } as const),
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}

async function lastDay(store: Reader, integration: string, timeZone: string): Promise<string | undefined> {
  const { items } = await store.query(reconciliations, {
    ...{ index: 'byTime', where: { integration }, direction: 'descending', pageSize: 1 },
  });
  const startedAt = items[0]?.document.startedAt;
  return startedAt === undefined ? undefined : dayAndHour(new Date(startedAt), timeZone).day;
}

/** Once a night of the store, each partner that tells its stock. One that was compared by hand that day waits. */
export async function reconcileNightly(context: StepsContext): Promise<void> {
  const { timeZone, integrations } = context.config;
  const telling = integrations.filter(({ stock, locations }) => stock !== null && locations.length > 0);
  if (telling.length === 0) return;
  const { day, hour } = dayAndHour(context.clock.now(), timeZone);
  if (hour < fromHour) return;
  for (const integration of telling) {
    if ((await lastDay(context.store, integration.key, timeZone)) === day) continue;
    await reconcile(context, integration, context.ids.next('irc'));
  }
}
