import { defineProblems } from '../../runtime/contract/problem.ts';

export const recordingProblems = defineProblems({
  recordingUnderWay: {
    code: 'recording_under_way',
    status: 409,
    title: 'Provider calls of this store are recorded or replayed already.',
    hint: 'End that first, with `hp recordings stop`.',
    kind: 'conflict',
  },
  nothingRecorded: {
    code: 'nothing_recorded',
    status: 409,
    title: 'Nothing is recorded or replayed in this store.',
    hint: 'Begin with `hp recordings start`, or `hp recordings replay FILE`.',
    kind: 'conflict',
  },
});
