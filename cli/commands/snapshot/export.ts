import { Args } from '@oclif/core';
import { defineCommand } from '../../define-command.ts';
import { snapshotNameArgument } from '../../snapshots/snapshot-name-argument.ts';

export default defineCommand({
  group: 'data',
  summary: 'Write a snapshot to one file, for another machine',
  description:
    'The file holds everything, with the key to the personal data in it: whoever has it can read them. It opens with ' +
    '`hp snapshot import` and `hp dev --import`.',
  examples: [
    { does: 'To before-import.hpsnapshot', command: 'hp snapshot export before-import' },
    {
      does: 'To a file of your choice',
      command: 'hp snapshot export before-import ~/shared/bug-42.hpsnapshot',
    },
  ],
  args: {
    ...snapshotNameArgument,
    file: Args.string({ description: 'Where it goes; NAME.hpsnapshot here unless given' }),
  },
  async run({ args: { name, file = `${name}.hpsnapshot` } }, context) {
    const { mustBeOutsideExec } = await import('../../project/exec-store.ts');
    mustBeOutsideExec('hp snapshot export', context.environment);
    const { existsSync, statSync } = await import('node:fs');
    const { resolve } = await import('node:path');
    const { exportSnapshot } = await import('../../../emulator/snapshots/index.ts');
    const { refused } = await import('../../cli-error.ts');
    const { findProject } = await import('../../project/find-project.ts');
    const { projectSnapshots } = await import('../../snapshots/project-snapshots.ts');
    const { version } = await import('../../version.ts');
    const path = resolve(context.directory, file);
    const snapshots = projectSnapshots(findProject(context.directory));
    if (existsSync(path)) {
      throw refused('file_exists', `There is a file ${path} already.`, { fix: 'Give another name.' });
    }
    await exportSnapshot(snapshots, name, path, version());
    return { name, file: path, bytes: statSync(path).size };
  },
  print({ name, file, bytes }, { paint, result }) {
    result(`${paint.green('✔')} wrote "${name}" to ${file} (${Math.ceil(bytes / 1024)} KB)`);
  },
});
