import type { Dispatcher } from '../../runtime/events/index.ts';
import type { RunningSimulators } from '../simulators/start-simulators.ts';
import type { TimedWork } from './walk.ts';

/** What the platform does in a store by the clock: schedules, retries, and what comes of them. */
export function platformWork(dispatcher: Dispatcher, storeId: string): TimedWork {
  return {
    async settle() {
      const ran: Record<string, number> = {};
      for (const name of await dispatcher.drainStore(storeId)) ran[name] = (ran[name] ?? 0) + 1;
      return ran;
    },
    nextDueAt: () => dispatcher.nextDueAt(storeId),
  };
}

/** What simulated providers do by themselves: notices and their retries, holds that run out. */
export function simulatorWork(simulators: RunningSimulators, storeId: string): TimedWork {
  return {
    settle: () => simulators.settle(storeId),
    nextDueAt: () => simulators.nextDueAt(storeId),
  };
}
