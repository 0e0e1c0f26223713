import { problem } from '../../runtime/contract/problem.ts';
import type { ControlHandlers } from '../controls/control.ts';
import type { faultControls } from './fault-controls.ts';
import { faultProblems } from './fault-problems.ts';
import type { Faults } from './faults.ts';
import type { TargetsOptions } from './targets-in.ts';

export interface FaultHandlersOptions extends TargetsOptions {
  readonly faults: Faults;
}

/** What is needed to set a fault is loaded with the first one, so that a start doesn't wait for it. */
export function faultHandlers(options: FaultHandlersOptions): ControlHandlers<typeof faultControls> {
  const { faults } = options;
  return {
    async 'faults.set'(input, { storeId }) {
      const { setFaults } = await import('./set-faults.ts');
      const [fault] = await setFaults(options, storeId, [input], null);
      if (!fault) throw new Error('A fault was set, and none is there.');
      return fault;
    },
    'faults.list': async (_input, { storeId }) => ({ faults: [...(await faults.list(storeId))] }),
    async 'faults.clear'({ id, scenario }, { storeId }) {
      if (id !== undefined && scenario !== undefined)
        throw problem(faultProblems.unfitFault, {
          detail: 'Give the id of a fault or a scenario, not both.',
        });
      const cleared = await faults.remove(storeId, (fault) =>
        id === undefined ? scenario === undefined || fault.scenario === scenario : fault.id === id,
      );
      if (cleared === 0 && id !== undefined)
        throw problem(faultProblems.faultNotFound, { detail: `No fault ${id} is set.` });
      return { cleared };
    },
    async 'faults.scenarios'(_input, { storeId }) {
      const { shownScenarios } = await import('./set-scenario.ts');
      return { scenarios: await shownScenarios(options, storeId) };
    },
    async 'faults.scenario'({ name }, { storeId }) {
      const { setScenario } = await import('./set-scenario.ts');
      return { faults: [...(await setScenario(options, storeId, name))] };
    },
  };
}
