import { NewerDatabase, UniqueViolation } from '../errors.ts';
import { indexRows } from '../index-rows.ts';
import type { StoredDocument } from '../port.ts';
import type { IndexTable } from '../tables.ts';
import type { PostgresCollection, PostgresCollections } from './collections.ts';
import type { Connection, PostgresDatabase, PostgresRow } from './database.ts';
import { addLeases, createOutbox } from './outbox-sql.ts';
import { insertRows, type OwnedRow, rowArrays, rowHolder } from './rows-sql.ts';
import { createDocuments, createIndex, documentSql } from './sql.ts';

/** Raise it when tables change in a way that older versions of this program can't read. */
export const schemaVersion = 2;
const reindexBatch = 500;

/** Instances that start together take turns, and all but the first find nothing left to do. */
const lock = "SELECT pg_advisory_xact_lock(hashtextextended('headlesspro schema', 0))";

/**
 * Creates what is missing, rebuilds indexes whose definition changed, removes those that nobody declares; in
 * one transaction, so that a failure leaves everything as it was. Throws `NewerDatabase`.
 */
export async function migrate(database: PostgresDatabase, collections: PostgresCollections): Promise<void> {
  await database.withConnection(async (connection) => {
    await connection.exec(`BEGIN; ${lock}`);
    try {
      await raiseVersion(connection, database.location);
      await connection.exec(createOutbox);
      const found = await tablesOfCollections(connection);
      for (const collection of collections.all)
        await migrateCollection(connection, collection, found.get(collection.name));
      await connection.exec('COMMIT');
    } catch (error) {
      await connection.exec('ROLLBACK');
      throw error;
    }
  });
}

/** Every table that holds rows of stores, also of collections that this process doesn't know. */
export async function tablesWithStores(database: PostgresDatabase): Promise<string[]> {
  const { rows } = await database.run(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = 'store_id'
        AND table_name ~ '^(documents|index|outbox)_' ORDER BY table_name`,
    [],
  );
  return rows.map((row) => String(row.name));
}

async function raiseVersion(connection: Connection, location: string): Promise<void> {
  await connection.exec(`
    CREATE TABLE IF NOT EXISTS headlesspro_schema (version integer NOT NULL);
    CREATE TABLE IF NOT EXISTS headlesspro_indexes (
      name text PRIMARY KEY, collection text NOT NULL, definition text NOT NULL)`);
  const { rows } = await connection.run('SELECT version FROM headlesspro_schema', []);
  const found = rows[0]?.version;
  if (found === undefined) {
    await connection.run('INSERT INTO headlesspro_schema VALUES ($1)', [schemaVersion]);
  } else if (Number(found) > schemaVersion) {
    throw new NewerDatabase(location, Number(found), schemaVersion);
  } else if (Number(found) === 1) {
    await connection.exec(addLeases);
    await connection.run('UPDATE headlesspro_schema SET version = $1', [schemaVersion]);
  }
}

/** Name of a collection → its indexes' names → what they were made from. All at once: hundreds of questions take long. */
async function tablesOfCollections(connection: Connection): Promise<Map<string, Map<string, string>>> {
  const { rows } = await connection.run('SELECT collection, name, definition FROM headlesspro_indexes', []);
  const found = new Map<string, Map<string, string>>();
  for (const { collection, name, definition } of rows) {
    const indexes = found.get(String(collection)) ?? new Map();
    found.set(String(collection), indexes.set(String(name), String(definition)));
  }
  return found;
}

async function migrateCollection(
  connection: Connection,
  collection: PostgresCollection,
  recorded: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const { indexes, documents } = collection.tables;
  // A collection with an index on record has its table.
  if (recorded.size === 0) await connection.exec(createDocuments(documents));
  const outdated = indexes.filter((table) => recorded.get(table.name) !== table.definition);
  const undeclared = [...recorded.keys()].filter((name) => !indexes.some((table) => table.name === name));
  for (const name of [...undeclared, ...outdated.map((table) => table.name)]) {
    await connection.exec(`DROP TABLE IF EXISTS "${name}"`);
    await connection.run('DELETE FROM headlesspro_indexes WHERE name = $1', [name]);
  }
  if (outdated.length === 0) return;
  // Other instances may be writing; what they write meanwhile would be missing from the new rows.
  await connection.exec(`LOCK TABLE "${documents}" IN SHARE MODE`);
  await connection.exec(outdated.map(createIndex).join(';'));
  await fill(connection, collection, outdated);
  for (const table of outdated) {
    await connection.run('INSERT INTO headlesspro_indexes VALUES ($1, $2, $3)', [
      table.name,
      collection.name,
      table.definition,
    ]);
  }
}

async function fill(
  connection: Connection,
  collection: PostgresCollection,
  tables: readonly IndexTable[],
): Promise<void> {
  let last: PostgresRow = { store_id: '', id: '' };
  for (;;) {
    const { rows } = await connection.run(documentSql.batch(collection.tables), [
      String(last.store_id),
      String(last.id),
      reindexBatch,
    ]);
    const end = rows.at(-1);
    if (!end) return;
    for (const storeId of new Set(rows.map((row) => String(row.store_id)))) {
      const documents = rows.filter((row) => row.store_id === storeId);
      for (const table of tables) await fillRows(connection, collection, table, storeId, documents);
    }
    last = end;
  }
}

async function fillRows(
  connection: Connection,
  collection: PostgresCollection,
  table: IndexTable,
  storeId: string,
  documents: readonly PostgresRow[],
): Promise<void> {
  const rows: OwnedRow[] = documents.flatMap(({ id, body }) => {
    const document = JSON.parse(String(body)) as StoredDocument;
    const keys = indexRows(collection.tables.collection, table.indexName, table.index, document);
    return keys.map((row) => ({ id: String(id), row }));
  });
  if (rows.length === 0) return;
  const parameters = [storeId, ...rowArrays({ table, rows })];
  const { rowCount } = await connection.run(insertRows(table), parameters);
  if (rowCount === rows.length) return;
  const [held] = (await connection.run(rowHolder(table), parameters)).rows;
  const key = rows[Number(held?.place) - 1]?.row ?? [];
  throw new UniqueViolation(collection.name, table.indexName, key, String(held?.holder));
}
