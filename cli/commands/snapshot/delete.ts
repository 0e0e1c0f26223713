import { defineCommand } from '../../define-command.ts';
import { snapshotNameArgument } from '../../snapshots/snapshot-name-argument.ts';

export default defineCommand({
  group: 'data',
  summary: 'Delete a snapshot',
  description: 'Sandboxes that were made from it stay.',
  examples: [{ does: 'For good', command: 'hp snapshot delete before-import' }],
  args: snapshotNameArgument,
  async run({ args }, context) {
    const { mustBeOutsideExec } = await import('../../project/exec-store.ts');
    mustBeOutsideExec('hp snapshot delete', context.environment);
    const { findProject } = await import('../../project/find-project.ts');
    const { openStore } = await import('../../project/open-store.ts');
    const store = await openStore(findProject(context.directory), context);
    return (await store.controls()).call('snapshots.delete', { name: args.name });
  },
  print({ name }, { paint, result }) {
    result(`${paint.green('✔')} deleted "${name}"`);
  },
});
