import type { Runtime } from '../../runtime/runtime.ts';
import type { Engine } from '../../runtime/store/port.ts';
import type { RunningSimulators } from '../simulators/start-simulators.ts';
import type { ClockMover } from './clock-mover.ts';
import type { Clocks } from './clocks.ts';

export interface OpenClockMoverOptions {
  readonly clocks: Clocks;
  readonly engine: Engine;
  readonly runtime: () => Runtime;
  readonly simulators: () => RunningSimulators | undefined;
}

/** Makes the mover of an emulator's clocks when it is first asked for. */
export function openClockMover({
  clocks,
  engine,
  runtime,
  simulators,
}: OpenClockMoverOptions): () => Promise<ClockMover> {
  let opening: Promise<ClockMover> | undefined;
  return () => {
    opening ??= import('./clock-mover.ts').then(async ({ createClockMover }) => {
      const { platformWork, simulatorWork } = await import('./timed-works.ts');
      return createClockMover({
        clocks,
        engine,
        worksOf(storeId) {
          const simulated = simulators();
          const platform = platformWork(runtime().dispatcher, storeId);
          return simulated ? [platform, simulatorWork(simulated, storeId)] : [platform];
        },
      });
    });
    return opening;
  };
}
