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

/**
 * The named snapshots of one project: a folder each, which never changes once it is there. Those of a folder that is
 * lent can be used, and neither changed nor added to: a run of `hp exec` has its project's.
 */
export class Snapshots {
  readonly root: string;
  readonly #lent: Snapshots | undefined;

  constructor(root: string, lentRoot?: string) {
    this.root = root;
    this.#lent = lentRoot === undefined ? undefined : new Snapshots(lentRoot);
  }

  folderOf(name: string): string {
    return join(this.root, name);
  }

  /** By the time they were taken. */
  list(): SnapshotManifest[] {
    const names = existsSync(this.root) ? readdirSync(this.root).filter((name) => !name.startsWith('.')) : [];
    return [...names.map((name) => readManifest(this.folderOf(name))), ...(this.#lent?.list() ?? [])].sort(
      (one, other) => one.createdAt.localeCompare(other.createdAt),
    );
  }

  /** Whether it is there and not lent. */
  isOwn(name: string): boolean {
    return existsSync(join(this.folderOf(name), manifestFile));
  }

  /** @throws {Problem} `snapshot_not_found` */
  get(name: string): SnapshotManifest {
    if (this.isOwn(name)) return readManifest(this.folderOf(name));
    if (this.#lent?.isOwn(name)) return this.#lent.get(name);
    const names = this.list().map((each) => each.name);
    throw problem(snapshotProblems.snapshotNotFound, {
      detail: `There is no snapshot "${name}"; there is ${names.join(', ') || 'none yet'}.`,
    });
  }

  /** @throws {Problem} `snapshot_not_found`, `snapshot_of_other_version` */
  template(name: string): Template {
    const { encryptionKeys, channel, preparedBy, documentVersion: version } = this.get(name);
    if (version !== documentVersion) {
      throw problem(snapshotProblems.ofOtherVersion, {
        detail: `The snapshot "${name}" has documents of version ${version}, and this HeadlessPro reads version ${documentVersion}.`,
      });
    }
    const holder = this.isOwn(name) ? this : (this.#lent ?? this);
    return { name, encryptionKeys, channel, preparedBy, ...templatePaths(holder.folderOf(name)) };
  }

  /** @throws {Problem} `snapshot_exists`, `unfit_snapshot_name` */
  refuseExisting(name: string): void {
    if (!new RegExp(snapshotName).test(name)) {
      throw problem(snapshotProblems.unfitName, { detail: `"${name}" can not be the name of a snapshot.` });
    }
    if (!existsSync(this.folderOf(name)) && !this.#lent?.isOwn(name)) return;
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

  /** @throws {Problem} `snapshot_not_found`, `snapshot_of_project` */
  refuseDeleting(name: string): void {
    this.get(name);
    if (this.isOwn(name)) return;
    throw problem(snapshotProblems.ofProject, { detail: `The snapshot "${name}" is not of this run.` });
  }

  /** @throws {Problem} `snapshot_not_found`, `snapshot_of_project` */
  async delete(name: string): Promise<void> {
    this.refuseDeleting(name);
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
