import Database from 'better-sqlite3';

export interface StoredRows {
  readonly rows: number;
  readonly bytes: number;
}

/** How much the platform's file holds: rows of all its tables, and the bytes of their texts. */
export function countRows(path: string): StoredRows {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database
      .prepare<[], { readonly name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table'
          AND (name GLOB 'documents_*' OR name GLOB 'index_*' OR name = 'outbox_events')`,
      )
      .all();
    const counted = tables.map(({ name }) => {
      const text = name === 'outbox_events' ? 'data' : name.startsWith('documents_') ? 'body' : "''";
      const found = database
        .prepare<[], { readonly rows: number; readonly bytes: number | null }>(
          `SELECT count(*) AS rows, sum(length(${text})) AS bytes FROM "${name}"`,
        )
        .get();
      return { rows: found?.rows ?? 0, bytes: found?.bytes ?? 0 };
    });
    return {
      rows: counted.reduce((sum, { rows }) => sum + rows, 0),
      bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  } finally {
    database.close();
  }
}
