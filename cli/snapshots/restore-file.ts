import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { importSnapshot, prepareRestore, Snapshots } from '../../emulator/snapshots/index.ts';

const name = 'imported';

/** Gets ready that the store in a folder, which must not be open, starts from a snapshot's file. */
export async function restoreFile(directory: string, file: string): Promise<void> {
  // So named that the next restoring removes it, should this process be killed.
  const folder = await mkdtemp(join(directory, '.headlesspro', `.new-${process.pid}-`));
  try {
    const snapshots = new Snapshots(folder);
    await importSnapshot(snapshots, file, name);
    await prepareRestore(directory, snapshots.template(name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
