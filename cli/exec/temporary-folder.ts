import { makeTemporaryFolder } from '../../emulator/temporary-folder.ts';
import type { CommandContext } from '../context.ts';

/** A folder for a store that lives as long as this command. */
export function temporaryFolder(context: CommandContext): string {
  const { path, remove } = makeTemporaryFolder();
  context.defer(remove);
  return path;
}
