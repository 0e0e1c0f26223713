import type { SqliteDriver, SqliteRow, SqliteValue } from '../driver.ts';

/** What is used of `node:sqlite`, which the type definitions of Node 20 don't have. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    prepare(sql: string): {
      get(...parameters: SqliteValue[]): SqliteRow | undefined;
      all(...parameters: SqliteValue[]): SqliteRow[];
      run(...parameters: SqliteValue[]): { readonly changes: number | bigint };
    };
    exec(sql: string): void;
    close(): void;
  };
}

/** SQLite inside Node itself, from 22.13. */
export async function loadNodeSqlite(): Promise<SqliteDriver> {
  const sqlite = withoutExperimentalWarning(() => process.getBuiltinModule?.('node:sqlite'));
  if (!sqlite) throw new Error(`it needs Node 22.13 or newer, and this is ${process.version}`);
  // Absent from the type definitions of Node 20; the interface above is what its documentation says.
  const { DatabaseSync } = sqlite as unknown as NodeSqlite;
  return {
    name: 'node:sqlite',
    open(path) {
      const database = new DatabaseSync(path);
      return {
        prepare(sql) {
          const statement = database.prepare(sql);
          return {
            get: (...parameters) => statement.get(...parameters),
            all: (...parameters) => statement.all(...parameters),
            run: (...parameters) => Number(statement.run(...parameters).changes),
          };
        },
        exec: (sql) => database.exec(sql),
        close: async () => database.close(),
      };
    },
  };
}

/**
 * Node 22 prints an ExperimentalWarning when the module is first loaded. The drivers must not differ in what a
 * user sees, so that one warning is dropped. Loading is synchronous: no other warning can be missed meanwhile.
 */
function withoutExperimentalWarning<Result>(load: () => Result): Result {
  const original = process.emitWarning;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) {
      Reflect.apply(original, process, [warning, ...rest]);
    }
  };
  try {
    return load();
  } finally {
    process.emitWarning = original;
  }
}
