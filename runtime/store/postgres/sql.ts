import type { QueryPlan } from '../query-plan.ts';
import type { CollectionTables, IndexTable } from '../tables.ts';

export function columnsOf(table: IndexTable): string[] {
  return table.index.columns.map((column) => `"key_${column.name}"`);
}

/** Type of each column of a row, the id included. */
export function rowTypes(table: IndexTable): string[] {
  return [...table.index.columns.map((column) => (column.type === 'text' ? 'text' : 'bigint')), 'text'];
}

/**
 * The body is text, not jsonb: it goes to the wire as it was stored, with its order of properties; jsonb would
 * sort them, and refuses the escape \u0000. Nothing queries inside of it. COLLATE "C" orders by code point.
 */
export function createDocuments(name: string): string {
  return `CREATE TABLE IF NOT EXISTS "${name}" (
    store_id text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, version bigint NOT NULL, body text NOT NULL,
    PRIMARY KEY (store_id, id)
  )`;
}

export function createIndex(table: IndexTable): string {
  const columns = table.index.columns.map((column) => {
    return `"key_${column.name}" ${column.type === 'text' ? 'text COLLATE "C"' : 'bigint'} NOT NULL`;
  });
  const key = ['store_id', ...columnsOf(table), ...(table.index.unique ? [] : ['id'])];
  return `CREATE TABLE "${table.name}" (
    store_id text COLLATE "C" NOT NULL, ${columns.join(', ')}, id text COLLATE "C" NOT NULL,
    PRIMARY KEY (${key.join(', ')})
  )`;
}

export const documentSql = {
  get: ({ documents }: CollectionTables) =>
    `SELECT id, version, body FROM "${documents}" WHERE store_id = $1 AND id = $2`,
  getLocked: ({ documents }: CollectionTables) =>
    `SELECT id, version, body FROM "${documents}" WHERE store_id = $1 AND id = $2 FOR UPDATE`,
  getMany: ({ documents }: CollectionTables) =>
    `SELECT id, version, body FROM "${documents}" WHERE store_id = $1 AND id = ANY($2::text[])`,
  batch: ({ documents }: CollectionTables) =>
    `SELECT store_id, id, body FROM "${documents}" WHERE (store_id, id) > ($1, $2) ORDER BY store_id, id LIMIT $3`,
};

/**
 * A page of a plan's shape: index rows in order, cut off before they are joined to their documents. The limit
 * is part of the text, so that the planner knows how little is wanted.
 * Parameters: store, equals, from, before, after.
 */
export function selectPage(
  tables: CollectionTables,
  table: IndexTable,
  plan: QueryPlan,
  limit: number,
): string {
  let next = 1;
  const page = pageSql(table, plan, limit, () => `$${++next}`);
  return `SELECT ${pageColumns(table)} FROM (${page}) i
    JOIN "${tables.documents}" d ON d.store_id = $1 AND d.id = i.id ORDER BY ${pageOrder(table, plan)}`;
}

/** The same without the documents. */
export function selectIds(table: IndexTable, plan: QueryPlan, limit: number): string {
  let next = 1;
  const page = pageSql(table, plan, limit, () => `$${++next}`);
  return `SELECT ${keyColumns(table)} FROM (${page}) i ORDER BY ${pageOrder(table, plan)}`;
}

/**
 * Many pages of one shape at once: the parameters after the store are arrays, a value a query. Rows come with
 * `q`, the place of their query.
 */
export function selectPages(
  tables: CollectionTables,
  table: IndexTable,
  plan: QueryPlan,
  limit: number,
): string {
  const types = parameterTypes(table, plan);
  let next = 0;
  const page = pageSql(table, plan, limit, () => `w.p${++next}`);
  const arrays = types.map((type, place) => `$${place + 2}::${type}[]`);
  const names = types.map((_, place) => `p${place + 1}`);
  // Without any parameter the pages would all be the same: the caller asks for one.
  return `SELECT w.q AS q, ${pageColumns(table)}
    FROM unnest(${arrays.join(', ')}) WITH ORDINALITY AS w(${[...names, 'q'].join(', ')})
    CROSS JOIN LATERAL (${page}) i
    JOIN "${tables.documents}" d ON d.store_id = $1 AND d.id = i.id ORDER BY w.q, ${pageOrder(table, plan)}`;
}

/** Parameters: store, equals, from, before. */
export function countRows(table: IndexTable, plan: QueryPlan, atMost: number): string {
  let next = 1;
  const conditions = matchConditions(table, plan, () => `$${++next}`);
  return `SELECT count(*) AS total FROM (
    SELECT 1 FROM "${table.name}" i WHERE ${conditions.join(' AND ')} LIMIT ${atMost}) counted`;
}

function parameterTypes(table: IndexTable, plan: QueryPlan): string[] {
  const types = rowTypes(table);
  const open = types[plan.equals.length] ?? 'text';
  return [
    ...types.slice(0, plan.equals.length),
    ...(plan.from === undefined ? [] : [open]),
    ...(plan.before === undefined ? [] : [open]),
    ...(plan.after === undefined ? [] : types.slice(plan.equals.length)),
  ];
}

function pageSql(table: IndexTable, plan: QueryPlan, limit: number, parameter: () => string): string {
  const columns = columnsOf(table);
  const order = [...columns.slice(plan.equals.length), 'id'].map((column) => `i.${column}`);
  const conditions = matchConditions(table, plan, parameter);
  if (plan.after) {
    const places = order.map(parameter);
    conditions.push(`(${order.join(', ')}) ${plan.descending ? '<' : '>'} (${places.join(', ')})`);
  }
  return `SELECT ${[...columns, 'id'].map((column) => `i.${column}`).join(', ')} FROM "${table.name}" i
    WHERE ${conditions.join(' AND ')} ORDER BY ${pageOrder(table, plan)} LIMIT ${limit}`;
}

function keyColumns(table: IndexTable): string {
  const values = columnsOf(table).map((column, place) => `i.${column} AS c${place}`);
  return `${values.join(', ')}, i.id AS id`;
}

function pageColumns(table: IndexTable): string {
  return `${keyColumns(table)}, d.version AS version, d.body AS body`;
}

function pageOrder(table: IndexTable, plan: QueryPlan): string {
  const order = [...columnsOf(table).slice(plan.equals.length), 'id'].map((column) => `i.${column}`);
  return order.map((column) => (plan.descending ? `${column} DESC` : column)).join(', ');
}

function matchConditions(table: IndexTable, plan: QueryPlan, parameter: () => string): string[] {
  const columns = columnsOf(table).map((column) => `i.${column}`);
  const open = columns[plan.equals.length];
  return [
    'i.store_id = $1',
    ...plan.equals.map((_, place) => `${columns[place]} = ${parameter()}`),
    ...(plan.from === undefined ? [] : [`${open} >= ${parameter()}`]),
    ...(plan.before === undefined ? [] : [`${open} < ${parameter()}`]),
  ];
}
