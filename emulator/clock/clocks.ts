import { systemClock } from '../../runtime/clock/system-clock.ts';
import type { Clock } from '../../runtime/context/context.ts';
import type { Store, StoreClock } from '../../runtime/store/port.ts';
import { isSimulated, mainStoreId } from '../sandboxes/store-place.ts';
import { type ClockState, isReal, realTime, timeOf } from './clock-state.ts';
import { readClock, writeClock } from './stored-clock.ts';

/** The clocks of all stores of this process. One that nobody moved is the machine's. */
export interface Clocks {
  of(storeId: string): Clock;
  /** For the engine of the emulator's own file, in which simulators have stores beside the platform's. */
  readonly ofFile: StoreClock;
  state(storeId: string): ClockState;
  /** Takes up the clock that a store was left with; to be asked before anything else is asked of the store. */
  load(storeId: string, store: Store): Promise<void>;
  /** Changes a store's clock; it is on disk before it counts. */
  change(store: Store, state: ClockState): Promise<void>;
  /**
   * Lets a clock stand at a time that `change` has written down, until it is let go of: while it is walked from one
   * moment to the next, it must not run by itself.
   */
  hold(storeId: string, time: Date): void;
  release(storeId: string): void;
  forget(storeId: string): void;
}

export function createClocks(machineClock: Clock = systemClock): Clocks {
  const states = new Map<string, ClockState>();
  const held = new Map<string, Date>();
  const made = new Map<string, Clock>();

  function keep(storeId: string, state: ClockState): void {
    if (isReal(state)) states.delete(storeId);
    else states.set(storeId, state);
  }

  function now(storeId: string): Date {
    const heldAt = held.get(storeId);
    if (heldAt) return heldAt;
    const state = states.get(storeId);
    return state ? timeOf(state, machineClock.now()) : machineClock.now();
  }

  return {
    of(storeId) {
      const known = made.get(storeId);
      if (known) return known;
      const clock = { now: () => now(storeId) };
      made.set(storeId, clock);
      return clock;
    },
    ofFile: { now: (storeId) => now(isSimulated(storeId) ? mainStoreId : storeId) },
    state: (storeId) => states.get(storeId) ?? realTime,
    async load(storeId, store) {
      keep(storeId, await readClock(store));
    },
    async change(store, state) {
      await writeClock(store, state);
      keep(store.id, state);
    },
    hold: (storeId, time) => void held.set(storeId, time),
    release: (storeId) => void held.delete(storeId),
    forget(storeId) {
      states.delete(storeId);
      held.delete(storeId);
      made.delete(storeId);
    },
  };
}
