import type { BareEngine, Collection, Engine, Store, StoreClock } from '../port.ts';
import { type EncryptionKeys, sealEngine, sealingKeys } from '../sealed/index.ts';
import { Subscribers } from '../subscribers.ts';
import { PostgresCollections } from './collections.ts';
import { PostgresDatabase } from './database.ts';
import { PostgresOutbox } from './outbox.ts';
import { migrate, tablesWithStores } from './schema.ts';
import { PostgresStore } from './store.ts';
import { runTransaction } from './transactions.ts';

export interface PostgresEngineOptions {
  /** `postgres://user:password@host:port/database`; the database exists, its tables are made here. */
  readonly connectionString: string;
  /** All the collections that stores may use; their indexes are brought up to date when the engine opens. */
  readonly collections: readonly Collection[];
  readonly clock: StoreClock;
  /** What personal data is sealed with, see `parseEncryptionKeys`. */
  readonly encryptionKeys: EncryptionKeys;
  /** Most connections this process holds; 10 unless given. */
  readonly connections?: number;
}

/**
 * Connects to a database and brings its tables up to date. Any number of instances may do so at the same time.
 * Throws `DatabaseUnavailable` (never naming the password), `NewerDatabase` or `WrongEncryptionKey`.
 */
export async function openPostgresEngine(options: PostgresEngineOptions): Promise<Engine> {
  const collections = new PostgresCollections([...options.collections, sealingKeys]);
  const database = await PostgresDatabase.open(options.connectionString, options.connections ?? 10);
  try {
    await migrate(database, collections);
    const { rows } = await database.run('SHOW server_version', []);
    const version = String(rows[0]?.server_version).split(/[. ]/)[0];
    const engine = new PostgresEngine(`PostgreSQL ${version}`, database, collections, options.clock);
    return await sealEngine(engine, options.collections, options.encryptionKeys);
  } catch (error) {
    await database.close();
    throw error;
  }
}

class PostgresEngine implements BareEngine {
  readonly description: string;
  readonly outbox: PostgresOutbox;
  readonly #database: PostgresDatabase;
  readonly #collections: PostgresCollections;
  readonly #clock: StoreClock;
  readonly #subscribers = new Subscribers();
  #closing: Promise<void> | undefined;

  constructor(
    description: string,
    database: PostgresDatabase,
    collections: PostgresCollections,
    clock: StoreClock,
  ) {
    this.description = description;
    this.#database = database;
    this.#collections = collections;
    this.#clock = clock;
    this.outbox = new PostgresOutbox(database, this.#subscribers);
  }

  store(id: string): Store {
    return new PostgresStore({
      id,
      database: this.#database,
      collections: this.#collections,
      clock: this.#clock,
      subscribers: this.#subscribers,
      outbox: this.outbox,
    });
  }

  async storeIds(): Promise<string[]> {
    const ids = new Set<string>();
    for (const { tables } of this.#collections.all) {
      // From one id to the next larger one: never over all documents.
      const { rows } = await this.#database.run(
        `WITH RECURSIVE found(id) AS (
          SELECT min(store_id) FROM "${tables.documents}"
          UNION ALL
          SELECT (SELECT min(store_id) FROM "${tables.documents}" WHERE store_id > found.id)
          FROM found WHERE found.id IS NOT NULL)
        SELECT id FROM found WHERE id IS NOT NULL`,
        [],
      );
      for (const row of rows) ids.add(String(row.id));
    }
    return [...ids].sort();
  }

  async drop(storeId: string): Promise<void> {
    const tables = await tablesWithStores(this.#database);
    await runTransaction(this.#database, async (session) => {
      for (const table of tables) await session.run(`DELETE FROM "${table}" WHERE store_id = $1`, [storeId]);
    });
  }

  async close(): Promise<void> {
    this.#closing ??= this.#database.close();
    await this.#closing;
  }
}
