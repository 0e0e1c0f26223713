import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, emptyFolder, hp } from '../cli/run-hp.ts';
import { type LocalStore, openLocal } from './local-store.ts';
import { configSource, type RunningRuntime, startRuntime, writeConfig } from './running-runtime.ts';

export interface GivenPush {
  readonly project: string;
  readonly runtime: RunningRuntime;
  readonly local: LocalStore;
  /** Runs `hp` in the project with the target's key; `TARGET` stands for the runtime's URL. */
  run(...args: string[]): Promise<Ended>;
}

export interface GivenOptions {
  /** The config's text, which may name the runtime. */
  readonly config?: (url: string) => string;
  readonly env?: NodeJS.ProcessEnv;
  /** Where the project's requests go, if not to the runtime itself. */
  readonly through?: (runtime: RunningRuntime) => Promise<string>;
}

/** A project whose local store runs, and a hosted runtime on this database that nobody has pushed to. */
export async function givenPush(databaseUrl: string, options: GivenOptions = {}): Promise<GivenPush> {
  const project = join(emptyFolder(), 'shop');
  mkdirSync(project);
  const runtime = await startRuntime({ databaseUrl });
  const url = options.through ? await options.through(runtime) : runtime.url;
  writeConfig(project, options.config?.(url) ?? configSource());
  const local = await openLocal(project);
  const environment = { HEADLESSPRO_TARGET_KEY: runtime.secretKey, PRODUCTION_KEY: runtime.secretKey };
  return {
    ...{ project, runtime, local },
    run: (...args) =>
      hp(
        args.map((argument) => (argument === 'TARGET' ? url : argument)),
        project,
        { ...environment, ...options.env },
      ),
  };
}
