import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import type { CommandContext } from '../context.ts';
import { localStore } from './local-store.ts';

/** What the emulator of the running store offers beside the platform: clock, sandboxes. */
export async function openControls(context: CommandContext): Promise<ControlClient> {
  return createControlClient(await localStore(context));
}
