import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { SandboxRecord } from './sandbox-record.ts';

/** What lies in the folder of a sandbox. */
export interface SandboxFolder {
  readonly path: string;
  readonly database: string;
  /** What was uploaded to it. */
  readonly files: string;
  /** Webhooks made at its simulators. */
  readonly hooks: string;
  readonly record: string;
}

export function sandboxFolder(root: string, id: string): SandboxFolder {
  const path = join(root, id);
  return {
    path,
    database: join(path, 'store.db'),
    files: join(path, 'files'),
    hooks: join(path, 'hooks.json'),
    record: join(path, 'sandbox.json'),
  };
}

/** Not yet there, or no longer: whatever is called so is removed with the next start. */
const unfinished = /^\.(new|gone)-/;

async function writeRecord(folder: SandboxFolder, record: SandboxRecord): Promise<void> {
  await writeFile(`${folder.record}.new`, JSON.stringify(record), { mode: 0o600 });
  await rename(`${folder.record}.new`, folder.record);
}

async function removingIfFailed({ path }: SandboxFolder, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
}

/**
 * One folder a sandbox, below one of all. A sandbox is there from the moment that its folder has its name, and gone
 * from the moment that it has it no more: whenever the process ends, there is no half of one.
 */
export class SandboxFolders {
  readonly root: string;
  /** Records that are being written, so that the one that was changed last is the one that stays. */
  readonly #writing = new Map<string, Promise<void>>();

  constructor(root: string) {
    this.root = root;
  }

  of(id: string): SandboxFolder {
    return sandboxFolder(this.root, id);
  }

  /**
   * Those that are there. Removes what an end without warning left. One whose record can't be read is told of and left
   * alone: it must not keep the others, nor the main store, from being used.
   */
  async read(onDamaged: (error: Error) => void): Promise<SandboxRecord[]> {
    if (!existsSync(this.root)) return [];
    const records: SandboxRecord[] = [];
    for (const name of readdirSync(this.root)) {
      if (unfinished.test(name)) await rm(join(this.root, name), { recursive: true, force: true });
      if (!name.startsWith('sbx_')) continue;
      const { path, record } = this.of(name);
      try {
        // Written below, by this same program.
        records.push(JSON.parse(readFileSync(record, 'utf8')) as SandboxRecord);
      } catch (cause) {
        onDamaged(new Error(`The sandbox in ${path} is damaged; delete the folder.`, { cause }));
      }
    }
    return records;
  }

  /** A folder for a sandbox that is to come, with all but its record, which `fill` puts there. */
  async prepare(fill: (folder: SandboxFolder) => Promise<void>): Promise<SandboxFolder> {
    const coming = sandboxFolder(this.root, `.new-${ulid().toLowerCase()}`);
    await removingIfFailed(coming, async () => {
      await mkdir(coming.path, { recursive: true, mode: 0o700 });
      await fill(coming);
    });
    return coming;
  }

  /** Makes a prepared folder that of a sandbox. */
  async add(record: SandboxRecord, prepared: SandboxFolder): Promise<void> {
    await removingIfFailed(prepared, async () => {
      // At once: each way through the pool of threads would wait behind the copy for the next one.
      writeFileSync(prepared.record, JSON.stringify(record), { mode: 0o600 });
      renameSync(prepared.path, this.of(record.id).path);
    });
  }

  change(record: SandboxRecord): Promise<void> {
    const { id } = record;
    const before = this.#writing.get(id) ?? Promise.resolve();
    const write = () => writeRecord(this.of(id), record);
    const writing = before.then(write, write);
    this.#writing.set(id, writing);
    const forget = () => {
      if (this.#writing.get(id) === writing) this.#writing.delete(id);
    };
    writing.then(forget, forget);
    return writing;
  }

  async remove(id: string): Promise<void> {
    const going = join(this.root, `.gone-${id}`);
    // Told of to whoever asked for it.
    await this.#writing.get(id)?.catch(() => undefined);
    await rename(this.of(id).path, going);
    await rm(going, { recursive: true, force: true });
  }
}
