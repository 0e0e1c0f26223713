import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ulid } from 'ulid';
import type { Clock } from '../../runtime/context/context.ts';
import { problem } from '../../runtime/contract/problem.ts';
import { createFolderFileStore } from '../../runtime/files/folder-file-store.ts';
import type { FileStore } from '../../runtime/files/port.ts';
import { createKeyText, type KeyRing } from '../../runtime/keys/index.ts';
import type { Engine, Store } from '../../runtime/store/port.ts';
import { preparationOf, type SqliteFile } from '../../runtime/store/sqlite/index.ts';
import type { RunningSimulators } from '../simulators/start-simulators.ts';
import { linkFiles } from '../snapshots/link-files.ts';
import type { SnapshotSource } from '../snapshots/snapshots.ts';
import type { Template } from '../snapshots/template.ts';
import { emulatorCollections } from '../store-collections.ts';
import { createFilePool } from './file-pool.ts';
import { FoldersAhead } from './folders-ahead.ts';
import { isPendingAfterRestart, markPending, openSandbox, pendingWork } from './open-sandbox.ts';
import { SandboxEngine } from './sandbox-engine.ts';
import { withSandboxFiles } from './sandbox-files.ts';
import { SandboxFolders } from './sandbox-folders.ts';
import { withSandboxKeys } from './sandbox-keys.ts';
import { sandboxProblems } from './sandbox-problems.ts';
import { endOf, expiryIn, type SandboxRecord } from './sandbox-record.ts';
import { SandboxRegistry } from './sandbox-registry.ts';
import { Sleepers } from './sleepers.ts';
import { mainStoreId } from './store-place.ts';

export interface SandboxesOptions {
  /** The folder below which each has its own. */
  readonly root: string;
  /** Holds every store that is no sandbox. */
  readonly main: Engine;
  readonly clockOf: (storeId: string) => Clock;
  /** Once they run. */
  readonly simulators: () => RunningSimulators | undefined;
  /** Waited for with each file that was opened, before anything else is asked of it. */
  readonly onOpened: (sandboxId: string, store: Store) => Promise<void>;
  /** Told of each whose file was closed or that was removed: nothing of it has to be kept in memory. */
  readonly onRest: (sandboxId: string) => void;
  /** Told of each that was removed. */
  readonly onRemoved: (sandboxId: string) => void;
  readonly onFailure: (error: unknown) => void;
  /** As many files are open at a time, but for those in use. */
  readonly mostOpen?: number;
}

export interface NewSandbox {
  readonly template: Template;
  readonly name: string | undefined;
  /** Seconds from now after which it goes, used or not. */
  readonly expiresIn: number | undefined;
  readonly isKept: boolean;
}

/** What is shown of a sandbox. */
export interface Sandbox extends SandboxRecord {
  /** When it goes, if nobody uses it until then; null for not by itself. RFC 3339, machine time. */
  readonly endsAt: string | null;
}

const idleSeconds = 3600;
const restAfterMilliseconds = 15_000;
const sweepMilliseconds = 5000;
const restartMilliseconds = 1000;

/** The sandboxes of one emulator. */
export class Sandboxes {
  /** The main store's and those of all sandboxes, as one. */
  readonly engine: SandboxEngine;
  readonly folders: SandboxFolders;
  readonly #options: SandboxesOptions;
  readonly #ahead: FoldersAhead;
  readonly #registry: SandboxRegistry;
  readonly #pool;
  readonly #sleepers: Sleepers;
  readonly #detach = new Map<string, () => void>();
  #resuming: NodeJS.Timeout | undefined;
  #sweeper: NodeJS.Timeout | undefined;
  #isClosed = false;
  #sweeping: Promise<void> | undefined;

