import { defineCommand } from '../../define-command.ts';
import { snapshotNameArgument } from '../../snapshots/snapshot-name-argument.ts';

export default defineCommand({
  group: 'data',
  summary: 'Delete a snapshot',
  description: 'Sandboxes that were made from it stay.',
  examples: [{ does: 'For good', command: 'hp snapshot delete before-import' }],
  args: snapshotNameArgument,
  async run({ args }, context) {
    const { deleteSnapshot } = await import('../../snapshots/delete-snapshot.ts');
    return deleteSnapshot(args.name, context);
  },
  print({ name }, { paint, result }) {
    result(`${paint.green('✔')} deleted "${name}"`);
  },
});
