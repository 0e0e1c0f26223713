import type { ControlClient } from '../controls/control-client.ts';
import type { TestFaults } from './test-faults.ts';

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
