import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a project's local store lies: `.headlesspro/` in its folder, ignored by git, readable by its user only. */
export interface LocalState {
  readonly directory: string;
  readonly database: string;
  /** What happened, for the dashboard and the tools. */
  readonly journal: string;
  readonly files: string;
  readonly keys: string;
  /** What personal data is sealed with; without it the data can't be read again. */
  readonly encryptionKeys: string;
  /** Below which each sandbox has a folder. */
  readonly sandboxes: string;
  /** Stores that were filled from a seed once, to be copied. Made anew where they are missing. */
  readonly templates: string;
  /** Below which each snapshot has a folder. */
  readonly snapshots: string;
  /** What is about to take the place of the store, see `finishRestore`. */
  readonly restoring: string;
  /** Webhooks that were made at the simulators, with their secrets. */
  readonly hooks: string;
  /** Names the seed that the store was filled with; missing while it is being filled. */
  readonly seed: string;
}

export function localState(projectDirectory: string): LocalState {
  const directory = join(projectDirectory, '.headlesspro');
  return {
    directory,
    database: join(directory, 'store.db'),
    journal: join(directory, 'journal.db'),
    files: join(directory, 'files'),
    keys: join(directory, 'keys.json'),
    encryptionKeys: join(directory, 'encryption-keys'),
    sandboxes: join(directory, 'sandboxes'),
    templates: join(directory, 'templates'),
    snapshots: join(directory, 'snapshots'),
    restoring: join(directory, 'restoring'),
    hooks: join(directory, 'hooks.json'),
    seed: join(directory, 'seed.json'),
  };
}

/** Makes `.headlesspro/` a folder that git leaves out, also where the project's own .gitignore forgets it. */
export function ignoreLocalState({ directory }: Pick<LocalState, 'directory'>): void {
  mkdirSync(directory, { recursive: true });
  const ignore = join(directory, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}

export function prepareLocalState(state: LocalState): void {
  mkdirSync(state.files, { recursive: true, mode: 0o700 });
  ignoreLocalState(state);
}

/**
 * Moves a store's data to a folder of its own, from where it can be moved back. Keys stay. The store must not be
 * open. Returns that folder, or undefined where there was no data.
 */
export function setAside(projectDirectory: string, moment: Date): string | undefined {
  const state = localState(projectDirectory);
  if (!existsSync(state.directory)) return undefined;
  const data = readdirSync(state.directory).filter((name) =>
    /^((store|journal)\.db.*|files|seed\.json)$/.test(name),
  );
  if (!data.some((name) => name.startsWith('store.db'))) return undefined;
  const target = join(state.directory, 'aside', moment.toISOString().replace(/[:.]/g, '-'));
  mkdirSync(target, { recursive: true });
  for (const name of data) renameSync(join(state.directory, name), join(target, name));
  return target;
}
