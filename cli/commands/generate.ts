import { relative, resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { usage } from '../cli-error.ts';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'start',
  summary: "Write this store's SDKs, its own attributes included",
  description:
    'Reads headlesspro.config.ts; nothing has to run. Writes the languages that `sdk` in the config names, TypeScript ' +
    'unless it names any. Only files that differ are written, and the same config gives the same bytes everywhere. ' +
    '`hp dev` does this by itself when the config changes.',
  examples: [
    { does: 'Write them where the project keeps them', command: 'hp generate' },
    { does: 'In another language than the config names', command: 'hp generate --language python' },
    { does: 'Another folder', command: 'hp generate --language python --out ../reports/sdk' },
    { does: 'In CI: fail with exit code 2 where one is not up to date', command: 'hp generate --check' },
  ],
  flags: {
    language: Flags.string({
      char: 'l',
      description: 'typescript, python, go; several with commas (those that the config names)',
      helpValue: '<languages>',
    }),
    out: Flags.string({
      description:
        'Folder to write one language to (what the config says; src/headlesspro, sdk/python, sdk/go)',
      helpValue: '<folder>',
    }),
    check: Flags.boolean({ description: 'Write nothing; exit with 2 where something would change' }),
  },
  async run({ flags }, { directory }) {
    const { findProject } = await import('../project/find-project.ts');
    const { chosenLanguages } = await import('../project/languages.ts');
    const { projectSdks } = await import('../project/project-sdks.ts');
    const { sdkFiles } = await import('../project/sdk-files.ts');
    const { loadConfig } = await import('../../runtime/config/index.ts');
    const { checkSdk, writeSdk } = await import('../../codegen/index.ts');
    const chosen = flags.language === undefined ? undefined : chosenLanguages('language', flags.language);
    const project = findProject(directory);
    const loaded = await loadConfig(project.configFile);
    const declared = projectSdks(project.directory, loaded.project.sdk, chosen);
    if (flags.out !== undefined && declared.length > 1) {
      throw usage('invalid_flag', '--out is the folder of one SDK, and several would be written.', {
        fix: 'Say which, as --language python, or give each its folder in the config: sdk: { python: { folder } }.',
      });
    }
    const sdks = flags.out
      ? declared.map((sdk) => ({ ...sdk, folder: resolve(directory, flags.out ?? '') }))
      : declared;
    const files = sdkFiles(loaded.config, sdks);
    const results = sdks.map(async ({ language, folder }, index) => {
      const own = files[index] ?? new Map();
      const shown = { language, folder: relative(directory, folder) || '.' };
      if (flags.check) return { ...shown, check: checkSdk(folder, own), written: undefined };
      return { ...shown, check: undefined, written: writeSdk(folder, own) };
    });
    return { sdks: await Promise.all(results) };
  },
  outcome: ({ sdks }) => (sdks.some(({ check }) => check?.differences.length) ? 'differences' : 'ok'),
  async print({ sdks }, terminal) {
    const { printCheckedSdk, printWrittenSdk } = await import('../project/sdk-lines.ts');
    for (const { language, folder, check, written } of sdks) {
      if (written) printWrittenSdk(language, folder, written, terminal);
      if (check) printCheckedSdk(language, folder, check, terminal);
    }
    if (sdks.some(({ check }) => check?.differences.length))
      terminal.result(`${terminal.paint.green('→')} Run \`hp generate\` and commit what it writes.`);
  },
});
