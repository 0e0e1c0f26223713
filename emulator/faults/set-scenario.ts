import { problem } from '../../runtime/contract/problem.ts';
import { unknownName } from '../../runtime/validation/index.ts';
import type { ControlOutput } from '../controls/control.ts';
import type { Fault } from './fault.ts';
import type { faultControls } from './fault-controls.ts';
import type { FaultHandlersOptions } from './fault-handlers.ts';
import { faultProblems } from './fault-problems.ts';
import { scenarios } from './scenarios.ts';
import { setFaults } from './set-faults.ts';
import { configOf } from './targets-in.ts';

type Shown = ControlOutput<(typeof faultControls)['faults.scenarios']>['scenarios'];

export async function shownScenarios({ storeOf }: FaultHandlersOptions, storeId: string): Promise<Shown> {
  const config = await configOf(storeOf(storeId));
  return scenarios.map(({ name, summary, faultsIn }) => ({ name, summary, faults: [...faultsIn(config)] }));
}

/** @throws {Problem} `scenario_not_found`, or `unfit_fault` where there is nothing in the store that it could strike. */
export async function setScenario(
  options: FaultHandlersOptions,
  storeId: string,
  name: string,
): Promise<readonly Fault[]> {
  const scenario = scenarios.find((each) => each.name === name);
  if (!scenario) {
    const names = scenarios.map((each) => each.name);
    throw problem(faultProblems.scenarioNotFound, { detail: unknownName(name, 'scenario', names) });
  }
  const inputs = scenario.faultsIn(await configOf(options.storeOf(storeId)));
  if (inputs.length === 0) {
    throw problem(faultProblems.unfitFault, {
      detail: `Nothing in this store is struck by "${name}": no such partner is connected.`,
      hint: 'Connect one by `integrations` in headlesspro.config.ts.',
    });
  }
  await options.faults.remove(storeId, (fault) => fault.scenario === name);
  return setFaults(options, storeId, inputs, name);
}
