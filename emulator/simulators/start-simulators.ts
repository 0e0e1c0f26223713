import type { ListedSimulator } from './index.ts';
import { type RunningSimulator, type StartSimulatorOptions, startSimulator } from './start-simulator.ts';

export interface StartSimulatorsOptions extends Omit<StartSimulatorOptions, 'port' | 'onNotSimulated'> {
  /** The platform's, from which each counts its own; 0 for any free ones. */
  readonly port: number;
  /** Where each listened before, to be taken again. */
  readonly urlsBefore: Readonly<Record<string, string>>;
  readonly onNotSimulated: (simulator: string, what: string) => void;
}

export interface RunningSimulators {
  /** Name to base URL. */
  readonly urls: Readonly<Record<string, string>>;
  /** Takes up what is pending in a store. */
  resume(storeId: string): Promise<void>;
  /** Does what is due in a store by itself. Answers how much each did. */
  settle(storeId: string): Promise<Readonly<Record<string, number>>>;
  /** When one of them next does something there by itself. */
  nextDueAt(storeId: string): Promise<Date | undefined>;
  /** Lets go of a store that nobody uses just now. Answers whether nothing is pending there. */
  rest(storeId: string): Promise<boolean>;
  /** Lets go of a store that is being removed. */
  leave(storeId: string): Promise<void>;
  close(): Promise<void>;
}

function wantedPort({ name, portOffset }: ListedSimulator, options: StartSimulatorsOptions): number {
  const before = options.urlsBefore[name];
  if (before !== undefined) return Number(new URL(before).port);
  return options.port === 0 ? 0 : options.port + portOffset;
}

async function startOne(
  simulator: ListedSimulator,
  options: StartSimulatorsOptions,
): Promise<RunningSimulator> {
  const start = (port: number) =>
    startSimulator(simulator, {
      ...{ engine: options.engine, host: options.host, port },
      ...{ clockOf: options.clockOf, prepare: options.prepare, onFailure: options.onFailure },
      sendNotice: options.sendNotice,
      ...(options.hasSandbox ? { hasSandbox: options.hasSandbox } : {}),
      onNotSimulated: (what) => options.onNotSimulated(simulator.name, what),
    });
  const wanted = wantedPort(simulator, options);
  try {
    return await start(wanted);
  } catch (error) {
    if (wanted === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  }
}

/** Starts all simulators, each near the platform's port, or on any free one where that is taken. */
export async function startSimulators(
  simulators: readonly ListedSimulator[],
  options: StartSimulatorsOptions,
): Promise<RunningSimulators> {
  const running = new Map<string, RunningSimulator>();
  const close = async () => {
    for (const simulator of running.values()) await simulator.close();
  };
  try {
    for (const simulator of simulators) running.set(simulator.name, await startOne(simulator, options));
  } catch (error) {
    await close();
    throw error;
  }
  const all = [...running.values()];
  return {
    urls: Object.fromEntries([...running].map(([name, { url }]) => [name, url])),
    async resume(storeId) {
      await Promise.all(all.map((simulator) => simulator.resume(storeId)));
    },
    async settle(storeId) {
      const done: Record<string, number> = {};
      for (const [name, simulator] of running) {
        const count = await simulator.settle(storeId);
        if (count > 0) done[name] = count;
      }
      return done;
    },
    async nextDueAt(storeId) {
      const times = await Promise.all(all.map((simulator) => simulator.nextDueAt(storeId)));
      const due = times.flatMap((time) => (time ? [time.getTime()] : []));
      return due.length > 0 ? new Date(Math.min(...due)) : undefined;
    },
    async rest(storeId) {
      return (await Promise.all(all.map((simulator) => simulator.rest(storeId)))).every(Boolean);
    },
    async leave(storeId) {
      await Promise.all(all.map((simulator) => simulator.leave(storeId)));
    },
    close,
  };
}
