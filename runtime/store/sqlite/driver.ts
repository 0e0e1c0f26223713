/** The part of SQLite's JavaScript bindings that the engine needs; `drivers/` has one file for each binding. */
export type SqliteValue = string | number | null;
/** Text, whole numbers and nulls: the engine stores nothing else. Bytes are text that was asked for as a BLOB. */
export type SqliteRow = Readonly<Record<string, SqliteValue | Uint8Array>>;

export interface SqliteStatement {
  get(...parameters: SqliteValue[]): SqliteRow | undefined;
  all(...parameters: SqliteValue[]): SqliteRow[];
  /** Returns how many rows were inserted, changed or deleted. */
  run(...parameters: SqliteValue[]): number;
}

export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement;
  /** Runs statements that have no parameters and whose rows nobody wants. */
  exec(sql: string): void;
  /** Resolves when the file is let go of. */
  close(): Promise<void>;
}

export interface SqliteDriver {
  readonly name: DriverName;
  /** Opens a file, or `:memory:`, for reading and writing; creates it where there is none. */
  open(path: string): SqliteDatabase;
}

/** In the order in which they are tried. */
export const driverNames = ['better-sqlite3', 'node:sqlite', 'libsql'] as const;
export type DriverName = (typeof driverNames)[number];
