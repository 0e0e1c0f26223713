import { expect, it } from 'vitest';
import { chooseDriver, type DriverLoaders, loadWorkingDriver, NoSqliteDriver } from './choose-driver.ts';
import type { DriverName, SqliteDriver } from './driver.ts';

function works(name: DriverName): () => Promise<SqliteDriver> {
  const database = {
    prepare: () => expect.unreachable(),
    exec: () => undefined,
    close: async () => undefined,
  };
  return async () => ({ name, open: () => database });
}

/** As better-sqlite3 is where npm did not run its install script. */
async function unbuilt(): Promise<SqliteDriver> {
  return {
    name: 'better-sqlite3',
    open: () => {
      throw new Error('Could not locate the bindings file. Tried:\n → build/better_sqlite3.node');
    },
  };
}

async function missing(): Promise<SqliteDriver> {
  throw new Error("Cannot find package 'libsql'");
}

const loaders: DriverLoaders = {
  'better-sqlite3': works('better-sqlite3'),
  'node:sqlite': works('node:sqlite'),
  libsql: works('libsql'),
};

it('prefers better-sqlite3', async () => {
  expect((await chooseDriver('', loaders)).name).toBe('better-sqlite3');
});

it('goes on to the next where a driver is installed but was never built', async () => {
  expect((await chooseDriver('', { ...loaders, 'better-sqlite3': unbuilt })).name).toBe('node:sqlite');
  const others = { ...loaders, 'better-sqlite3': unbuilt, 'node:sqlite': missing };
  expect((await chooseDriver('', others)).name).toBe('libsql');
});

it('takes the one that the environment names, and no other', async () => {
  expect((await chooseDriver('libsql', loaders)).name).toBe('libsql');
  await expect(chooseDriver('libsql', { ...loaders, libsql: missing })).rejects.toThrow(NoSqliteDriver);
});

it('refuses a name that is none', async () => {
  await expect(chooseDriver('sqlite', loaders)).rejects.toThrow(
    'HEADLESSPRO_SQLITE_DRIVER is "sqlite"; it can be better-sqlite3, node:sqlite, libsql, or be left out.',
  );
});

it('says of each driver why it failed and what to do, where none works', async () => {
  const failure = await chooseDriver('', {
    'better-sqlite3': unbuilt,
    'node:sqlite': missing,
    libsql: missing,
  }).catch((error: Error) => error.message);
  expect(failure).toBe(
    [
      'SQLite can not be loaded. One of these is needed:',
      '  better-sqlite3: Could not locate the bindings file. Tried:',
      '    To use it, run `npm rebuild better-sqlite3` (it needs a compiler, or a prebuilt binary to download).',
      "  node:sqlite: Cannot find package 'libsql'",
      '    To use it, update Node to 22.13 or newer.',
      "  libsql: Cannot find package 'libsql'",
      '    To use it, run `npm install libsql` with optional dependencies allowed.',
    ].join('\n'),
  );
});

it('loads node:sqlite without its warning, and lets other warnings through', async (test) => {
  const warnings: string[] = [];
  const listen = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', listen);
  const driver = await loadWorkingDriver('node:sqlite').catch((error: Error) => error);
  if (driver instanceof Error) return test.skip(driver.message);
  process.emitWarning('something else');
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(warnings).toEqual(['something else']);
});
