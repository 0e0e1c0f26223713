import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { describeEngine } from '../engine.suite.ts';
import { type TestDatabase, withoutLeases } from '../test-database.suite.ts';
import { loadWorkingDriver } from './choose-driver.ts';
import { driverNames, type SqliteDriver } from './driver.ts';
import { openSqliteEngine } from './engine.ts';

for (const name of driverNames) {
  const driver = await loadWorkingDriver(name).catch((error: Error) => error);
  if (driver instanceof Error) {
    // Which drivers there are depends on the Node that runs the tests; the ones tested are named in the report.
    it(`${name} works wherever this Node has it`, (test) => test.skip(driver.message.split('\n')[0]));
  } else {
    describe(`SQLite through ${name}`, () => describeEngine(() => fileDatabase(driver)));
  }
}

/** The file and its write-ahead log; one character a byte, which keeps what is ASCII. */
async function contentsOf(folder: string): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('\n');
}

async function fileDatabase(driver: SqliteDriver): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'headlesspro-store-'));
  const path = join(folder, 'store.db');
  return {
    open: (collections, clock, encryptionKeys) =>
      openSqliteEngine({ path, collections, clock, encryptionKeys, driver }),
    async raiseSchemaVersion() {
      const database = driver.open(path);
      database.exec('PRAGMA user_version = 99');
      await database.close();
    },
    async lowerSchemaVersion() {
      const database = driver.open(path);
      database.exec(`${withoutLeases}; PRAGMA user_version = 1`);
      await database.close();
    },
    contents: () => contentsOf(folder),
    remove: () => rm(folder, { recursive: true }),
  };
}
