/** Raise it when the table changes: a journal of another version is begun anew. */
export const schemaVersion = 3;

/** `title`, `note` and `detail` are sealed. `detail` stands last: what comes after a long text is read through all of it. */
export const schema = `
  CREATE TABLE entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    store_id TEXT NOT NULL,
    trace_id TEXT,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    title TEXT NOT NULL,
    type TEXT,
    endpoint TEXT,
    status TEXT,
    is_failure INTEGER NOT NULL,
    duration_ms REAL,
    subject TEXT,
    is_pinned INTEGER NOT NULL DEFAULT 0,
    note TEXT,
    fault TEXT,
    bytes INTEGER NOT NULL,
    detail TEXT NOT NULL
  );
  CREATE INDEX entries_of_store ON entries (store_id, number);
  CREATE INDEX entries_of_trace ON entries (store_id, trace_id) WHERE trace_id IS NOT NULL;
  CREATE INDEX entries_of_kind ON entries (store_id, kind, number);
  CREATE INDEX pinned_entries ON entries (store_id, number) WHERE is_pinned = 1;
`;

export const insertEntry = `
  INSERT INTO entries (store_id, trace_id, kind, at, title, type, endpoint, status, is_failure, duration_ms, subject, fault, bytes, detail)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  RETURNING number
`;

export const columns =
  'number, store_id, trace_id, kind, at, title, type, endpoint, status, is_failure, duration_ms, subject, is_pinned, note, fault';
