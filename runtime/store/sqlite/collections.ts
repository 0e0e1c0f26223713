import type { Collection } from '../port.ts';
import { type CollectionTables, collectionTables, type IndexTable } from '../tables.ts';
import { RowWriter } from './row-writer.ts';
import { type DocumentStatements, documentStatements } from './sql.ts';

/** A collection with the SQL to reach it, each statement's text made once. */
export class SqliteCollection {
  readonly tables: CollectionTables;
  readonly documents: DocumentStatements;
  /** Unique ones first: what may be refused is tried before the rest is written. */
  readonly rowWriters: readonly RowWriter[];
  readonly #byIndex: ReadonlyMap<string, IndexTable>;
  readonly #sql = new Map<string, string>();

  constructor(tables: CollectionTables) {
    this.tables = tables;
    this.documents = documentStatements(tables);
    this.rowWriters = tables.indexes
      .map((table) => new RowWriter(tables.collection.name, table))
      .sort(
        (one, other) => Number(other.table.index.unique ?? false) - Number(one.table.index.unique ?? false),
      );
    this.#byIndex = new Map(tables.indexes.map((table) => [table.indexName, table]));
  }

  table(indexName: string): IndexTable {
    const table = this.#byIndex.get(indexName);
    if (!table) throw new TypeError(`${this.tables.collection.name} has no index ${indexName}.`);
    return table;
  }

  /** The text kept under `key`, made by `write` the first time. */
  sql(key: string, write: () => string): string {
    const known = this.#sql.get(key);
    if (known !== undefined) return known;
    const sql = write();
    this.#sql.set(key, sql);
    return sql;
  }
}

/** The collections an engine was opened with. */
export class SqliteCollections {
  readonly all: readonly SqliteCollection[];
  readonly #byName: ReadonlyMap<string, SqliteCollection>;

  constructor(collections: readonly Collection[]) {
    this.all = [...collectionTables(collections).values()].map((tables) => new SqliteCollection(tables));
    this.#byName = new Map(this.all.map((collection) => [collection.tables.collection.name, collection]));
  }

  of(wanted: Pick<Collection, 'name'>): SqliteCollection {
    const collection = this.#byName.get(wanted.name);
    if (collection) return collection;
    throw new TypeError(
      `The store was opened without the collection ${wanted.name}; it has ${[...this.#byName.keys()].join(', ') || 'none'}.`,
    );
  }
}
