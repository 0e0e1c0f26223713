import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'End recording, and write it to a file; or end a replay',
  description:
    'After a replay it says what was asked and is not in the recording, and ends with exit code 2 where that is anything.',
  examples: [
    { does: 'Keep what was recorded', command: 'hp recordings stop checkout.recording.json' },
    { does: 'End a replay', command: 'hp recordings stop' },
  ],
  args: { file: Args.string({ description: 'Where what was recorded goes' }) },
  flags: { force: Flags.boolean({ description: 'Replace a file that exists' }) },
  async run({ args: { file }, flags: { force } }, context) {
    const { stopRecording } = await import('../../recordings/stop-recording.ts');
    return stopRecording({ file, force }, context);
  },
  async print(stopped, terminal) {
    const { printStopped } = await import('../../recordings/recording-lines.ts');
    printStopped(stopped, terminal);
  },
  outcome: ({ state }) => (state.unmatched.length > 0 ? 'differences' : 'ok'),
});
