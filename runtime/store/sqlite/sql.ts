import type { QueryPlan } from '../query-plan.ts';
import type { CollectionTables, IndexTable } from '../tables.ts';

export interface DocumentStatements {
  readonly get: string;
  readonly getBytes: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
  readonly batch: string;
}

/**
 * As an expression, because SQLite asks a bare parameter for its value while it plans, and then compiles the statement
 * anew whenever that is bound, which takes longer than most reads.
 */
export const limitParameter = 'LIMIT ? + 0';

export function columnsOf(table: IndexTable): string[] {
  return table.index.columns.map((column) => `"key_${column.name}"`);
}

export function createDocuments(name: string): string {
  return `CREATE TABLE IF NOT EXISTS "${name}" (
    store_id TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (store_id, id)
  ) STRICT`;
}

/** Rows lie in their primary key's B-tree and nowhere else: an index is one tree, and so is its table. */
export function createIndex(table: IndexTable): string {
  const columns = table.index.columns.map(
    (column) => `"key_${column.name}" ${column.type === 'text' ? 'TEXT' : 'INTEGER'} NOT NULL`,
  );
  const key = ['store_id', ...columnsOf(table), ...(table.index.unique ? [] : ['id'])];
  return `CREATE TABLE "${table.name}" (
    store_id TEXT NOT NULL, ${columns.join(', ')}, id TEXT NOT NULL,
    PRIMARY KEY (${key.join(', ')})
  ) STRICT, WITHOUT ROWID`;
}

export function documentStatements({ documents }: CollectionTables): DocumentStatements {
  return {
    get: `SELECT version, body FROM "${documents}" WHERE store_id = ? AND id = ?`,
    getBytes: `SELECT version, CAST(body AS BLOB) AS bytes FROM "${documents}" WHERE store_id = ? AND id = ?`,
    insert: `INSERT INTO "${documents}" VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    update: `UPDATE "${documents}" SET version = ?, body = ? WHERE store_id = ? AND id = ?`,
    remove: `DELETE FROM "${documents}" WHERE store_id = ? AND id = ?`,
    batch: `SELECT store_id, id, body FROM "${documents}" WHERE (store_id, id) > (?, ?) ORDER BY store_id, id ${limitParameter}`,
  };
}

export function insertRows(table: IndexTable, rows: number): string {
  const row = `(${Array(table.index.columns.length + 2)
    .fill('?')
    .join(', ')})`;
  return `INSERT INTO "${table.name}" VALUES ${Array(rows).fill(row).join(', ')} ON CONFLICT DO NOTHING`;
}

export function deleteRow(table: IndexTable): string {
  const key = columnsOf(table).map((column) => `${column} = ?`);
  return `DELETE FROM "${table.name}" WHERE store_id = ? AND ${key.join(' AND ')} AND id = ?`;
}

export function rowHolder(table: IndexTable): string {
  const key = columnsOf(table).map((column) => `${column} = ?`);
  return `SELECT id FROM "${table.name}" WHERE store_id = ? AND ${key.join(' AND ')}`;
}

/**
 * A page of a plan's shape: index rows in order, each joined to its document. CROSS JOIN keeps SQLite from
 * starting at the documents. Parameters: store, equals, from, before, after, limit.
 */
export function selectPage(tables: CollectionTables, table: IndexTable, plan: QueryPlan): string {
  return pageSql(table, plan, {
    columns: ', d.version AS version, d.body AS body',
    join: ` CROSS JOIN "${tables.documents}" d ON d.store_id = i.store_id AND d.id = i.id`,
  });
}

/** The same without the documents. */
export function selectIds(table: IndexTable, plan: QueryPlan): string {
  return pageSql(table, plan, { columns: '', join: '' });
}

function pageSql(table: IndexTable, plan: QueryPlan, documents: { columns: string; join: string }): string {
  const columns = columnsOf(table).map((column) => `i.${column}`);
  const order = [...columns.slice(plan.equals.length), 'i.id'];
  const conditions = matchConditions(table, plan);
  if (plan.after) {
    const places = order.map(() => '?').join(', ');
    conditions.push(`(${order.join(', ')}) ${plan.descending ? '<' : '>'} (${places})`);
  }
  const values = columns.map((column, place) => `${column} AS c${place}`);
  return `SELECT ${values.join(', ')}, i.id AS id${documents.columns} FROM "${table.name}" i${documents.join}
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${order.map((column) => (plan.descending ? `${column} DESC` : column)).join(', ')} ${limitParameter}`;
}

/** Parameters: store, equals, from, before, limit. */
export function countRows(table: IndexTable, plan: QueryPlan): string {
  const conditions = matchConditions(table, plan).join(' AND ');
  return `SELECT count(*) AS total FROM (SELECT 1 FROM "${table.name}" i WHERE ${conditions} ${limitParameter})`;
}

function matchConditions(table: IndexTable, plan: QueryPlan): string[] {
  const columns = columnsOf(table).map((column) => `i.${column}`);
  const open = columns[plan.equals.length];
  return [
    'i.store_id = ?',
    ...plan.equals.map((_, place) => `${columns[place]} = ?`),
    ...(plan.from === undefined ? [] : [`${open} >= ?`]),
    ...(plan.before === undefined ? [] : [`${open} < ?`]),
  ];
}
