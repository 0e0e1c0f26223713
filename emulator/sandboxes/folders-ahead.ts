import { constants, existsSync } from 'node:fs';
import { copyFile, rm, stat } from 'node:fs/promises';
import type { Template } from '../snapshots/template.ts';
import type { SandboxFolder, SandboxFolders } from './sandbox-folders.ts';

interface Ahead {
  readonly source: string;
  readonly folder: Promise<SandboxFolder>;
}

/** Of a snapshot that was saved again under its name, or of another template, a copy is of no use. */
async function sourceOf({ database }: Template): Promise<string> {
  const { ino, mtimeMs, size } = await stat(database);
  return JSON.stringify([database, ino, mtimeMs, size]);
}

/**
 * Copies of a template that become sandboxes. Tests make one after the other: while one is used, the copy for the next
 * is made, and whoever asks for it has not to wait for the disk.
 */
export class FoldersAhead {
  readonly #folders: SandboxFolders;
  #next: Ahead | undefined;
  #isClosed = false;

  constructor(folders: SandboxFolders) {
    this.#folders = folders;
  }

  async take(template: Template): Promise<SandboxFolder> {
    const source = await sourceOf(template);
    const ahead = this.#next;
    this.#next = undefined;
    const taken = ahead?.source === source ? ahead.folder : undefined;
    if (!taken) await discard(ahead);
    // Why one that was made ahead failed, or is gone, is of no interest where it succeeds now.
    const ready = await taken?.catch(() => undefined);
    const folder = ready && existsSync(ready.database) ? ready : await this.#copy(template);
    if (!this.#isClosed) this.#next ??= { source, folder: watched(this.#copy(template)) };
    return folder;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await discard(this.#next);
  }

  #copy(template: Template): Promise<SandboxFolder> {
    return this.#folders.prepare(async (folder) => {
      await copyFile(template.database, folder.database, constants.COPYFILE_FICLONE);
      if (existsSync(template.hooks)) await copyFile(template.hooks, folder.hooks);
    });
  }
}

/** Its failure is told to whoever takes it, and may come before. */
function watched<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}

async function discard(ahead: Ahead | undefined): Promise<void> {
  const folder = await ahead?.folder.catch(() => undefined);
  if (folder) await rm(folder.path, { recursive: true, force: true });
}
