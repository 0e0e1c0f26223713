import { Flags } from '@oclif/core';
import { cancelled } from '../../cli-error.ts';
import { defineCommand } from '../../define-command.ts';
import { snapshotNameArgument } from '../../snapshots/snapshot-name-argument.ts';

export default defineCommand({
  group: 'data',
  summary: "Set the local store's data aside and go on from a snapshot",
  description:
    'Works beside a running `hp dev`, and without one. Address and keys stay the same, and so do sandboxes.',
  examples: [
    { does: 'Asks first', command: 'hp snapshot restore before-import' },
    { does: 'Without asking', command: 'hp snapshot restore before-import --yes' },
  ],
  args: snapshotNameArgument,
  flags: { yes: Flags.boolean({ char: 'y', description: 'Do not ask' }) },
  async run({ args: { name }, flags }, context) {
    const { mustBeOutsideExec } = await import('../../project/exec-store.ts');
    mustBeOutsideExec('hp snapshot restore', context.environment);
    const { findProject } = await import('../../project/find-project.ts');
    const { openStore } = await import('../../project/open-store.ts');
    const { askYesOrNo } = await import('../../output/index.ts');
    const { projectSnapshots } = await import('../../snapshots/project-snapshots.ts');
    const project = findProject(context.directory);
    projectSnapshots(project).get(name);
    const isSure =
      flags.yes ||
      (await askYesOrNo(context.terminal, {
        message: `Go on from "${name}" in ${project.directory}? Its data is set aside.`,
        flag: '--yes',
      }));
    if (!isSure) throw cancelled();
    await (await openStore(project, context)).restore(name);
    return { directory: project.directory, snapshot: name };
  },
  print({ snapshot }, { paint, result }) {
    result(`${paint.green('✔')} the store goes on from the snapshot "${snapshot}"`);
  },
});
