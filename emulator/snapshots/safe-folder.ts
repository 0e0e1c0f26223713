import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAlive } from '../is-alive.ts';

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What processes that are gone left half made or half removed. */
async function removeUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const [, pid] = /^\.(?:new|gone)-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(root, name), { recursive: true, force: true });
  }
}

/**
 * Makes a folder that is there as a whole or not at all, whenever the process or the machine ends. `fill` answers the
 * names in it that must be on disk before it appears.
 */
export async function makeFolder(
  folder: string,
  fill: (coming: string) => Promise<readonly string[]>,
): Promise<void> {
  const root = dirname(folder);
  await mkdir(root, { recursive: true, mode: 0o700 });
  await removeUnfinished(root);
  const coming = join(root, `.new-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    await mkdir(coming, { mode: 0o700 });
    for (const name of await fill(coming)) await sync(join(coming, name));
    await sync(coming);
    await rename(coming, folder);
    await sync(root);
  } catch (error) {
    await rm(coming, { recursive: true, force: true });
    throw error;
  }
}

/** Removes a folder, which is gone at once for whoever looks. */
export async function removeFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const going = join(dirname(folder), `.gone-${process.pid}-${Math.random().toString(36).slice(2)}`);
  await rename(folder, going);
  await rm(going, { recursive: true, force: true });
}
