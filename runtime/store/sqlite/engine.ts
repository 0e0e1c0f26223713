import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { CorruptDatabase, DatabaseUnavailable, StoreBusy } from '../errors.ts';
import type { BareEngine, Collection, Engine, Outbox, Store, StoreClock } from '../port.ts';
import { type EncryptionKeys, sealEngine, sealingKeys } from '../sealed/index.ts';
import { Subscribers } from '../subscribers.ts';
import { chooseDriver } from './choose-driver.ts';
import { SqliteCollections } from './collections.ts';
import { defaultTuning, SqliteConnection, type Tuning } from './connection.ts';
import type { SqliteDriver } from './driver.ts';
import { isFailure } from './failures.ts';
import { checkFiles } from './file-check.ts';
import { SqliteOutbox } from './outbox.ts';
import { RecentReads } from './recent-reads.ts';
import { checkSchema, migrate, schemaVersion, tablesWithStores } from './schema.ts';
import { SqliteStore } from './store.ts';
import { Transactions } from './transactions.ts';

export interface SqliteEngineOptions {
  /** A file in a folder that exists, or `:memory:`. */
  readonly path: string;
  /** All the collections that stores may use; their indexes are brought up to date when the engine opens. */
  readonly collections: readonly Collection[];
  readonly clock: StoreClock;
  /** What personal data is sealed with, see `parseEncryptionKeys`. */
  readonly encryptionKeys: EncryptionKeys;
  /** The first that works here unless given. */
  readonly driver?: SqliteDriver;
  readonly tuning?: Tuning;
  /**
   * Whether this very version of the program prepared the file with these collections and closed it: then neither its
   * pages nor its tables are looked at once more.
   */
  readonly isPrepared?: boolean;
}

/** A database file with its engine. */
export interface SqliteFile {
  readonly engine: Engine;
  /**
   * Copies the file as it is after the last commit, to a path where nothing is yet. Whoever writes waits meanwhile,
   * whoever reads does not.
   */
  copyTo(path: string): Promise<void>;
}

/** Up to these sizes every page is checked; beyond, that takes longer than people wait for a start. */
const thoroughCheckBytes = { afterCleanEnd: 16 * 2 ** 20, afterCrash: 128 * 2 ** 20 };

/**
 * Opens a database file, or creates it. Throws `CorruptDatabase` (the file is left untouched), `NewerDatabase`,
 * `DatabaseUnavailable`, `WrongEncryptionKey`, or `NoSqliteDriver`.
 */
export async function openSqliteEngine(options: SqliteEngineOptions): Promise<Engine> {
  return (await openSqliteFile(options)).engine;
}

/** The same, for whoever copies the file while it is open. */
export async function openSqliteFile(options: SqliteEngineOptions): Promise<SqliteFile> {
  const { path, collections: declared, clock, encryptionKeys } = options;
  const collections = collectionsOf(declared);
  const driver = options.driver ?? (await chooseDriver());
  const connections: SqliteConnection[] = [];
  try {
    const { writer, reader } = openConnections(driver, options, collections, connections);
    const recentReads = new RecentReads(writer);
    const engine = new SqliteEngine(driver, { writer, reader, recentReads, collections, clock });
    return {
      engine: await sealEngine(engine, declared, encryptionKeys),
      copyTo: (target) => engine.copyTo(path, target),
    };
  } catch (error) {
    for (const connection of connections) await connection.close();
    throw explain(path, error);
  }
}

const prepared = new WeakMap<readonly Collection[], SqliteCollections>();

/** Collections with their SQL, made once for all the files that hold the same ones. */
function collectionsOf(declared: readonly Collection[]): SqliteCollections {
  const known = prepared.get(declared);
  if (known) return known;
  const collections = new SqliteCollections([...declared, sealingKeys]);
  prepared.set(declared, collections);
  return collections;
}

const preparations = new WeakMap<readonly Collection[], string>();

/**
 * A text that differs where a file that holds these collections has to be looked at before it is used: other tables,
 * other indexes, another version of either.
 */
export function preparationOf(declared: readonly Collection[]): string {
  const known = preparations.get(declared);
  if (known !== undefined) return known;
  const tables = collectionsOf(declared).all.map(({ tables: { documents, indexes } }) => [
    documents,
    ...indexes.map(({ name, definition }) => `${name} ${definition}`),
  ]);
  const preparation = createHash('sha256')
    .update(JSON.stringify([schemaVersion, tables]))
    .digest('hex')
    .slice(0, 20);
  preparations.set(declared, preparation);
  return preparation;
}

