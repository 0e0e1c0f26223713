import type { Emulator } from '../../emulator/index.ts';
import { type LoadedConfig, loadCompiler, loadConfig } from '../../runtime/config/index.ts';
import { explainFailure } from '../explain-failure.ts';
import type { Project } from '../project/find-project.ts';
import { keepSdks, loadGenerator } from '../project/keep-sdks.ts';
import type { ShowEvent } from './dev-events.ts';

/** Milliseconds in which an editor's several writes count as one change. */
const settle = 20;

/** Milliseconds after which a start is over, and what an edit needs can be loaded without anybody waiting. */
const quiet = 1000;

/** Puts every change of the config into force, or says why it can't be and leaves the one before. */
export async function watchConfig(
  project: Project,
  loaded: LoadedConfig,
  emulator: Emulator,
  show: ShowEvent,
): Promise<() => Promise<void>> {
  const { watch } = await import('chokidar');
  const watcher = watch([...loaded.dependencies], { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  // Where it can't be loaded, the first edit says so.
  const preloading = setTimeout(
    () => Promise.all([loadCompiler(), loadGenerator()]).catch(() => undefined),
    quiet,
  );
  let work: Promise<void> = Promise.resolve();

  async function apply(): Promise<void> {
    const start = performance.now();
    try {
      const next = await loadConfig(project.configFile);
      watcher.add([...next.dependencies]);
      await emulator.configure(next.config);
      await writeSdks(next, start);
    } catch (error) {
      show({ event: 'config.refused', failure: explainFailure(error, ['dev']) });
    }
  }

  async function writeSdks(next: LoadedConfig, start: number): Promise<void> {
    try {
      const sdks = await keepSdks(project, next);
      show({ event: 'config.applied', milliseconds: Math.round(performance.now() - start), sdks });
    } catch (error) {
      show({ event: 'sdk.refused', failure: explainFailure(error, ['dev']) });
    }
  }

  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other: the last one wins.
      work = work.then(apply);
    }, settle);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return async () => {
    clearTimeout(timer);
    clearTimeout(preloading);
    await watcher.close();
    await work;
  };
}