  constructor(options: SandboxesOptions) {
    this.#options = options;
    this.folders = new SandboxFolders(options.root);
    this.#ahead = new FoldersAhead(this.folders);
    this.#registry = new SandboxRegistry(this.folders, options.onFailure);
    this.#pool = createFilePool<SqliteFile>({
      open: (id) => this.#open(id),
      close: (id, file) => this.#rest(id, file),
      mostOpen: options.mostOpen ?? 24,
    });
    this.#sleepers = new Sleepers(options.clockOf);
    this.engine = new SandboxEngine({ main: options.main, pool: this.#pool, sleepers: this.#sleepers });
    // Those of the start before are taken up when this one is over.
    if (existsSync(options.root)) {
      const resume = () => this.#resume().catch(options.onFailure);
      this.#resuming = setTimeout(resume, restartMilliseconds).unref();
    }
  }

  /** The main store's keys and those of the sandboxes. */
  keys(ring: KeyRing): KeyRing {
    return withSandboxKeys(ring, async (key) => {
      await this.#registry.ready();
      const record = this.#registry.withKey(key);
      if (record) this.#registry.used(record.id);
      return record;
    });
  }

  files(main: FileStore): FileStore {
    const stores = new Map<string, FileStore>();
    const storeAt = (path: string) => {
      const known = stores.get(path) ?? createFolderFileStore(path);
      stores.set(path, known);
      return known;
    };
    return withSandboxFiles({
      main,
      ready: () => this.#registry.ready(),
      ownOf: (id) => (this.#registry.get(id) ? createFolderFileStore(this.folders.of(id).files) : undefined),
      bases: () =>
        [...new Set(this.#registry.all().map(({ baseFiles }) => join(this.folders.root, baseFiles)))].map(
          storeAt,
        ),
    });
  }

  async has(id: string): Promise<boolean> {
    await this.#registry.ready();
    this.#registry.used(id);
    return this.#registry.get(id) !== undefined;
  }

  async create({ template, name, expiresIn, isKept }: NewSandbox): Promise<Sandbox> {
    await this.#registry.ready();
    const id = `sbx_${ulid().toLowerCase()}`;
    const record: SandboxRecord = {
      ...{ id, name: name ?? id, madeFrom: template.name, isKept },
      createdAt: new Date().toISOString(),
      expiresAt: expiryIn(expiresIn),
      ...{ idleSeconds: expiresIn === undefined ? idleSeconds : null, channel: template.channel },
      secretKey: createKeyText('secret'),
      publishableKey: createKeyText('publishable'),
      ...{ baseFiles: relative(this.folders.root, template.files), encryptionKeys: template.encryptionKeys },
      preparedBy: template.preparedBy,
    };
    await this.folders.add(record, await this.#ahead.take(template));
    this.#registry.add(record);
    this.#keepSweeping();
    return this.#shown(record);
  }

  async list(): Promise<Sandbox[]> {
    await this.#registry.ready();
    return this.#registry.all().map((record) => this.#shown(record));
  }

  /** @throws {Problem} `sandbox_not_found` */
  async get(id: string): Promise<Sandbox> {
    return this.#shown(await this.#mustFind(id));
  }

  /** Keeps it until it is deleted, or for as many seconds; or lets it go by itself again, when nobody uses it. */
  async keep(id: string, isKept: boolean, expiresIn?: number): Promise<Sandbox> {
    await this.#mustFind(id);
    await this.#change(id, { isKept, expiresAt: expiryIn(expiresIn), idleSeconds });
    this.#registry.used(id);
    return this.#shown(await this.#mustFind(id));
  }

  async delete(id: string): Promise<void> {
    await this.#remove(await this.#mustFind(id));
  }

  /** A sandbox, for a snapshot of it. */
  async source(id: string): Promise<SnapshotSource> {
    const record = await this.#mustFind(id);
    const { files, hooks } = this.folders.of(id);
    return {
      storeId: id,
      copyTo: (path) => this.#pool.use(id, (file) => file.copyTo(path)),
      ...{ encryptionKeys: record.encryptionKeys, channel: record.channel, hooks },
      files: [
        { folder: join(this.folders.root, record.baseFiles), isBelowId: true },
        { folder: files, isBelowId: false },
      ],
    };
  }

  /** Gives the sandboxes that were made from what lies in a folder their own files of it. */
  async releaseFrom(folder: string): Promise<void> {
    await this.#registry.ready();
    for (const record of this.#registry.all()) {
      const base = join(this.folders.root, record.baseFiles);
      if (!base.startsWith(`${folder}${sep}`)) continue;
      await linkFiles(base, join(this.folders.of(record.id).path, 'base'));
      await this.#change(record.id, { baseFiles: join(record.id, 'base') });
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#resuming);
    clearInterval(this.#sweeper);
    await this.#sweeping?.catch(this.#options.onFailure);
    await this.#ahead.close();
    await this.#registry.note();
    await this.engine.close();
  }

  #shown(record: SandboxRecord): Sandbox {
    const end = endOf(record, this.#registry.usedAt(record.id));
    return { ...record, endsAt: end === undefined ? null : new Date(end).toISOString() };
  }

  async #mustFind(id: string): Promise<SandboxRecord> {
    await this.#registry.ready();
    const record = this.#registry.get(id);
    if (record) return record;
    throw problem(sandboxProblems.sandboxNotFound, { detail: `There is no sandbox ${id}.` });
  }

  /** Changes what is written of one that is there still; of what several change at once nothing is lost. */
  async #change(id: string, fields: Partial<SandboxRecord>): Promise<void> {
    const record = this.#registry.get(id);
    if (!record) return;
    const changed = { ...record, ...fields };
    this.#registry.change(changed);
    await this.folders.change(changed);
  }

  async #open(id: string): Promise<SqliteFile> {
    const record = await this.#mustFind(id);
    const clock = { now: () => this.#options.clockOf(id).now() };
    const file = await openSandbox(this.folders.of(id), record, clock);
    await this.#options.onOpened(id, file.engine.store(mainStoreId));
    this.#sleepers.remove(id);
    this.#detach.set(id, this.engine.outbox.attach(file.engine.outbox));
    return file;
  }

  /** Closes a file, and remembers what it has to be opened for again. */
  async #rest(id: string, file: SqliteFile): Promise<void> {
    const record = this.#registry.get(id);
    const pending = await pendingWork(file, this.#options.clockOf(id).now());
    this.#detach.get(id)?.();
    this.#detach.delete(id);
    if (record) {
      this.#sleepers.add(id, pending);
      const folder = this.folders.of(id);
      await markPending(folder, pending);
      const preparedBy = preparationOf(emulatorCollections);
      if (record.preparedBy !== preparedBy) await this.#change(id, { preparedBy });
    }
    await file.engine.close();
    // Not waited for: it may be about to ask for the file, which opens it again.
    if (!pending.isSimulatorBusy) this.#options.simulators()?.leave(id).catch(this.#options.onFailure);
    this.#options.onRest(id);
  }

  async #remove(record: SandboxRecord): Promise<void> {
    const { id } = record;
    // Somebody else may have begun at the same moment.
    if (!this.#registry.remove(record)) return;
    await this.#options.simulators()?.leave(id);
    await this.#pool.close(id);
    this.#sleepers.remove(id);
    await this.folders.remove(id);
    this.#options.onRest(id);
    this.#options.onRemoved(id);
  }

  async #resume(): Promise<void> {
    await this.#registry.ready();
    for (const { id } of this.#registry.all()) {
      if (this.#isClosed || !isPendingAfterRestart(this.folders.of(id))) continue;
      await this.#pool.use(id, () => this.#options.simulators()?.resume(id));
    }
    this.#keepSweeping();
  }

  #keepSweeping(): void {
    if (this.#isClosed) return;
    this.#sweeper ??= setInterval(() => {
      this.#sweeping ??= this.#sweep()
        .catch(this.#options.onFailure)
        .finally(() => {
          this.#sweeping = undefined;
        });
    }, sweepMilliseconds).unref();
  }

  async #sweep(): Promise<void> {
    for (const record of this.#registry.ended(Date.now())) await this.#remove(record);
    await this.#pool.closeIdle(performance.now() - restAfterMilliseconds);
    await this.#registry.note();
  }
}
