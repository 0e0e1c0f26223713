import { keyText } from './key-text.ts';
import type { Collection, Index, KeyValue, StoredDocument } from './port.ts';

export type IndexRow = readonly KeyValue[];

/** PostgreSQL holds a B-tree row to a third of a page; the same bound in every engine keeps them alike. */
export const maximumKeyBytes = 1800;

/** The rows of a document in one index: checked against the declared columns, each once. */
export function indexRows(
  collection: Collection,
  indexName: string,
  index: Index,
  document: StoredDocument,
): IndexRow[] {
  const rows = index.keys(document);
  const first = rows[0];
  if (first === undefined) return [];
  if (rows.length === 1) return [checkedRow(collection, indexName, index, document, first)];
  const distinct = new Map<string, IndexRow>();
  for (const row of rows) {
    const checked = checkedRow(collection, indexName, index, document, row);
    distinct.set(rowIdentity(checked), checked);
  }
  return [...distinct.values()];
}

/** What an update has to write: rows that are new, rows that are gone. The others stay as they are. */
export function changedRows(
  before: readonly IndexRow[],
  after: readonly IndexRow[],
): { readonly added: IndexRow[]; readonly removed: IndexRow[] } {
  // Most updates leave most indexes alone.
  if (before.length === after.length && after.every((row, place) => isSameRow(row, before[place]))) {
    return { added: [], removed: [] };
  }
  const old = new Map(before.map((row) => [rowIdentity(row), row]));
  const added: IndexRow[] = [];
  for (const row of after) if (!old.delete(rowIdentity(row))) added.push(row);
  return { added, removed: [...old.values()] };
}

function isSameRow(row: IndexRow, other: IndexRow | undefined): boolean {
  return row.every((value, position) => value === other?.[position]);
}

function rowIdentity(row: IndexRow): string {
  return row.length === 1 ? String(row[0]) : JSON.stringify(row);
}

function checkedRow(
  collection: Collection,
  indexName: string,
  index: Index,
  document: StoredDocument,
  row: readonly KeyValue[],
): IndexRow {
  const { columns } = index;
  const refuse = (reason: string) =>
    new TypeError(`The index ${collection.name}.${indexName} gave a bad row for ${document.id}: ${reason}.`);
  if (row.length !== columns.length) {
    throw refuse(`${row.length} values for the columns ${columns.map((column) => column.name).join(', ')}`);
  }
  let length = 0;
  const checked = columns.map((column, position) => {
    const value = row[position];
    if (column.type === 'integer') {
      if (Number.isSafeInteger(value)) return value as number;
      throw refuse(`${column.name} must be a whole number, not ${describe(value)}`);
    }
    if (typeof value !== 'string') throw refuse(`${column.name} must be text, not ${describe(value)}`);
    length += value.length;
    return keyText(value);
  });
  // A UTF-16 unit is at most 3 bytes of UTF-8, so short rows need no counting.
  if (length * 3 > maximumKeyBytes) {
    const bytes = checked.reduce<number>((sum, value) => sum + Buffer.byteLength(String(value)), 0);
    if (bytes > maximumKeyBytes) {
      throw refuse(
        `its ${bytes} bytes are above the limit of ${maximumKeyBytes}; shorten the text in "keys"`,
      );
    }
  }
  return checked;
}

function describe(value: unknown): string {
  return typeof value === 'string' ? `the text ${JSON.stringify(value)}` : String(value);
}
