import { InvalidPosition, UnindexedQuery } from './errors.ts';
import { keyText } from './key-text.ts';
import type { Collection, Index, IndexColumn, KeyValue, Query } from './port.ts';

/** A query checked against its index, its values in the order of the index's columns. */
export interface QueryPlan {
  readonly indexName: string;
  readonly index: Index;
  /** Values of the first columns. */
  readonly equals: readonly KeyValue[];
  /** Bounds of the column after those. */
  readonly from: KeyValue | undefined;
  readonly before: KeyValue | undefined;
  /** Values of the columns after `equals`, then the id. */
  readonly after: readonly KeyValue[] | undefined;
  readonly descending: boolean;
  readonly pageSize: number;
}

/** What of a plan decides its statement; plans of one shape differ only in values. */
export function planShape(plan: QueryPlan): string {
  const bounds = `${plan.from === undefined ? '' : 'f'}${plan.before === undefined ? '' : 'b'}`;
  const after = plan.after === undefined ? '' : 'a';
  return `${plan.indexName}:${plan.equals.length}${bounds}${after}${plan.descending ? 'd' : ''}`;
}

/** Throws `UnindexedQuery` for what the index can't answer, `InvalidPosition` for an `after` of another list. */
export function planQuery(collection: Collection, query: Query): QueryPlan {
  if (!Number.isSafeInteger(query.pageSize) || query.pageSize < 1) {
    throw new UnindexedQuery(
      collection.name,
      `pageSize must be a whole number from 1, not ${query.pageSize}.`,
    );
  }
  const matched = planMatch(collection, query);
  return {
    ...matched,
    after: query.after && afterValues(collection, matched, query.after),
    descending: query.direction === 'descending',
    pageSize: query.pageSize,
  };
}

/** The plan of a count: no order, no page. */
export function planMatch(
  collection: Collection,
  query: Pick<Query, 'index' | 'where' | 'range'>,
): QueryPlan {
  const index = declaredIndex(collection, query.index);
  const names = Object.keys(query.where);
  const equals = index.columns.slice(0, names.length).map((column) => {
    const value = query.where[column.name];
    if (value === undefined) throw notAPrefix(collection, query.index, index, names);
    return checkedValue(collection, query.index, column, value);
  });
  if (equals.length < names.length) throw notAPrefix(collection, query.index, index, names);

  const bound = (value: KeyValue | undefined): KeyValue | undefined => {
    if (value === undefined) return undefined;
    const column = index.columns[equals.length];
    if (column) return checkedValue(collection, query.index, column, value);
    throw new UnindexedQuery(collection.name, `"where" leaves no column of ${query.index} for "range".`);
  };
  return {
    indexName: query.index,
    index,
    equals,
    from: bound(query.range?.from),
    before: bound(query.range?.before),
    after: undefined,
    descending: false,
    pageSize: 1,
  };
}

/** The plan of `find`: `where` names every column. */
export function planFind(collection: Collection, indexName: string, where: Query['where']): QueryPlan {
  const plan = planQuery(collection, { index: indexName, where, pageSize: 1 });
  if (plan.equals.length < plan.index.columns.length) {
    throw new UnindexedQuery(
      collection.name,
      `"find" takes a whole row of ${indexName} (${columnNames(plan.index)}); use "query" for a part of it.`,
    );
  }
  return plan;
}

function afterValues(collection: Collection, plan: QueryPlan, position: readonly KeyValue[]): KeyValue[] {
  const refuse = (reason: string) => new InvalidPosition(collection.name, plan.indexName, reason);
  const { columns } = plan.index;
  if (position.length !== columns.length + 1) {
    throw refuse(`it has ${position.length} values instead of ${columns.length + 1}`);
  }
  const values = position.map((value, place) => {
    const type = columns[place]?.type ?? 'text';
    const fits = type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'string';
    if (!fits) throw refuse(`its value ${place + 1} is not ${type === 'text' ? 'text' : 'a whole number'}`);
    return typeof value === 'string' ? keyText(value) : value;
  });
  if (plan.equals.some((value, place) => value !== values[place])) {
    throw refuse('it was taken under other conditions');
  }
  return values.slice(plan.equals.length);
}

function declaredIndex(collection: Collection, name: string): Index {
  const index = Object.hasOwn(collection.indexes, name) ? collection.indexes[name] : undefined;
  if (index) return index;
  const declared = Object.entries(collection.indexes).map(([key, value]) => `${key} (${columnNames(value)})`);
  throw new UnindexedQuery(
    collection.name,
    `there is no index "${name}". Declared: ${declared.join('; ') || 'none'}.`,
  );
}

function notAPrefix(
  collection: Collection,
  indexName: string,
  index: Index,
  names: readonly string[],
): UnindexedQuery {
  return new UnindexedQuery(
    collection.name,
    `the index ${indexName} can not answer a query on ${names.join(', ')}: "where" must name its first columns, ` +
      `which are ${columnNames(index)}.`,
  );
}

function checkedValue(
  collection: Collection,
  indexName: string,
  column: IndexColumn,
  value: KeyValue,
): KeyValue {
  if (column.type === 'text' && typeof value === 'string') return keyText(value);
  if (column.type === 'integer' && Number.isSafeInteger(value)) return value;
  throw new UnindexedQuery(
    collection.name,
    `${column.name} of ${indexName} is ${column.type}, but the query gives ${JSON.stringify(value)}.`,
  );
}

function columnNames(index: Index): string {
  return index.columns.map((column) => column.name).join(', ');
}
