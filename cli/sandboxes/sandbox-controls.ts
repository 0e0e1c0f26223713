import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import type { CommandContext } from '../context.ts';
import { findProject } from '../project/find-project.ts';
import { mustBeRunning } from '../project/running-store.ts';

/** Sandboxes are served by the `hp dev` that runs in a folder. Throws where none does. */
export async function sandboxControls(context: CommandContext): Promise<ControlClient> {
  return createControlClient(await mustBeRunning(findProject(context.directory)));
}
