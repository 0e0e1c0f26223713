import type { Clock, Logger } from '../context/context.ts';
import type { Schedule, Service } from '../context/service.ts';
import type { RunInSteps, RunInTransaction } from './dispatcher.ts';

export interface SchedulesOptions {
  readonly services: readonly Service[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly storeIds: () => Promise<readonly string[]>;
  readonly runInTransaction: RunInTransaction;
  readonly runInSteps: RunInSteps;
}

export interface Schedules {
  /** Runs, for every store, what has not run for its interval. What fails is logged, and due an interval later. */
  runDue(): Promise<void>;
  /** Resolves when no work in steps is under way: that runs beside everything else, because providers can be slow. */
  settled(): Promise<void>;
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
  runInSteps,
}: SchedulesOptions): Schedules {
  const entries = services.flatMap((service) => Object.entries(service.schedules));
  const lastRuns = new Map<string, Date>();
  let lastLook: Date | undefined;

  const inSteps = new Map<string, Promise<void>>();

  async function report(storeId: string, name: string, run: Promise<unknown>): Promise<void> {
    try {
      await run;
    } catch (error) {
      log.error({ storeId, schedule: name, error }, `The schedule ${name} failed.`);
    }
  }

  async function runOne(storeId: string, name: string, schedule: Schedule): Promise<void> {
    if ('run' in schedule) return report(storeId, name, runInTransaction(storeId, name, schedule.run));
    const key = `${name} ${storeId}`;
    if (inSteps.has(key)) return;
    const work = report(storeId, name, runInSteps(storeId, name, schedule.runSteps));
    inSteps.set(
      key,
      work.finally(() => inSteps.delete(key)),
    );
  }

  return {
    async runDue() {
      const now = clock.now();
      if (entries.length === 0 || !isDue(lastLook, now, lookEverySeconds)) return;
      lastLook = now;
      for (const storeId of await storeIds()) {
        for (const [name, schedule] of entries) {
          const key = `${name} ${storeId}`;
          if (!isDue(lastRuns.get(key), now, schedule.everySeconds)) continue;
          lastRuns.set(key, now);
          await runOne(storeId, name, schedule);
        }
      }
    },
    async settled() {
      await Promise.all(inSteps.values());
    },
  };
}

/** Also where the clock was set back to before the last run, which would otherwise be waited for again. */
function isDue(last: Date | undefined, now: Date, everySeconds: number): boolean {
  if (!last || now < last) return true;
  return now.getTime() - last.getTime() >= everySeconds * 1000;
}
