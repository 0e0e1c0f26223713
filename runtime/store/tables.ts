import type { Collection, Index } from './port.ts';

/** A table of index rows, as the engines name it. */
export interface IndexTable {
  readonly indexName: string;
  readonly index: Index;
  readonly name: string;
  /** What the rows depend on: the table is rebuilt when it differs from what was recorded. */
  readonly definition: string;
}

export interface CollectionTables {
  readonly collection: Collection;
  /** Table of the documents. */
  readonly documents: string;
  readonly indexes: readonly IndexTable[];
}

const namePattern = /^[a-z][a-zA-Z0-9]*(_[a-zA-Z0-9]+)*$/;
/** PostgreSQL cuts longer identifiers off silently. */
const maximumNameLength = 63;

/** Names of every table, checked: engines put them into SQL. By name of the collection. */
export function collectionTables(collections: readonly Collection[]): ReadonlyMap<string, CollectionTables> {
  const tables = new Map<string, CollectionTables>();
  const taken = new Set<string>();
  const claim = (name: string): string => {
    // SQLite does not tell the case of identifiers apart.
    if (taken.has(name.toLowerCase())) throw new TypeError(`Two tables would be called ${name}.`);
    if (name.length > maximumNameLength) {
      throw new TypeError(`The table name ${name} is longer than ${maximumNameLength} characters.`);
    }
    taken.add(name.toLowerCase());
    return name;
  };
  for (const collection of collections) {
    checkName('collection', collection.name);
    const documents = claim(`documents_${collection.name}`);
    const indexes = Object.entries(collection.indexes).map(([indexName, index]) => {
      checkName('index', indexName);
      checkColumns(collection, indexName, index);
      const columns = index.columns.map((column) => `${column.name} ${column.type}`).join(', ');
      return {
        indexName,
        index,
        name: claim(`index_${collection.name}__${indexName}`),
        definition: `${index.version}: ${columns}${index.unique ? ' (unique)' : ''}`,
      };
    });
    tables.set(collection.name, { collection, documents, indexes });
  }
  return tables;
}

function checkName(what: string, name: string): void {
  if (!namePattern.test(name)) {
    throw new TypeError(
      `"${name}" can not be the name of a ${what}: use letters, digits and single underscores.`,
    );
  }
}

function checkColumns(collection: Collection, indexName: string, index: Index): void {
  const names = index.columns.map((column) => column.name);
  for (const name of names) checkName(`column of ${collection.name}.${indexName}`, name);
  if (names.length === 0 || new Set(names.map((name) => name.toLowerCase())).size < names.length) {
    throw new TypeError(
      `The columns of ${collection.name}.${indexName} must be at least one, each named once.`,
    );
  }
}
