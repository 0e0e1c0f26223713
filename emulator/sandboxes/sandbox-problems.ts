import { defineProblems } from '../../runtime/contract/problem.ts';

export const sandboxProblems = defineProblems({
  sandboxNotFound: {
    code: 'sandbox_not_found',
    status: 404,
    title: 'There is no such sandbox.',
    hint: 'It was deleted, or its time was over; `hp sandbox list` shows those that there are. Keep one with `hp sandbox keep`.',
    kind: 'caller',
  },
  unfitTemplate: {
    code: 'unfit_template',
    status: 422,
    title: 'No store can be made of this.',
    hint: 'Give the name of a snapshot, or a seed with a configuration that declares what its products use.',
    kind: 'caller',
  },
});
