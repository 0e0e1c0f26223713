import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../../emulator/is-alive.ts';
import { refused } from '../cli-error.ts';

function entriesOf(directory: string): string[] | undefined {
  const stat = statSync(directory, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (!stat.isDirectory())
    throw refused('not_a_folder', `${directory} is a file.`, { fix: 'Choose another folder.' });
  return readdirSync(directory);
}

/** Refuses a folder that holds something, and says what. */
export function mustBeEmpty(directory: string): void {
  const entries = entriesOf(directory) ?? [];
  if (entries.length === 0) return;
  const named = entries.slice(0, 5).join(', ');
  const more = entries.length > 5 ? ` and ${entries.length - 5} more` : '';
  throw refused('folder_not_empty', `${directory} is not empty: it holds ${named}${more}.`, {
    fix: 'Choose another folder, or empty this one first.',
    where: { file: directory },
    details: { entries },
  });
}

/** A folder beside the target in which everything is made before it appears under its name. */
export interface Staging {
  readonly directory: string;
  /** Gives the finished folder its name. */
  commit(): void;
  /** Removes what was made; does nothing after `commit`. */
  discard(): void;
}

/** Removes what a run that was killed left behind. */
function removeAbandoned(parent: string, prefix: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length));
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

export function stageBeside(target: string): Staging {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  const prefix = `.${basename(target)}.hp-init-`;
  removeAbandoned(parent, prefix);
  const directory = join(parent, `${prefix}${process.pid}`);
  mkdirSync(directory);
  let isCommitted = false;
  return {
    directory,
    commit() {
      mustBeEmpty(target);
      if (target === process.cwd()) {
        // Replacing the folder would leave the user's shell in one that is gone, so its contents move instead.
        for (const name of readdirSync(directory)) renameSync(join(directory, name), join(target, name));
        rmdirSync(directory);
      } else renameSync(directory, target);
      isCommitted = true;
    },
    discard() {
      if (!isCommitted) rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
