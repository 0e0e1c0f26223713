import { resolve } from 'node:path';
import { type LoadedConfig, loadConfig, type StoreConfig } from '../../runtime/config/index.ts';
import type { CommandContext } from '../context.ts';
import { findProject, lookUpProject, type Project } from '../project/find-project.ts';
import { seedOf } from '../project/known-seed.ts';

/** Whose store `hp dev` runs. */
export interface DevSource {
  /** The folder in which the store lies, as `.headlesspro`. */
  readonly directory: string;
  readonly stateDirectory: string;
  /** The project whose storefront is run beside it. */
  readonly storefrontDirectory: string | undefined;
  /** Read anew at each start. `followed` is the config whose changes are put into force, the SDK with them. */
  load(): Promise<{
    readonly config: StoreConfig;
    readonly seed: string;
    readonly followed: { readonly project: Project; readonly loaded: LoadedConfig } | undefined;
  }>;
}

function projectSource(project: Project): DevSource {
  const { directory, stateDirectory } = project;
  return {
    ...{ directory, stateDirectory, storefrontDirectory: directory },
    async load() {
      const loaded = await loadConfig(project.configFile);
      return { config: loaded.config, seed: seedOf(loaded), followed: { project, loaded } };
    },
  };
}

/** The store of a bundle, with the config that it had; the storefront is the one of the project that you are in. */
async function bundleSource(file: string, context: CommandContext): Promise<DevSource> {
  const { openBundle } = await import('../../emulator/bundles/index.ts');
  const { temporaryFolder } = await import('../exec/temporary-folder.ts');
  const directory = temporaryFolder(context);
  const { config, seed } = await openBundle(resolve(context.directory, file), directory);
  return {
    directory,
    stateDirectory: resolve(directory, '.headlesspro'),
    storefrontDirectory: lookUpProject(context.directory)?.directory,
    load: async () => ({ config, seed, followed: undefined }),
  };
}

/** The project that the folder lies in, or the store of a bundle. */
export async function devSource(bundle: string | undefined, context: CommandContext): Promise<DevSource> {
  if (bundle !== undefined) return bundleSource(bundle, context);
  return projectSource(findProject(context.directory));
}
