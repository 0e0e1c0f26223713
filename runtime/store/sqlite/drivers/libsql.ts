import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
        async close() {
          database.close();
          await collectStatements();
        },
      };
    },
  };
}

/**
 * The binding has no way to end a statement, and SQLite keeps a closed connection's files open until all of its
 * statements are gone. When that happens is up to the garbage collector, and until then the old connection could
 * remove the log of a new one at the same path; so the collector is asked to come now.
 */
async function collectStatements(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  // Native objects are let go of after the collection, in a turn of their own.
  await setImmediate();
}
