import { Args, Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'machine',
  summary: 'Stop the hp dev that runs in this folder, or all of them',
  description: 'Everything that was written is on disk already, so nothing is lost.',
  examples: [
    { does: 'The one of this project', command: 'hp stop' },
    { does: 'The one of another folder', command: 'hp stop ../other-store' },
    { does: 'All of them', command: 'hp stop --all' },
  ],
  args: { folder: Args.string({ description: 'Folder of the project; the one you are in unless given' }) },
  flags: { all: Flags.boolean({ description: 'Every store that runs on this machine' }) },
  async run({ args, flags }, context) {
    const { stopStores } = await import('../project/stop-stores.ts');
    return stopStores({ folder: args.folder, all: flags.all ?? false }, context);
  },
  print({ stopped }, { paint, result, note }) {
    if (stopped.length === 0) note('No store was running.');
    for (const { pid, directory } of stopped)
      result(`${paint.green('✔')} stopped process ${pid} in ${directory}`);
  },
});
