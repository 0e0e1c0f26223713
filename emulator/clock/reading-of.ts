import type { Clock } from '../../runtime/context/context.ts';
import type { ControlOutput } from '../controls/control.ts';
import type { clockControls } from './clock-controls.ts';
import { isReal } from './clock-state.ts';
import type { Clocks } from './clocks.ts';

export type ClockReading = ControlOutput<(typeof clockControls)['clock.show']>;

export function readingOf(clocks: Clocks, storeId: string, machineClock: Clock): ClockReading {
  const now = clocks.of(storeId).now();
  const machine = machineClock.now();
  const state = clocks.state(storeId);
  const running = isReal(state) ? 'real' : 'moved';
  return {
    now: now.toISOString(),
    mode: state.frozenAt === null ? running : 'frozen',
    machine: machine.toISOString(),
    aheadSeconds: isReal(state) ? 0 : Math.round((now.getTime() - machine.getTime()) / 1000),
  };
}
