import { defineProblems } from '../../runtime/contract/problem.ts';

export const snapshotProblems = defineProblems({
  snapshotNotFound: {
    code: 'snapshot_not_found',
    status: 404,
    title: 'There is no such snapshot.',
    hint: '`hp snapshot list` shows those that there are; `hp snapshot save NAME` makes one.',
    kind: 'caller',
  },
});
