import { dirname, join } from 'node:path';
import { findConfigFile } from '../../runtime/config/index.ts';
import { refused } from '../cli-error.ts';

/** A folder with a `headlesspro.config.ts`. */
export interface Project {
  readonly directory: string;
  readonly configFile: string;
  /** `.headlesspro/`: what belongs to this machine. */
  readonly stateDirectory: string;
}

/** The project that a folder lies in, or undefined. */
export function lookUpProject(from: string): Project | undefined {
  const configFile = findConfigFile(from);
  if (configFile) return { directory: from, configFile, stateDirectory: join(from, '.headlesspro') };
  const parent = dirname(from);
  return parent === from ? undefined : lookUpProject(parent);
}

/** The project that a folder lies in. Throws where there is none. */
export function findProject(from: string): Project {
  const project = lookUpProject(from);
  if (project) return project;
  throw refused('no_project', `There is no headlesspro.config.ts in ${from} or above it.`, {
    fix: 'Go to the folder of a store, or make one with `hp init my-store`.',
    where: { file: from },
  });
}
