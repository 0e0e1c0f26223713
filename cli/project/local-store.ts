import type { CommandContext } from '../context.ts';
import { execStore } from './exec-store.ts';
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
 * The running store that this command is about: within `hp exec` that one, else that of the `hp dev` of this project.
 * Commands that work without a running store, too, use `openStore`.
 * @throws {CliError} `not_running`, `no_project`
 */
export async function localStore({ directory, environment }: CommandContext): Promise<LocalStore> {
  const within = execStore(environment);
  if (within) return { ...within, project: lookUpProject(directory) };
  const project = findProject(directory);
  return { ...(await mustBeRunning(project)), project };
}
