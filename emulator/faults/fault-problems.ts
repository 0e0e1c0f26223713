import { defineProblems } from '../../runtime/contract/problem.ts';

export const faultProblems = defineProblems({
  unfitFault: {
    code: 'unfit_fault',
    status: 422,
    title: 'There can not be such a fault.',
    hint: 'Each entry of "errors" names a setting and what it must be.',
    kind: 'caller',
  },
  faultNotFound: {
    code: 'fault_not_found',
    status: 404,
    title: 'There is no such fault.',
    hint: '`hp faults list` shows those that are set.',
    kind: 'caller',
  },
  scenarioNotFound: {
    code: 'scenario_not_found',
    status: 404,
    title: 'There is no such scenario.',
    hint: '`hp faults scenario` lists those that there are.',
    kind: 'caller',
  },
});

/** What operations answer with because of a fault. They stand in no contract: the runtime never answers with them. */
export const struckProblems = defineProblems({
  unavailable: {
    code: 'unavailable',
    status: 503,
    title: 'The service can not answer just now.',
    hint: 'A fault that is set in this emulator did this: `hp faults list` shows it, `hp faults clear` takes it away.',
    kind: 'provider',
  },
});
