import type { Clock, Context, Logger } from '../context/context.ts';
import type { Service } from '../context/service.ts';
import type { RunInTransaction } from './dispatcher.ts';

export interface SchedulesOptions {
  readonly services: readonly Service[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly storeIds: () => Promise<readonly string[]>;
  readonly runInTransaction: RunInTransaction;
}

export interface Schedules {
  /** Runs, for every store, what has not run for its interval. What fails is logged, and due an interval later. */
  runDue(): Promise<void>;
}

/** How often, on the clock, it is worth asking which stores there are. */
const lookEverySeconds = 1;

/**
 * The work that services do by the clock. When it last ran is kept in memory only: schedules are idempotent,
 * so one run too many after a start, or on each of several instances, does no harm.
 */
export function createSchedules({
  services,
  clock,
  log,
  storeIds,
  runInTransaction,
}: SchedulesOptions): Schedules {
  const entries = services.flatMap((service) => Object.entries(service.schedules));
  const lastRuns = new Map<string, Date>();
  let lastLook: Date | undefined;

  async function runOne(storeId: string, name: string, run: (context: Context) => Promise<void>) {
    try {
      await runInTransaction(storeId, name, run);
    } catch (error) {
      log.error({ storeId, schedule: name, error }, `The schedule ${name} failed.`);
    }
  }

  return {
    async runDue() {
      const now = clock.now();
      if (entries.length === 0 || !isDue(lastLook, now, lookEverySeconds)) return;
      lastLook = now;
      for (const storeId of await storeIds()) {
        for (const [name, { everySeconds, run }] of entries) {
          const key = `${name} ${storeId}`;
          if (!isDue(lastRuns.get(key), now, everySeconds)) continue;
          lastRuns.set(key, now);
          await runOne(storeId, name, run);
        }
      }
    },
  };
}

/** Also where the clock was set back to before the last run, which would otherwise be waited for again. */
function isDue(last: Date | undefined, now: Date, everySeconds: number): boolean {
  if (!last || now < last) return true;
  return now.getTime() - last.getTime() >= everySeconds * 1000;
}