function openConnections(
  driver: SqliteDriver,
  { path, tuning = defaultTuning, isPrepared = false }: SqliteEngineOptions,
  collections: SqliteCollections,
  opened: SqliteConnection[],
) {
  const isInMemory = path === ':memory:';
  const file = isInMemory ? { bytes: 0, hasWal: false } : checkFiles(path);
  const open = () => {
    const connection = new SqliteConnection(driver, path, tuning);
    opened.push(connection);
    return connection;
  };
  const writer = open();
  const limit = file.hasWal ? thoroughCheckBytes.afterCrash : thoroughCheckBytes.afterCleanEnd;
  if (!isPrepared) {
    checkSchema(writer, path);
    if (file.bytes > 0 && file.bytes <= limit) checkPages(writer, path);
  }
  writer.prepareToWrite();
  if (!isPrepared) migrate(writer, collections);
  writer.prepareToWait();
  if (isInMemory) return { writer, reader: writer };
  const reader = open();
  reader.prepareToRead();
  return { writer, reader };
}

function checkPages(connection: SqliteConnection, path: string): void {
  const result = connection.statement('PRAGMA quick_check(1)').get()?.quick_check;
  if (result !== 'ok') throw new CorruptDatabase(path, String(result));
}

function explain(path: string, error: unknown): unknown {
  if (isFailure('corrupt', error)) return new CorruptDatabase(path, error);
  if (isFailure('busy', error)) {
    return new DatabaseUnavailable(
      path,
      'another process is using it',
      'Stop that process (`hp ps` lists them), then try again.',
      error,
    );
  }
  if (isFailure('unwritable', error)) {
    const message = error instanceof Error ? error.message : String(error);
    return new DatabaseUnavailable(path, message, 'Check the permissions of the file and its folder.', error);
  }
  return error;
}

interface SqliteEngineParts {
  readonly writer: SqliteConnection;
  readonly reader: SqliteConnection;
  readonly recentReads: RecentReads;
  readonly collections: SqliteCollections;
  readonly clock: StoreClock;
}

class SqliteEngine implements BareEngine {
  readonly description: string;
  readonly outbox: Outbox;
  readonly #writer: SqliteConnection;
  readonly #reader: SqliteConnection;
  readonly #collections: SqliteCollections;
  readonly #clock: StoreClock;
  readonly #recentReads: RecentReads;
  readonly #transactions: Transactions;
  readonly #subscribers = new Subscribers();

  constructor(driver: SqliteDriver, { writer, reader, recentReads, collections, clock }: SqliteEngineParts) {
    this.description = `SQLite (${driver.name})`;
    this.#writer = writer;
    this.#reader = reader;
    this.#collections = collections;
    this.#clock = clock;
    this.#recentReads = recentReads;
    this.#transactions = new Transactions(writer, recentReads, writer === reader);
    this.outbox = new SqliteOutbox(this.#transactions, reader, this.#subscribers);
  }

  store(id: string): Store {
    return new SqliteStore({
      id,
      reader: this.#reader,
      isShared: this.#reader === this.#writer,
      transactions: this.#transactions,
      recentReads: this.#recentReads,
      collections: this.#collections,
      clock: this.#clock,
      subscribers: this.#subscribers,
    });
  }

  async storeIds(): Promise<string[]> {
    return this.#transactions.read(() => {
      const ids = new Set<string>();
      for (const { tables } of this.#collections.all) {
        // From one id to the next larger one: never over all documents.
        const next = this.#reader.statement(
          `SELECT store_id AS id FROM "${tables.documents}" WHERE store_id > ? ORDER BY store_id LIMIT 1`,
        );
        for (let row = next.get(''); row; row = next.get(String(row.id))) ids.add(String(row.id));
      }
      return [...ids].sort();
    });
  }

  async drop(storeId: string): Promise<void> {
    await this.#transactions.run((connection) => {
      this.#recentReads.willChangeAll();
      for (const table of tablesWithStores(connection)) {
        connection.statement(`DELETE FROM "${table}" WHERE store_id = ?`).run(storeId);
      }
    });
  }

  async copyTo(path: string, target: string): Promise<void> {
    await this.#transactions.whileQuiet(async (connection) => {
      // What is in the log alone would not be in the copy. Nobody reads just now: reads end within a turn.
      const busy = connection.statement('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy;
      if (busy !== 0) throw new StoreBusy('a moment by another process');
      await copyFile(path, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    });
  }

  async close(): Promise<void> {
    await this.#transactions.close(async () => {
      if (this.#reader !== this.#writer) await this.#reader.close();
      await this.#writer.close();
    });
  }
}
