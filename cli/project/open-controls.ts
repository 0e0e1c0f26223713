import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import type { CommandContext } from '../context.ts';
import { findProject } from './find-project.ts';
import { mustBeRunning } from './running-store.ts';

/**
 * The controls of the emulator that is meant: within `hp exec` that one, as its environment says, or else the one of
 * `hp dev` in this folder.
 */
export async function openControls({
  directory,
  environment,
}: Pick<CommandContext, 'directory' | 'environment'>): Promise<ControlClient> {
  const { HP_API_URL: url, HP_SECRET_KEY: secretKey } = environment;
  if (url && secretKey) return createControlClient({ url, secretKey });
  return createControlClient(await mustBeRunning(findProject(directory)));
}
