import { relative, resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'start',
  summary: "Write this store's TypeScript SDK, its own attributes included",
  description:
    'Reads headlesspro.config.ts; nothing has to run. Only files that differ are written, and the same config gives ' +
    'the same bytes everywhere. `hp dev` does this by itself when the config changes.',
  examples: [
    { does: 'Write it where the project keeps it', command: 'hp generate' },
    { does: 'Another folder', command: 'hp generate --out packages/store-sdk/src' },
    { does: 'In CI: fail with exit code 2 where it is not up to date', command: 'hp generate --check' },
  ],
  flags: {
    out: Flags.string({
      description: 'Folder to write to (src/headlesspro, or headlesspro where there is no src)',
      helpValue: '<folder>',
    }),
    check: Flags.boolean({ description: 'Write nothing; exit with 2 where something would change' }),
  },
  async run({ flags }, { directory }) {
    const { findProject } = await import('../project/find-project.ts');
    const { sdkFolder } = await import('../project/sdk-folder.ts');
    const { sdkOf } = await import('../project/write-project-sdk.ts');
    const { loadConfig } = await import('../../runtime/config/index.ts');
    const { checkSdk, writeSdk } = await import('../../codegen/index.ts');
    const project = findProject(directory);
    const folder = flags.out ? resolve(directory, flags.out) : sdkFolder(project.directory);
    const files = sdkOf((await loadConfig(project.configFile)).config);
    const shown = relative(directory, folder) || '.';
    if (flags.check) return { folder: shown, check: await checkSdk(folder, files), written: undefined };
    return { folder: shown, check: undefined, written: await writeSdk(folder, files) };
  },
  outcome: ({ check }) => (check && check.differences.length > 0 ? 'differences' : 'ok'),
  print({ folder, check, written }, { paint, result }) {
    if (written) {
      const { length } = written.written;
      const total = length + written.unchanged.length;
      result(
        length + written.removed.length === 0
          ? `${paint.green('✔')} ${folder} is up to date (${total} files)`
          : `${paint.green('✔')} ${folder}: ${length} of ${total} files written, ${written.removed.length} removed`,
      );
      return;
    }
    if (!check) return;
    if (check.differences.length === 0) {
      result(`${paint.green('✔')} ${folder} is up to date`);
      return;
    }
    result(`${paint.yellow('!')} ${folder} is not what \`hp generate\` would write:`);
    for (const { path, kind } of check.differences) result(`  ${kind.padEnd(8)} ${path}`);
    for (const change of check.breaking) result(`  ${paint.red('breaking')} ${change.where} ${change.what}`);
    result(`${paint.green('→')} Run \`hp generate\` and commit what it writes.`);
  },
});
