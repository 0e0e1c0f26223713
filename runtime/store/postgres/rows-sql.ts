import type { IndexRow } from '../index-rows.ts';
import type { CollectionTables, IndexTable } from '../tables.ts';
import type { PostgresValue } from './database.ts';
import { columnsOf, rowTypes } from './sql.ts';

export interface OwnedRow {
  readonly id: string;
  readonly row: IndexRow;
}

/** Rows to add to or remove from one index. */
export interface TableRows {
  readonly table: IndexTable;
  readonly rows: readonly OwnedRow[];
}

/** One array a column, as `unnest` takes them; the ids last. */
export function rowArrays({ table, rows }: TableRows): PostgresValue[] {
  const columns = table.index.columns.map((_, place) => rows.map(({ row }) => row[place] ?? ''));
  return [...columns, rows.map(({ id }) => id)];
}

/**
 * Documents with the rows of all their indexes, in one statement. Rows are written only for documents whose id
 * was free. It answers `ids`, those of the documents inserted, and for each table (`t0`, …) how many rows were.
 * Parameters: store, ids, bodies, then the arrays of each table.
 */
export function insertDocuments({ documents, indexes }: CollectionTables): string {
  const parameters = counter(3);
  const tables = indexes.map(
    (table, place) => `, t${place} AS (
      INSERT INTO "${table.name}" SELECT $1, r.* FROM ${unnest(table, parameters)}
      WHERE r.id IN (SELECT id FROM inserted) ON CONFLICT DO NOTHING RETURNING 1)`,
  );
  const counts = indexes.map((_, place) => `, (SELECT count(*) FROM t${place}) AS t${place}`);
  return `WITH inserted AS (
      INSERT INTO "${documents}" SELECT $1, d.id, 1, d.body FROM unnest($2::text[], $3::text[]) AS d(id, body)
      ON CONFLICT DO NOTHING RETURNING id)${tables.join('')}
    SELECT (SELECT coalesce(json_agg(id), '[]') FROM inserted) AS ids${counts.join('')}`;
}

/** Parameters: store, ids, then the arrays of each table. */
export function deleteDocuments({ documents, indexes }: CollectionTables): string {
  const parameters = counter(2);
  const tables = indexes.map(
    (table, place) => `t${place} AS (${deleteRowsBy(table, unnest(table, parameters))})`,
  );
  const rows = tables.length > 0 ? `WITH ${tables.join(', ')} ` : '';
  return `${rows}DELETE FROM "${documents}" WHERE store_id = $1 AND id = ANY($2::text[])`;
}

/** Parameters: store, id, version, body, then the arrays of each table of `removed`, then of `added`. */
export function updateDocument(
  { documents }: CollectionTables,
  removed: readonly IndexTable[],
  added: readonly IndexTable[],
): string {
  const parameters = counter(4);
  const parts = [
    ...removed.map((table, place) => `r${place} AS (${deleteRowsBy(table, unnest(table, parameters))})`),
    ...added.map(
      (table, place) => `a${place} AS (
        INSERT INTO "${table.name}" SELECT $1, r.* FROM ${unnest(table, parameters)} ON CONFLICT DO NOTHING)`,
    ),
  ];
  const rows = parts.length > 0 ? `WITH ${parts.join(', ')} ` : '';
  return `${rows}UPDATE "${documents}" SET version = $3, body = $4 WHERE store_id = $1 AND id = $2`;
}

/** Parameters: store, then the arrays of the table. */
export function insertRows(table: IndexTable): string {
  return `INSERT INTO "${table.name}" SELECT $1, r.* FROM ${unnest(table, counter(1))} ON CONFLICT DO NOTHING`;
}

/** Parameters: store, then the arrays of the table. */
export function deleteRows(table: IndexTable): string {
  return deleteRowsBy(table, unnest(table, counter(1)));
}

/** The first of the rows that another document holds: its place from 1, and the holder. Parameters as above. */
export function rowHolder(table: IndexTable): string {
  return `SELECT r.place AS place, t.id AS holder FROM ${unnest(table, counter(1), true)}
    JOIN "${table.name}" t ON t.store_id = $1 AND ${sameKey(table)} AND t.id <> r.id ORDER BY r.place LIMIT 1`;
}

function deleteRowsBy(table: IndexTable, rows: string): string {
  return `DELETE FROM "${table.name}" t USING ${rows} WHERE t.store_id = $1 AND ${sameKey(table)} AND t.id = r.id`;
}

function sameKey(table: IndexTable): string {
  return columnsOf(table)
    .map((column) => `t.${column} = r.${column}`)
    .join(' AND ');
}

function unnest(table: IndexTable, parameter: () => string, withPlace = false): string {
  const arrays = rowTypes(table).map((type) => `${parameter()}::${type}[]`);
  const columns = [...columnsOf(table), 'id', ...(withPlace ? ['place'] : [])];
  const place = withPlace ? ' WITH ORDINALITY' : '';
  return `unnest(${arrays.join(', ')})${place} AS r(${columns.join(', ')})`;
}

function counter(used: number): () => string {
  let last = used;
  return () => {
    last += 1;
    return `$${last}`;
  };
}
