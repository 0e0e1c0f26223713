import type { Clock, Logger } from '../context/context.ts';
import type { Schedule, Service } from '../context/service.ts';
import type { RunInSteps, RunInTransaction } from './dispatcher.ts';

export interface SchedulesOptions {
  readonly services: readonly Service[];
  readonly clockOf: (storeId: string) => Clock;
  readonly machineClock: Clock;
  readonly log: Logger;
  readonly storeIds: () => Promise<readonly string[]>;
  readonly runInTransaction: RunInTransaction;
  readonly runInSteps: RunInSteps;
}

export interface Schedules {
  /** Runs, for every store, what has not run for its interval. What fails is logged, and due an interval later. */
  runDue(): Promise<void>;
  /** The same for one store, and beside that what has something to do now. Answers what ran. */
  runDueOf(storeId: string): Promise<readonly string[]>;
  /** When, later than now, a schedule of the store has something to do, as far as schedules tell. */
  nextDueAt(storeId: string): Promise<Date | undefined>;
  /**
   * Resolves when no work in steps is under way, of the store given or of any: that runs beside everything else,
   * because providers can be slow.
   */
  settled(storeId?: string): Promise<void>;
}

/** How often it is worth asking which stores there are. */
const lookEverySeconds = 1;

/** When a schedule last ran: by the store's clock, and by the machine's. */
interface LastRun {
  readonly store: Date;
  readonly machine: Date;
}

/**
 * The work that services do by the clock. When it last ran is kept in memory only: schedules are idempotent,
 * so one run too many after a start, or on each of several instances, does no harm.
 */
export function createSchedules({
  services,
  clockOf,
  machineClock,
  log,
  storeIds,
  runInTransaction,
  runInSteps,
}: SchedulesOptions): Schedules {
  const entries = services.flatMap((service) => Object.entries(service.schedules));
  /** By store, then by schedule. */
  let lastRuns = new Map<string, Map<string, LastRun>>();
  let lastLook: Date | undefined;

  /** By schedule and store. */
  const inSteps = new Map<string, { readonly storeId: string; readonly work: Promise<void> }>();

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
    inSteps.set(key, { storeId, work: work.finally(() => inSteps.delete(key)) });
  }

  /**
   * Either clock makes a schedule due: a store's may stand still, and what services go on with bit by bit must not
   * stand still with it.
   */
  async function runFor(storeId: string, machine: Date, isDueNow: (name: string) => boolean) {
    const store = clockOf(storeId).now();
    const runs = lastRuns.get(storeId) ?? new Map<string, LastRun>();
    lastRuns.set(storeId, runs);
    const ran: string[] = [];
    for (const [name, schedule] of entries) {
      const last = runs.get(name);
      const { everySeconds } = schedule;
      if (!isDue(last?.store, store, everySeconds) && !isDue(last?.machine, machine, everySeconds)) {
        if (!isDueNow(name)) continue;
      }
      runs.set(name, { store, machine });
      await runOne(storeId, name, schedule);
      ran.push(name);
    }
    return ran;
  }

  /** By schedule, of those that tell; what there is to do already is due now. */
  async function dueTimes(storeId: string): Promise<ReadonlyMap<string, Date>> {
    const times = new Map<string, Date>();
    await report(
      storeId,
      'nextDueAt',
      runInTransaction(storeId, 'schedules', async (context) => {
        for (const [name, { nextDueAt }] of entries) {
          const time = await nextDueAt?.(context);
          if (time) times.set(name, time);
        }
      }),
    );
    return times;
  }

  return {
    async runDue() {
      const machine = machineClock.now();
      if (entries.length === 0 || !isDue(lastLook, machine, lookEverySeconds)) return;
      lastLook = machine;
      const ids = await storeIds();
      // What was removed needs not be remembered.
      lastRuns = new Map(ids.map((id) => [id, lastRuns.get(id) ?? new Map()]));
      for (const storeId of ids) await runFor(storeId, machine, () => false);
    },
    async runDueOf(storeId) {
      const now = clockOf(storeId).now();
      const due = await dueTimes(storeId);
      const isDueNow = (name: string) => (due.get(name) ?? never) <= now;
      return runFor(storeId, machineClock.now(), isDueNow);
    },
    async nextDueAt(storeId) {
      const now = clockOf(storeId).now();
      const later = [...(await dueTimes(storeId)).values()].filter((time) => time > now);
      return later.sort((one, other) => one.getTime() - other.getTime())[0];
    },
    async settled(of) {
      const works = [...inSteps.values()].filter(({ storeId }) => of === undefined || storeId === of);
      await Promise.all(works.map(({ work }) => work));
    },
  };
}

const never = new Date(8.64e15);

/** Also where the clock was set back to before the last run, which would otherwise be waited for again. */
function isDue(last: Date | undefined, now: Date, everySeconds: number): boolean {
  if (!last || now < last) return true;
  return now.getTime() - last.getTime() >= everySeconds * 1000;
}
