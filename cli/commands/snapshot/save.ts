import { Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { snapshotNameArgument } from '../../snapshots/snapshot-name-argument.ts';

export default defineCommand({
  group: 'data',
  summary: 'Keep the state of the local store under a name',
  description:
    'Database, files, clock and the state of the simulators, of one moment. Works beside a running `hp dev`, which goes ' +
    'on answering. Nothing is overwritten.',
  examples: [
    { does: 'Before something is tried out', command: 'hp snapshot save before-import' },
    { does: 'Of a sandbox', command: 'hp snapshot save failed --sandbox sbx_01jd8q5w2c3x4y5z6a7b8c9d0e' },
  ],
  args: snapshotNameArgument,
  flags: {
    sandbox: Flags.string({ description: 'A sandbox instead of the main store', helpValue: '<id>' }),
  },
  async run({ args, flags }, context) {
    const { findProject } = await import('../../project/find-project.ts');
    const { openStore } = await import('../../project/open-store.ts');
    const store = await openStore(findProject(context.directory), context);
    return (await store.controls(flags.sandbox)).call('snapshots.save', { name: args.name });
  },
  async print(saved, { paint, result }) {
    const { contentsOf } = await import('../../snapshots/snapshot-lines.ts');
    result(`${paint.green('✔')} saved "${saved.name}": ${contentsOf(saved)}`);
  },
});
