import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../emulator/is-alive.ts';
import { refused } from '../cli-error.ts';
import { stateDirectory } from '../state-directory.ts';
import type { Project } from './find-project.ts';

/** What `.headlesspro/dev.json` says of the `hp dev` that runs in a folder. Readable by its user only. */
export interface RunningStore {
  readonly pid: number;
  readonly directory: string;
  readonly startedAt: string;
  /** Empty while it starts. */
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly storefront: string | null;
  /** Where other commands ask it for something. */
  readonly control: { readonly url: string; readonly token: string };
}

const lockFile = (project: Pick<Project, 'stateDirectory'>) => join(project.stateDirectory, 'dev.json');

function readLock(file: string): RunningStore | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningStore;
  } catch {
    // Half-written by a process that was killed: nobody holds it.
    return undefined;
  }
}

/** A process number may have been given to another program since; the one that we mean answers with its token. */
async function answers(store: RunningStore): Promise<boolean> {
  if (store.control.url === '') return true;
  const response = await fetch(store.control.url, {
    headers: { authorization: `Bearer ${store.control.token}` },
    signal: AbortSignal.timeout(2000),
  }).catch(() => undefined);
  return response?.ok ?? false;
}

/** The `hp dev` of a project, if it runs. */
export async function findRunning(project: Omit<Project, 'configFile'>): Promise<RunningStore | undefined> {
  const store = readLock(lockFile(project));
  // The folder of another store, copied while that one ran.
  const isCopy = store !== undefined && store.directory !== project.directory && existsSync(store.directory);
  return store && !isCopy && isAlive(store.pid) && (await answers(store)) ? store : undefined;
}

/** The `hp dev` of a project. Throws where none runs. */
export async function mustBeRunning(project: Project): Promise<RunningStore> {
  const running = await findRunning(project);
  if (running && running.url !== '') return running;
  throw refused('not_running', `The store in ${project.directory} is not running.`, {
    fix: 'Start it with `hp dev` in another terminal.',
    where: { file: project.directory },
  });
}

const registry = () => join(stateDirectory(), 'running');
const entryOf = (directory: string) =>
  join(registry(), `${createHash('sha256').update(directory).digest('hex').slice(0, 16)}.json`);

/** Every `hp dev` of this user; entries of those that ended without saying so are removed. */
export async function allRunning(): Promise<RunningStore[]> {
  if (!existsSync(registry())) return [];
  const found = await Promise.all(
    readdirSync(registry()).map(async (name) => {
      const entry = join(registry(), name);
      const directory = readLock(entry)?.directory;
      const store = directory ? readLock(join(directory, '.headlesspro', 'dev.json')) : undefined;
      if (store && isAlive(store.pid) && (await answers(store))) return [store];
      rmSync(entry, { force: true });
      return [];
    }),
  );
  return found.flat().sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

export interface Claim {
  readonly token: string;
  update(change: Partial<RunningStore>): void;
  release(): void;
}

/** Claims a project for this process. Throws where another `hp dev` has it. */
export async function claimProject(project: Omit<Project, 'configFile'>): Promise<Claim> {
  const file = lockFile(project);
  mkdirSync(project.stateDirectory, { recursive: true });
  const running = await findRunning(project);
  if (running) {
    throw refused(
      'already_running',
      `hp dev is running here already, as process ${running.pid}${running.url ? `, at ${running.url}` : ''}.`,
      {
        fix: 'Use that one, or stop it with `hp stop`.',
        where: { file: project.directory },
        details: { pid: running.pid, url: running.url, storefront: running.storefront },
      },
    );
  }
  rmSync(file, { force: true });
  let store: RunningStore = {
    pid: process.pid,
    directory: project.directory,
    startedAt: new Date().toISOString(),
    url: '',
    secretKey: '',
    publishableKey: '',
    storefront: null,
    control: { url: '', token: randomBytes(16).toString('hex') },
  };
  // `wx`: of two that start at once, one gets it.
  writeFileSync(file, JSON.stringify(store), { mode: 0o600, flag: 'wx' });
  mkdirSync(registry(), { recursive: true });
  writeFileSync(entryOf(project.directory), JSON.stringify({ directory: project.directory }));
  return {
    token: store.control.token,
    update(change) {
      store = { ...store, ...change };
      writeFileSync(`${file}.new`, JSON.stringify(store), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release() {
      rmSync(file, { force: true });
      rmSync(entryOf(project.directory), { force: true });
    },
  };
}
