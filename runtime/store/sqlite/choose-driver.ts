import { type DriverName, driverNames, type SqliteDriver } from './driver.ts';
import { loadBetterSqlite3 } from './drivers/better-sqlite3.ts';
import { loadLibsql } from './drivers/libsql.ts';
import { loadNodeSqlite } from './drivers/node-sqlite.ts';

export const driverVariable = 'HEADLESSPRO_SQLITE_DRIVER';

export type DriverLoaders = Readonly<Record<DriverName, () => Promise<SqliteDriver>>>;

const installed: DriverLoaders = {
  'better-sqlite3': loadBetterSqlite3,
  'node:sqlite': loadNodeSqlite,
  libsql: loadLibsql,
};

const remedies: Readonly<Record<DriverName, string>> = {
  'better-sqlite3':
    'run `npm rebuild better-sqlite3` (it needs a compiler, or a prebuilt binary to download)',
  'node:sqlite': 'update Node to 22.13 or newer',
  libsql: 'run `npm install libsql` with optional dependencies allowed',
};

/** No SQLite binding works on this machine. */
export class NoSqliteDriver extends Error {
  readonly failures: ReadonlyMap<DriverName, string>;

  constructor(failures: ReadonlyMap<DriverName, string>) {
    const lines = [...failures].map(
      ([name, reason]) => `  ${name}: ${reason}\n    To use it, ${remedies[name]}.`,
    );
    super(`SQLite can not be loaded. One of these is needed:\n${lines.join('\n')}`);
    this.name = 'NoSqliteDriver';
    this.failures = failures;
  }
}

/**
 * The first driver that works here, or the one that `wanted` (by default the environment variable
 * HEADLESSPRO_SQLITE_DRIVER) names. Throws `NoSqliteDriver` where none does.
 */
export async function chooseDriver(
  wanted = process.env[driverVariable],
  loaders = installed,
): Promise<SqliteDriver> {
  const names = wanted ? [knownName(wanted)] : driverNames;
  const failures = new Map<DriverName, string>();
  for (const name of names) {
    try {
      return await loadWorkingDriver(name, loaders);
    } catch (error) {
      failures.set(name, reasonOf(error));
    }
  }
  throw new NoSqliteDriver(failures);
}

/** An install that was never built only fails when it opens a database, so one is opened. */
export async function loadWorkingDriver(name: DriverName, loaders = installed): Promise<SqliteDriver> {
  const driver = await loaders[name]();
  await driver.open(':memory:').close();
  return driver;
}

function knownName(name: string): DriverName {
  const known = driverNames.find((candidate) => candidate === name);
  if (known) return known;
  throw new TypeError(`${driverVariable} is "${name}"; it can be ${driverNames.join(', ')}, or be left out.`);
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
