import Type from 'typebox';
import { defineControls } from '../controls/control.ts';
import { recordingProblems } from './recording-problems.ts';
import { Recording, RecordingState } from './recording-schema.ts';

export const recordingControls = defineControls({
  'recordings.show': {
    summary: 'Show whether provider calls are recorded or replayed',
    http: 'GET /_emulator/v1/recordings',
    input: Type.Object({}),
    output: RecordingState,
    errors: [],
    effect: 'read',
  },
  'recordings.start': {
    summary: 'Record what the platform asks Stripe and PayPal',
    description:
      'Simulated or real, as the config says. What is recorded is kept in memory until it is stopped. Secrets and ' +
      'personal data are left out as they come; ids of the store are named by their order.',
    http: 'POST /_emulator/v1/recordings/start',
    input: Type.Object({}),
    output: RecordingState,
    errors: [recordingProblems.recordingUnderWay],
    effect: 'write',
  },
  'recordings.replay': {
    summary: 'Answer what the platform asks Stripe and PayPal from a recording',
    description:
      'Nobody is asked, and no keys are needed. A call that is not in the recording is refused, and the refusal names ' +
      'the closest that is. Notices of providers are not part of it.',
    http: 'POST /_emulator/v1/recordings/replay',
    input: Type.Object({ recording: Recording }),
    output: RecordingState,
    maximumBodyBytes: 64 * 1024 * 1024,
    errors: [recordingProblems.recordingUnderWay],
    effect: 'write',
  },
  'recordings.stop': {
    summary: 'End recording or replaying, and get what was recorded',
    http: 'POST /_emulator/v1/recordings/stop',
    input: Type.Object({}),
    output: Type.Object({ state: RecordingState, recording: Type.Union([Recording, Type.Null()]) }),
    errors: [recordingProblems.nothingRecorded],
    effect: 'write',
  },
});
