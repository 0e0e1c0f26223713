import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../emulator/is-alive.ts';
import type { CommandContext } from '../context.ts';

/** Of this machine: process numbers of another one, or of a container that shares the folder, say nothing here. */
const prefix = `headlesspro-${hostname().replace(/[^\w.]/g, '_')}-`;

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Removes what runs left behind that were killed, their watchers with them. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    try {
      remove(join(parent, name));
    } catch {
      // Another user's: that user's next run removes it.
    }
  }
}

/** A folder for a store that lives as long as this command. */
export function temporaryFolder(context: CommandContext): string {
  const parent = realpathSync(tmpdir());
  removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  context.defer(() => remove(folder));
  return folder;
}
