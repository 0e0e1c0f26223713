import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CorruptDatabase,
  NewerDatabase,
  UnusableEncryptionKeys,
  WrongEncryptionKey,
} from '../../runtime/store/index.ts';
import { readContainer, UnreadableContainer, writeContainer } from './container.ts';
import { documentVersion, type SnapshotManifest } from './snapshot-manifest.ts';
import type { Snapshots } from './snapshots.ts';

/** What stands at the head of the file, for whoever looks into it: nothing secret. */
type FileManifest = Pick<SnapshotManifest, 'name' | 'documentVersion' | 'counts' | 'takenOf'>;

/** Writes a snapshot to one file, with the key to its personal data: whoever has the file can read them. */
export async function exportSnapshot(
  snapshots: Snapshots,
  name: string,
  file: string,
  headlesspro: string,
): Promise<SnapshotManifest> {
  const manifest = snapshots.get(name);
  const { counts, takenOf } = manifest;
  await writeContainer<FileManifest>(file, {
    ...{ kind: 'snapshot', headlesspro, directory: snapshots.folderOf(name) },
    manifest: { name, documentVersion: manifest.documentVersion, counts, takenOf },
  });
  return manifest;
}

const update = 'Update headlesspro: `npm install -D headlesspro@latest`.';

function refuseOtherDocuments(file: string, version: number): void {
  if (version === documentVersion) return;
  const reason = `its documents are of version ${version}, and this HeadlessPro reads version ${documentVersion}.`;
  const fix =
    version > documentVersion
      ? update
      : 'Restore it with the version that wrote it, `hp export` there and `hp import` here.';
  throw new UnreadableContainer(file, reason, fix);
}

/**
 * Takes a file in as a snapshot, under the name that it has there unless another is given. Nothing is overwritten.
 * @throws {UnreadableContainer} where it is damaged, of something else, or of another version.
 * @throws {Problem} `snapshot_exists`
 */
export async function importSnapshot(
  snapshots: Snapshots,
  file: string,
  name: string | undefined,
): Promise<SnapshotManifest> {
  // Beside the snapshots, because it is renamed to be one of them.
  await mkdir(snapshots.root, { recursive: true, mode: 0o700 });
  const directory = await mkdtemp(join(snapshots.root, `.new-${process.pid}-`));
  try {
    const head = await readContainer<FileManifest>(file, 'snapshot', directory);
    refuseOtherDocuments(file, head.documentVersion);
    snapshots.refuseExisting(name ?? head.name);
    return await snapshots.takeIn(join(directory, 'content'), name);
  } catch (error) {
    if (error instanceof NewerDatabase) {
      throw new UnreadableContainer(file, 'its database is of a newer version than this one.', update);
    }
    const isDamaged =
      error instanceof CorruptDatabase ||
      error instanceof WrongEncryptionKey ||
      error instanceof UnusableEncryptionKeys ||
      error instanceof SyntaxError ||
      (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isDamaged) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableContainer(file, reason, 'Export it once more where it comes from.');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
