import { defineProblems } from '../../runtime/contract/problem.ts';

export const snapshotProblems = defineProblems({
  snapshotNotFound: {
    code: 'snapshot_not_found',
    status: 404,
    title: 'There is no such snapshot.',
    hint: '`hp snapshot list` shows those that there are; `hp snapshot save NAME` makes one.',
    kind: 'caller',
  },
  snapshotExists: {
    code: 'snapshot_exists',
    status: 409,
    title: 'There is a snapshot of this name.',
    hint: 'Choose another name, or delete that one first with `hp snapshot delete NAME`. Nothing is overwritten.',
    kind: 'conflict',
  },
  unfitName: {
    code: 'unfit_snapshot_name',
    status: 422,
    title: 'A snapshot can not be called so.',
    hint: 'Use letters, digits, dots, dashes and underscores, up to 64, beginning with a letter or a digit.',
    kind: 'caller',
  },
  ofProject: {
    code: 'snapshot_of_project',
    status: 409,
    title: 'The snapshot belongs to the project.',
    hint: 'Delete it outside of `hp exec`: `hp snapshot delete NAME`.',
    kind: 'conflict',
  },
  ofOtherVersion: {
    code: 'snapshot_of_other_version',
    status: 409,
    title: 'The snapshot was taken by another version of HeadlessPro.',
    hint:
      'Take it with this version: fill a store as it was filled then, or move what can be moved by `hp export` there and ' +
      '`hp import` here. `hp snapshot delete NAME` removes it.',
    kind: 'conflict',
  },
  notOfSandboxes: {
    code: 'not_of_sandboxes',
    status: 409,
    title: 'A snapshot is restored to the main store alone.',
    hint: 'Make another sandbox from it: `sandboxes.create` with its name takes milliseconds.',
    kind: 'conflict',
  },
});
