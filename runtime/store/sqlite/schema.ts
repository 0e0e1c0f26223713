import { CorruptDatabase, NewerDatabase } from '../errors.ts';
import { indexRows } from '../index-rows.ts';
import type { StoredDocument } from '../port.ts';
import type { SqliteCollection, SqliteCollections } from './collections.ts';
import type { SqliteConnection } from './connection.ts';
import { addLeases, createOutbox } from './outbox-sql.ts';
import type { OwnedRow, RowWriter } from './row-writer.ts';
import { createDocuments, createIndex } from './sql.ts';

/** Raise it when tables change in a way that older versions of this program can't read. */
export const schemaVersion = 2;
/** `hpro`: tells our files from those of other programs. */
const applicationId = 0x6870726f;
const reindexBatch = 500;

/** Throws `NewerDatabase`, or `CorruptDatabase` for what isn't ours. Reads only. */
export function checkSchema(connection: SqliteConnection, location: string): void {
  const version = connection.pragma('user_version');
  const tables = connection.statement('SELECT count(*) AS total FROM sqlite_master').get();
  if (tables?.total === 0) return;
  if (connection.pragma('application_id') !== applicationId) {
    throw new CorruptDatabase(location, 'it is a SQLite database of another program');
  }
  if (version > schemaVersion) throw new NewerDatabase(location, version, schemaVersion);
}

/** Creates what is missing, rebuilds indexes whose definition changed, removes those that nobody declares. */
export function migrate(connection: SqliteConnection, collections: SqliteCollections): void {
  const outdated = inTransaction(connection, () => {
    connection.exec(`PRAGMA application_id = ${applicationId}`);
    if (connection.pragma('user_version') === 1) connection.exec(addLeases);
    connection.exec(`PRAGMA user_version = ${schemaVersion}`);
    connection.exec(createOutbox);
    connection.exec(
      'CREATE TABLE IF NOT EXISTS indexes (name TEXT PRIMARY KEY, collection TEXT NOT NULL, definition TEXT NOT NULL) STRICT',
    );
    return collections.all.flatMap((collection) => {
      connection.exec(createDocuments(collection.tables.documents));
      return prepareIndexes(connection, collection).map((rowWriter) => ({ collection, rowWriter }));
    });
  });
  for (const { collection, rowWriter } of outdated) fill(connection, collection, rowWriter);
}

/** Every table that holds rows of stores, also of collections that this process doesn't know. */
export function tablesWithStores(connection: SqliteConnection): string[] {
  const rows = connection
    .statement(
      `SELECT name FROM sqlite_master WHERE type = 'table'
        AND (name GLOB 'documents_*' OR name GLOB 'index_*' OR name GLOB 'outbox_*') ORDER BY name`,
    )
    .all();
  return rows.map((row) => String(row.name));
}

/** Leaves the tables of outdated indexes empty and unrecorded, so that a crash before they are filled is seen. */
function prepareIndexes(connection: SqliteConnection, { tables, rowWriters }: SqliteCollection): RowWriter[] {
  const recorded = new Map(
    connection
      .statement('SELECT name, definition FROM indexes WHERE collection = ?')
      .all(tables.collection.name)
      .map((row) => [String(row.name), row.definition]),
  );
  const outdated = rowWriters.filter(({ table }) => recorded.get(table.name) !== table.definition);
  const undeclared = [...recorded.keys()].filter(
    (name) => !tables.indexes.some((table) => table.name === name),
  );
  for (const name of [...undeclared, ...outdated.map(({ table }) => table.name)]) {
    connection.exec(`DROP TABLE IF EXISTS "${name}"`);
    connection.statement('DELETE FROM indexes WHERE name = ?').run(name);
  }
  for (const { table } of outdated) connection.exec(createIndex(table));
  return outdated;
}

/** In batches, so that the write-ahead log stays small however many documents there are. */
function fill(
  connection: SqliteConnection,
  { tables, documents }: SqliteCollection,
  rowWriter: RowWriter,
): void {
  const { table } = rowWriter;
  let last = { storeId: '', id: '' };
  for (;;) {
    const batch = connection.statement(documents.batch).all(last.storeId, last.id, reindexBatch);
    const end = batch.at(-1);
    inTransaction(connection, () => {
      for (const row of batch) {
        const document = JSON.parse(String(row.body)) as StoredDocument;
        const id = String(row.id);
        const rows: OwnedRow[] = indexRows(tables.collection, table.indexName, table.index, document).map(
          (key) => ({ id, row: key }),
        );
        rowWriter.insert(connection, String(row.store_id), rows);
      }
      if (end) return;
      connection
        .statement('INSERT INTO indexes VALUES (?, ?, ?)')
        .run(table.name, tables.collection.name, table.definition);
    });
    if (!end) return;
    last = { storeId: String(end.store_id), id: String(end.id) };
  }
}

function inTransaction<Result>(connection: SqliteConnection, work: () => Result): Result {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}
