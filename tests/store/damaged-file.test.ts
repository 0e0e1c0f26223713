import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CorruptDatabase,
  DatabaseUnavailable,
  driverNames,
  loadWorkingDriver,
  openSqliteEngine,
} from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { boxes, runStep } from './load.ts';

/** PRAGMA page_size of the engine. */
const pageBytes = 4096;

/** Bytes without sense, the same for the same seed. */
function garbage(seed: number, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, place) =>
    createHash('sha512').update(`${seed} ${place}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

for (const name of driverNames) {
  const driver = await loadWorkingDriver(name).catch((error: Error) => error);
  if (driver instanceof Error) {
    it(`${name} works wherever this Node has it`, (test) => test.skip(driver.message));
    continue;
  }
  describe(`a store's file, opened through ${name},`, () => {
    let folder: string;
    let path: string;
    const openEngine = () =>
      openSqliteEngine({
        encryptionKeys: testEncryptionKeys,
        path,
        collections: [boxes],
        clock: { now: () => new Date(0) },
        driver,
      });

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'headlesspro-damage-'));
      path = join(folder, 'store.db');
    });

    afterEach(() => rm(folder, { recursive: true }));

    async function fill(): Promise<void> {
      const engine = await openEngine();
      for (let step = 0; step < 60; step += 1) await runStep(engine.store('main'), step);
      await engine.close();
    }

    /** Opening fails, and every file is as it was, to the byte. */
    async function expectRefusal(reason: string): Promise<void> {
      const before = await contents();
      const refusal = await openEngine().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(CorruptDatabase);
      expect(String(refusal)).toContain(path);
      expect(String(refusal)).toContain(reason);
      expect(String(refusal)).toContain('It was left untouched');
      expect(await contents()).toEqual(before);
    }

    /** Without the file for sharing memory, which is made anew at each opening, and without an empty log. */
    async function contents(): Promise<Record<string, string>> {
      const files = (await readdir(folder)).filter((file) => !file.endsWith('-shm'));
      const held: Record<string, string> = {};
      for (const file of files) {
        const bytes = await readFile(join(folder, file), 'base64');
        if (bytes !== '' || !file.endsWith('-wal')) held[file] = bytes;
      }
      return held;
    }

    it('is refused where it holds something else', async () => {
      await writeFile(path, randomBytes(10_000));
      await expectRefusal('file is not a database');
      await writeFile(path, 'hello');
      await expectRefusal('file is not a database');
    });

    it('is refused where it was cut off', async () => {
      await fill();
      await truncate(path, 3 * pageBytes);
      await expectRefusal('malformed');
    });

    it('is refused where a page was overwritten', async () => {
      await fill();
      const file = await open(path, 'r+');
      await file.write(randomBytes(pageBytes), 0, pageBytes, 9 * pageBytes);
      await file.close();
      await expectRefusal('');
    });

    it('is refused where the schema was overwritten', async () => {
      await fill();
      const file = await open(path, 'r+');
      // The schema's rows lie at the end of the first page.
      await file.write(garbage(0, 3000), 0, 3000, pageBytes - 3000);
      await file.close();
      await expectRefusal('malformed');
    });

    it('is refused whatever its schema says', async () => {
      await fill();
      // Of 3,000 these two make SQLite say that a text is too big, and not that the schema is malformed.
      for (const seed of [1085, 1870]) {
        const file = await open(path, 'r+');
        await file.write(garbage(seed, 3000), 0, 3000, pageBytes - 3000);
        await file.close();
        await expectRefusal('');
      }
    });

    it('is refused where its write-ahead log is garbage', async () => {
      await fill();
      await writeFile(`${path}-wal`, randomBytes(40_000));
      await expectRefusal('the write-ahead log');
    });

    it('is refused where it belongs to another program', async () => {
      const other = driver.open(path);
      other.exec('CREATE TABLE contacts (name TEXT)');
      await other.close();
      await expectRefusal('another program');
    });

    it('is an empty store where it has no bytes', async () => {
      await writeFile(path, '');
      const engine = await openEngine();
      expect(await engine.storeIds()).toEqual([]);
      await runStep(engine.store('main'), 0);
      await engine.close();
    });

    it('can not be a folder', async () => {
      await mkdir(path);
      await expect(openEngine()).rejects.toThrow(DatabaseUnavailable);
      await expect(openEngine()).rejects.toThrow(`${path} can not be used: it is a folder.`);
    });

    it('needs a folder that exists', async () => {
      path = join(folder, 'nowhere', 'store.db');
      await expect(openEngine()).rejects.toThrow(`the folder ${join(folder, 'nowhere')} does not exist`);
    });

    it('has to be writable', async () => {
      await fill();
      await chmod(path, 0o444);
      await chmod(folder, 0o555);
      await asOrdinaryUser(() => expect(openEngine()).rejects.toThrow(DatabaseUnavailable));
      await chmod(folder, 0o755);
    });

    it('that another process is writing to is waited for, not refused', async () => {
      await fill();
      const engine = await openEngine();
      const other = driver.open(path);
      other.exec('BEGIN IMMEDIATE');
      const step = runStep(engine.store('main'), 60);
      await new Promise((resolve) => setImmediate(resolve));
      other.exec('COMMIT');
      await other.close();
      await step;
      await engine.close();
    });
  });
}

/** Nothing is forbidden to root, so root steps down for as long as that takes. */
async function asOrdinaryUser(work: () => Promise<unknown>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
