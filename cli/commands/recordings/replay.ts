import { Args } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Answer what the store asks Stripe and PayPal from a file',
  description:
    'Nobody is asked, and no keys are needed. A call that is not in the recording is refused, and the refusal names the ' +
    'closest that is.',
  examples: [{ does: 'As it was then', command: 'hp recordings replay checkout.recording.json' }],
  args: { file: Args.string({ required: true, description: 'A file of `hp recordings stop`' }) },
  async run({ args: { file } }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    const { readRecording } = await import('../../recordings/read-recording.ts');
    const recording = readRecording(file, context.directory);
    return (await openControls(context)).call('recordings.replay', { recording });
  },
  print({ unused }, { paint, result, note }) {
    result(`${paint.green('✔')} replaying ${unused} ${unused === 1 ? 'call' : 'calls'}`);
    note('`hp recordings stop` ends it.');
  },
});
