import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../../runtime/contract/problem.ts';
import { createEncryptionKeyText } from '../../runtime/store/index.ts';
import { preparationOf } from '../../runtime/store/sqlite/index.ts';
import { mainStoreId } from '../sandboxes/store-place.ts';
import { emulatorCollections } from '../store-collections.ts';
import { linkFiles } from './link-files.ts';
import { keysInOrder, resealFile } from './reseal.ts';
import { makeFolder, removeFolder } from './safe-folder.ts';
import { documentVersion, type SnapshotManifest, snapshotName } from './snapshot-manifest.ts';
import { snapshotProblems } from './snapshot-problems.ts';
import { type Template, templatePaths } from './template.ts';

/** A store as a snapshot is taken of it, open or not. */
export interface SnapshotSource {
  readonly storeId: string;
  /** Copies its database file as it is now to a path where nothing is. */
  readonly copyTo: (path: string) => Promise<void>;
  readonly encryptionKeys: string;
  readonly channel: string;
  readonly hooks: string;
  /** Folders with its files, and whether each has the store's id at its root. */
  readonly files: readonly { readonly folder: string; readonly isBelowId: boolean }[];
}

const manifestFile = 'snapshot.json';

function readManifest(folder: string): SnapshotManifest {
  // Written below, by this same program, or checked when it was imported.
  return JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as SnapshotManifest;
}

/** The named snapshots of one project: a folder each, which never changes once it is there. */
export class Snapshots {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  folderOf(name: string): string {
    return join(this.root, name);
  }

  /** By the time they were taken. */
  list(): SnapshotManifest[] {
    if (!existsSync(this.root)) return [];
    return readdirSync(this.root)
      .filter((name) => !name.startsWith('.'))
      .map((name) => readManifest(this.folderOf(name)))
      .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  }

  /** @throws {Problem} `snapshot_not_found` */
  get(name: string): SnapshotManifest {
    const folder = this.folderOf(name);
    if (existsSync(join(folder, manifestFile))) return readManifest(folder);
    const names = this.list().map((each) => each.name);
    throw problem(snapshotProblems.snapshotNotFound, {
      detail: `There is no snapshot "${name}"; there is ${names.join(', ') || 'none yet'}.`,
    });
  }

  template(name: string): Template {
    const { encryptionKeys, channel, preparedBy } = this.get(name);
    return { name, encryptionKeys, channel, preparedBy, ...templatePaths(this.folderOf(name)) };
  }

  /** @throws {Problem} `snapshot_exists`, `unfit_snapshot_name` */
  refuseExisting(name: string): void {
    if (!new RegExp(snapshotName).test(name)) {
      throw problem(snapshotProblems.unfitName, { detail: `"${name}" can not be the name of a snapshot.` });
    }
    if (!existsSync(this.folderOf(name))) return;
    throw problem(snapshotProblems.snapshotExists, { detail: `There is a snapshot "${name}" already.` });
  }

  /** Takes one, while the store goes on. */
  async save(name: string, source: SnapshotSource): Promise<SnapshotManifest> {
    this.refuseExisting(name);
    const encryptionKeys = createEncryptionKeyText(`snapshot-${Date.now().toString(36)}`);
    await makeFolder(this.folderOf(name), async (coming) => {
      const paths = templatePaths(coming);
      const linkAll = async () => {
        for (const { folder, isBelowId } of source.files) {
          await linkFiles(folder, isBelowId ? paths.files : join(paths.files, mainStoreId));
        }
      };
      // Before and after: whatever a document of the copy tells of was there at one of the two times.
      await linkAll();
      await source.copyTo(paths.database);
      await linkAll();
      if (existsSync(source.hooks)) await copyFile(source.hooks, paths.hooks);
      const counts = await resealFile(paths.database, keysInOrder(encryptionKeys, source.encryptionKeys));
      const manifest: SnapshotManifest = {
        ...{ name, takenOf: source.storeId, createdAt: new Date().toISOString(), documentVersion, counts },
        ...{ channel: source.channel, preparedBy: preparationOf(emulatorCollections), encryptionKeys },
      };
      await writeFile(join(coming, manifestFile), JSON.stringify(manifest, null, 2), { mode: 0o600 });
      return ['store.db', manifestFile];
    });
    return this.get(name);
  }

  /** @throws {Problem} `snapshot_not_found` */
  async delete(name: string): Promise<void> {
    this.get(name);
    await removeFolder(this.folderOf(name));
  }

  /** Takes in an unpacked one, under its name or another. */
  async takeIn(unpacked: string, name: string | undefined): Promise<SnapshotManifest> {
    const manifest = readManifest(unpacked);
    const chosen = name ?? manifest.name;
    this.refuseExisting(chosen);
    await makeFolder(this.folderOf(chosen), async (coming) => {
      await rm(coming, { recursive: true });
      await rename(unpacked, coming);
      // Damage of the database itself, and keys that are not its own, are found here.
      const counts = await resealFile(templatePaths(coming).database, keysInOrder(manifest.encryptionKeys));
      const taken = {
        ...{ ...manifest, name: chosen, counts },
        preparedBy: preparationOf(emulatorCollections),
      };
      await writeFile(join(coming, manifestFile), JSON.stringify(taken, null, 2), { mode: 0o600 });
      return ['store.db', manifestFile];
    });
    return this.get(chosen);
  }
}
