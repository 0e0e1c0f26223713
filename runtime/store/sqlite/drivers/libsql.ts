import type { SqliteDriver, SqliteRow, SqliteValue } from '../driver.ts';

/**
 * A fork of SQLite whose binary comes in the package, so that it works where nothing could be compiled or
 * downloaded. Rows of `get` carry a `_metadata` beside their columns, which the engine never looks at.
 */
export async function loadLibsql(): Promise<SqliteDriver> {
  const { default: Database } = await import('libsql');
  return {
    name: 'libsql',
    open(path) {
      const database = new Database(path);
      return {
        prepare(sql) {
          const statement = database.prepare<SqliteValue[]>(sql);
          // The rows' shape is the engine's own SQL; the binding's types leave it open.
          return {
            get: (...parameters) => statement.get(...parameters) as SqliteRow | undefined,
            all: (...parameters) => statement.all(...parameters) as SqliteRow[],
            run: (...parameters) => statement.run(...parameters).changes,
          };
        },
        exec: (sql) => void database.exec(sql),
        close: () => void database.close(),
      };
    },
  };
}
