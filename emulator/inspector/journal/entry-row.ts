import type { SqliteRow, SqliteValue } from '../../../runtime/store/index.ts';
import { type EntryDetail, type EntryKind, entryIdOf, type JournalEntry, type NewEntry } from './entry.ts';
import { entryKinds } from './entry-schema.ts';

/** How details are kept: they hold what customers wrote, and so are sealed like the store. */
export interface DetailSeal {
  seal(text: string): string;
  open(text: string): string;
}

/** A row to be inserted, in the order of `insertEntry`. */
export function rowOf(
  entry: NewEntry,
  { seal }: DetailSeal,
): { values: SqliteValue[]; storeId: string; bytes: number } {
  const { storeId, traceId, title, type, endpoint, status, isFailure, durationMs, ...rest } =
    entry.describe();
  const { subject, fault = null, detail } = rest;
  const sealed = seal(JSON.stringify(detail));
  const bytes = sealed.length + title.length;
  const values = [
    ...[storeId, traceId, entry.kind, entry.at, title, type, endpoint, status],
    ...[isFailure ? 1 : 0, durationMs, subject, fault, bytes, sealed],
  ];
  return { values, storeId, bytes };
}

function textOf(value: SqliteRow[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: SqliteRow[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function kindOf(value: SqliteRow[string] | undefined): EntryKind {
  const kind = entryKinds.find((known) => known === value);
  if (!kind) throw new Error(`The journal holds an entry of kind "${String(value)}".`);
  return kind;
}

export function entryOf(row: SqliteRow): JournalEntry {
  return {
    id: entryIdOf(Number(row.number)),
    storeId: textOf(row.store_id),
    traceId: textOrNull(row.trace_id),
    kind: kindOf(row.kind),
    at: textOf(row.at),
    title: textOf(row.title),
    type: textOrNull(row.type),
    endpoint: textOrNull(row.endpoint),
    status: textOrNull(row.status),
    isFailure: row.is_failure === 1,
    durationMs: typeof row.duration_ms === 'number' ? row.duration_ms : null,
    subject: textOrNull(row.subject),
    isPinned: row.is_pinned === 1,
    note: textOrNull(row.note),
    fault: textOrNull(row.fault),
  };
}

export function detailOf(row: SqliteRow, { open }: DetailSeal): EntryDetail {
  return JSON.parse(open(textOf(row.detail))) as EntryDetail; // written by `rowOf`
}
