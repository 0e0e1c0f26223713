import { defineProblems } from '../../runtime/contract/problem.ts';

export const clockProblems = defineProblems({
  clockBackwards: {
    code: 'clock_backwards',
    status: 409,
    title: 'A clock does not go back.',
    hint:
      'It does not go back, because what happened until then has happened: orders, expiries, events in the order of ' +
      'their time. `hp reset` begins anew at real time.',
    kind: 'conflict',
  },
  clockUnreadable: {
    code: 'clock_unreadable',
    status: 422,
    title: 'The time or the duration could not be understood.',
    hint: 'A duration is written like "3 days", "2h 30m", "1 month" or "P3D"; a time like "2026-12-24T18:00:00Z".',
    kind: 'caller',
  },
});
