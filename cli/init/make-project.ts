import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seedNamed } from '../../emulator/seeds/index.ts';
import type { CommandContext } from '../context.ts';
import { runTasks, type Task } from '../output/index.ts';
import { packageRoot } from '../package-root.ts';
import { runExternal } from '../run-external.ts';
import type { InitChoices } from './ask-choices.ts';
import { ciFile } from './ci/ci-file.ts';
import { cliOrigin } from './cli-origin.ts';
import { copyTemplate } from './copy-template.ts';
import { firstCommit } from './first-commit.ts';
import { managerVersion } from './manager-version.ts';
import { mentionSdks } from './mention-sdks.ts';
import { installArguments, settingsFiles } from './package-manager.ts';
import { stageBeside } from './target-folder.ts';
import { writeSdks } from './write-sdks.ts';

/** TypeScript alone is what a config without `sdk` says, too. */
function configSource({ name, seed, sdk }: InitChoices): string {
  const settings = Object.fromEntries(sdk.map((language) => [language, {}]));
  return seedNamed(seed).configSource(name, sdk.join() === 'typescript' ? undefined : settings);
}

/**
 * Makes a project in a folder beside its place, and moves it there when it is whole: whatever interrupts the work,
 * the place holds all or nothing.
 */
export async function makeProject(choices: InitChoices, context: CommandContext): Promise<void> {
  const { target, name, template, packageManager, install, git, ci, sdk } = choices;
  const headlesspro = cliOrigin(packageRoot());
  const staging = stageBeside(target);
  const { directory } = staging;
  // What still runs in the folder is waited for, or it would write into it again.
  let underWay: Promise<unknown> = Promise.resolve();
  context.defer(async () => {
    await underWay.catch(() => undefined);
    staging.discard();
  });
  const task = (title: string, run: () => Promise<string | undefined>): Task => ({
    title,
    run: async () => {
      context.signal.throwIfAborted();
      const work = run();
      underWay = work;
      return work;
    },
  });
  await runTasks(context.terminal, [
    task('Copy the storefront', async () => {
      copyTemplate(template, directory, { name, headlesspro });
      writeFileSync(join(directory, 'headlesspro.config.ts'), configSource(choices));
      for (const [file, text] of Object.entries(settingsFiles[packageManager]))
        writeFileSync(join(directory, file), text);
      if (ci) {
        const version = await managerVersion(packageManager, context.environment, directory);
        const { path, text } = ciFile(ci, packageManager, version);
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), text);
      }
      return undefined;
    }),
    task(sdk.length > 1 ? "Write the store's SDKs" : "Write the store's SDK", async () => {
      await writeSdks(directory);
      mentionSdks(directory, sdk);
      return undefined;
    }),
    task('Install dependencies', async () => {
      if (!install) return 'skipped';
      await runExternal({
        command: packageManager,
        args: installArguments[packageManager],
        directory,
        signal: context.signal,
        fix: 'Mend that and run the command again, or leave the installing to yourself with --no-install.',
      });
      return undefined;
    }),
    task('Start a git repository', async () =>
      git ? firstCommit(directory, dirname(target), context.signal) : 'skipped',
    ),
  ]);
  context.signal.throwIfAborted();
  staging.commit();
}
