import type { SealedPlace, SqliteRow, SqliteValue } from '../../../runtime/store/index.ts';
import { type EntryDetail, type EntryKind, entryIdOf, type JournalEntry, type NewEntry } from './entry.ts';
import { entryKinds } from './entry-schema.ts';

export interface EntryRow {
  /** To be inserted, in the order of `insertEntry`. */
  readonly values: SqliteValue[];
  readonly bytes: number;
  /** What is listed of it; its number comes of the insertion. */
  readonly listed: Omit<JournalEntry, 'id'>;
}

export function rowOf(entry: NewEntry, { seal }: SealedPlace): EntryRow {
  const { detail, ...described } = entry.describe();
  const { kind, at } = entry;
  const listed = { fault: null, ...described, kind, at, isPinned: false, note: null };
  const { storeId, traceId, title, type, endpoint, status, isFailure, durationMs, subject, fault } = listed;
  const sealed = { title: seal(title), detail: seal(JSON.stringify(detail)) };
  const bytes = sealed.title.length + sealed.detail.length;
  const values = [
    ...[storeId, traceId, kind, at, sealed.title, type, endpoint, status],
    ...[isFailure ? 1 : 0, durationMs, subject, fault, bytes, sealed.detail],
  ];
  return { values, bytes, listed };
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

export function noteOf(note: string | null, { seal }: SealedPlace): string | null {
  return note === null ? null : seal(note);
}

export function entryOf(row: SqliteRow, { open }: SealedPlace): JournalEntry {
  const note = textOrNull(row.note);
  return {
    id: entryIdOf(Number(row.number)),
    storeId: textOf(row.store_id),
    traceId: textOrNull(row.trace_id),
    kind: kindOf(row.kind),
    at: textOf(row.at),
    title: open(textOf(row.title)),
    type: textOrNull(row.type),
    endpoint: textOrNull(row.endpoint),
    status: textOrNull(row.status),
    isFailure: row.is_failure === 1,
    durationMs: typeof row.duration_ms === 'number' ? row.duration_ms : null,
    subject: textOrNull(row.subject),
    isPinned: row.is_pinned === 1,
    note: note === null ? null : open(note),
    fault: textOrNull(row.fault),
  };
}

export function detailOf(row: SqliteRow, { open }: SealedPlace): EntryDetail {
  return JSON.parse(open(textOf(row.detail))) as EntryDetail; // written by `rowOf`
}
