import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

/** A folder for a store that lives no longer than this process. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** Of this machine: process numbers of another one, or of a container that shares the folder, say nothing here. */
const prefix = `headlesspro-${hostname().replace(/[^\w.]/g, '_')}-`;

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Removes what processes left behind that ended without saying so. */
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

/** Makes one. Where it is not removed before this process ends, the next that makes one on this machine does it. */
export function makeTemporaryFolder(): TemporaryFolder {
  const parent = realpathSync(tmpdir());
  removeAbandoned(parent);
  const path = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  return { path, remove: () => remove(path) };
}
