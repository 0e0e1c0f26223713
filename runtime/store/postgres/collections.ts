import type { Collection } from '../port.ts';
import { type CollectionTables, collectionTables, type IndexTable } from '../tables.ts';

/** A collection with the SQL to reach it, each statement's text made once. */
export class PostgresCollection {
  readonly tables: CollectionTables;
  readonly #byIndex: ReadonlyMap<string, IndexTable>;
  readonly #sql = new Map<string, string>();

  constructor(tables: CollectionTables) {
    this.tables = tables;
    this.#byIndex = new Map(tables.indexes.map((table) => [table.indexName, table]));
  }

  get name(): string {
    return this.tables.collection.name;
  }

  table(indexName: string): IndexTable {
    const table = this.#byIndex.get(indexName);
    if (!table) throw new TypeError(`${this.name} has no index ${indexName}.`);
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
export class PostgresCollections {
  readonly all: readonly PostgresCollection[];
  readonly #byName: ReadonlyMap<string, PostgresCollection>;

  constructor(collections: readonly Collection[]) {
    this.all = [...collectionTables(collections).values()].map((tables) => new PostgresCollection(tables));
    this.#byName = new Map(this.all.map((collection) => [collection.name, collection]));
  }

  of(wanted: Pick<Collection, 'name'>): PostgresCollection {
    const collection = this.#byName.get(wanted.name);
    if (collection) return collection;
    const known = [...this.#byName.keys()].join(', ') || 'none';
    throw new TypeError(`The store was opened without the collection ${wanted.name}; it has ${known}.`);
  }
}
