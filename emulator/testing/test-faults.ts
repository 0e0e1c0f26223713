import type { ControlClient } from '../controls/control-client.ts';
import type { Fault, FaultInput } from '../faults/index.ts';

/** Lets things go wrong in one store. */
export interface TestFaults {
  /**
   * @example
   * await store.faults.set({ kind: 'error', provider: 'stripe', times: 1 });
   */
  set(fault: FaultInput): Promise<Fault>;
  /** Those that are set, each with how often it struck. */
  list(): Promise<readonly Fault[]>;
  /** Takes the one of an id away, or all of them. */
  clear(id?: string): Promise<void>;
  /** Sets the faults of a ready-made scenario: `payment-provider-down`, as `hp faults scenario` lists them. */
  scenario(name: string): Promise<readonly Fault[]>;
}

export function createTestFaults(controls: ControlClient): TestFaults {
  return {
    set: (fault) => controls.call('faults.set', fault),
    list: async () => (await controls.call('faults.list', {})).faults,
    async clear(id) {
      await controls.call('faults.clear', id === undefined ? {} : { id });
    },
    scenario: async (name) => (await controls.call('faults.scenario', { name })).faults,
  };
}
