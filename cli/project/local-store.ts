import type { CommandContext } from '../context.ts';
import { findProject, lookUpProject, type Project } from './find-project.ts';
import { mustBeRunning } from './running-store.ts';

/** A store that runs on this machine. */
export interface LocalStore {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Undefined where the command was not typed in a project. */
  readonly project: Project | undefined;
}

/**
 * The store that this command is about: the one of `hp exec` inside of it, by the variables that it sets, else that of
 * the `hp dev` of this project.
 * @throws {CliError} `not_running`, `no_project`
 */
export async function localStore({ directory, environment }: CommandContext): Promise<LocalStore> {
  const { HP_API_URL: url, HP_SECRET_KEY: secretKey, HP_PUBLISHABLE_KEY: publishableKey = '' } = environment;
  if (url && secretKey) return { url, secretKey, publishableKey, project: lookUpProject(directory) };
  const project = findProject(directory);
  return { ...(await mustBeRunning(project)), project };
}
