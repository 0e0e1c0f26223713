import type { SqliteDriver, SqliteRow, SqliteValue } from '../driver.ts';

/** The fastest binding; compiled or downloaded when it is installed, so it may be there without working. */
export async function loadBetterSqlite3(): Promise<SqliteDriver> {
  const { default: Database } = await import('better-sqlite3');
  return {
    name: 'better-sqlite3',
    open(path) {
      const database = new Database(path);
      return {
        prepare(sql) {
          const statement = database.prepare<SqliteValue[], SqliteRow>(sql);
          return {
            get: (...parameters) => statement.get(...parameters),
            all: (...parameters) => statement.all(...parameters),
            run: (...parameters) => statement.run(...parameters).changes,
          };
        },
        exec: (sql) => void database.exec(sql),
        close: async () => void database.close(),
      };
    },
  };
}
