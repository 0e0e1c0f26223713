import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Take in a snapshot that was exported, here or elsewhere',
  description:
    'The store stays as it is: `hp snapshot restore` goes on from it, sandboxes are made from it. What is damaged, or ' +
    'was written by a newer version, is refused, and nothing is overwritten.',
  examples: [
    { does: 'Under the name that it had', command: 'hp snapshot import bug-42.hpsnapshot' },
    { does: 'Under another', command: 'hp snapshot import bug-42.hpsnapshot --name checkout-bug' },
  ],
  args: { file: Args.string({ required: true, description: 'What `hp snapshot export` wrote' }) },
  flags: { name: Flags.string({ description: 'Another name', helpValue: '<name>' }) },
  async run({ args, flags }, context) {
    const { mustBeOutsideExec } = await import('../../project/exec-store.ts');
    mustBeOutsideExec('hp snapshot import', context.environment);
    const { resolve } = await import('node:path');
    const { importSnapshot } = await import('../../../emulator/snapshots/index.ts');
    const { findProject } = await import('../../project/find-project.ts');
    const { projectSnapshots } = await import('../../snapshots/project-snapshots.ts');
    const snapshots = projectSnapshots(findProject(context.directory));
    const file = resolve(context.directory, args.file);
    const { name, createdAt, takenOf, counts } = await importSnapshot(snapshots, file, flags.name);
    return { name, createdAt, takenOf, counts };
  },
  async print(taken, { paint, result }) {
    const { contentsOf } = await import('../../snapshots/snapshot-lines.ts');
    result(`${paint.green('✔')} took in "${taken.name}": ${contentsOf(taken)}`);
  },
});
