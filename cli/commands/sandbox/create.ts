import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Make an isolated store, with keys of its own',
  description:
    'A copy of a snapshot, or of the store as its seed filled it; in milliseconds. It is at the same address as the ' +
    'main store: the key says which is meant. It goes when nobody has used it for an hour.',
  examples: [
    { does: 'From the seed', command: 'hp sandbox create' },
    { does: 'From a snapshot, to be kept', command: 'hp sandbox create --snapshot before-import --keep' },
  ],
  flags: {
    name: Flags.string({ description: 'For people', helpValue: '<name>' }),
    snapshot: Flags.string({ description: 'What it is a copy of', helpValue: '<name>' }),
    keep: Flags.boolean({ description: 'Until it is deleted' }),
  },
  async run({ flags: { name, snapshot, keep } }, context) {
    const { openControls } = await import('../../project/open-controls.ts');
    return (await openControls(context)).call('sandboxes.create', {
      ...(name === undefined ? {} : { name }),
      ...(snapshot === undefined ? {} : { snapshot }),
      keep,
    });
  },
  print({ id, secretKey, publishableKey }, { paint, result }) {
    result(`${paint.green('✔')} ${id}\n  ${secretKey}\n  ${publishableKey}`);
  },
});
