import { problem } from '../../runtime/contract/problem.ts';
import { checkFault } from './check-fault.ts';
import type { Fault, FaultInput } from './fault.ts';
import type { FaultHandlersOptions } from './fault-handlers.ts';
import { faultProblems } from './fault-problems.ts';
import { targetsIn } from './targets-in.ts';

/** @throws {Problem} `unfit_fault` */
export async function setFaults(
  options: FaultHandlersOptions,
  storeId: string,
  inputs: readonly FaultInput[],
  scenario: string | null,
): Promise<readonly Fault[]> {
  const fit: Omit<Fault, 'id'>[] = [];
  for (const input of inputs) {
    const { errors, fault } = checkFault(input, await targetsIn(options, storeId, input), scenario);
    if (errors.length > 0)
      throw problem(faultProblems.unfitFault, { detail: 'Such a fault can not be set.', errors });
    fit.push(fault);
  }
  return options.faults.add(storeId, fit);
}
