import Type from 'typebox';
import { defineControls } from '../controls/control.ts';
import { faultProblems } from './fault-problems.ts';
import { Fault, FaultInput, Scenario } from './fault-schema.ts';

const Faults = Type.Object({ faults: Type.Array(Fault) });

export const faultControls = defineControls({
  'faults.set': {
    summary: 'Let something go wrong',
    description:
      'A fault strikes calls of one operation, one provider or one endpoint; of several that are meant for a call the ' +
      'first that is due. Faults stay with the store, over restarts and in snapshots, until they are cleared. Which ' +
      'calls a probability strikes is decided by the seed: the same ones each time. Answers that a fault made carry ' +
      'its id in the header `headlesspro-fault`.',
    http: 'POST /_emulator/v1/faults',
    input: FaultInput,
    output: Fault,
    errors: [faultProblems.unfitFault],
    effect: 'write',
  },
  'faults.list': {
    summary: 'List the faults that are set, and how often each struck',
    http: 'GET /_emulator/v1/faults',
    input: Type.Object({}),
    output: Faults,
    errors: [],
    effect: 'read',
  },
  'faults.clear': {
    summary: 'Take faults away',
    description: 'All of them, or the one of an id, or those of a scenario.',
    http: 'POST /_emulator/v1/faults/clear',
    input: Type.Object({ id: Type.Optional(Type.String()), scenario: Type.Optional(Type.String()) }),
    output: Type.Object({ cleared: Type.Integer() }),
    errors: [faultProblems.faultNotFound, faultProblems.unfitFault],
    effect: 'write',
  },
  'faults.scenarios': {
    summary: 'List ready-made scenarios, with the faults that each sets here',
    http: 'GET /_emulator/v1/faults/scenarios',
    input: Type.Object({}),
    output: Type.Object({ scenarios: Type.Array(Scenario) }),
    errors: [],
    effect: 'read',
  },
  'faults.scenario': {
    summary: 'Set the faults of a scenario',
    description: 'Those that it set before are replaced; others stay.',
    http: 'POST /_emulator/v1/faults/scenarios/{name}',
    input: Type.Object({ name: Type.String() }),
    output: Faults,
    errors: [faultProblems.scenarioNotFound, faultProblems.unfitFault],
    effect: 'write',
  },
});
