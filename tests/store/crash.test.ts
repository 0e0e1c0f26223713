import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  driverNames,
  driverVariable,
  type Engine,
  loadWorkingDriver,
  openSqliteEngine,
  type SqliteDriver,
} from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { type Boxes, boxes, boxesAfter } from './load.ts';

const seed = 20_260_301;
const kills = 3;
const child = fileURLToPath(new URL('./write-load.ts', import.meta.url));

for (const name of driverNames) {
  const driver = await loadWorkingDriver(name).catch((error: Error) => error);
  describe(`a process killed while it writes through ${name}`, () => {
    it('loses nothing it acknowledged, and the store starts again cleanly', async (test) => {
      if (driver instanceof Error) return test.skip(driver.message);
      const folder = await mkdtemp(join(tmpdir(), 'headlesspro-crash-'));
      const path = join(folder, 'store.db');
      try {
        let steps = 0;
        for (const moment of randomMoments()) {
          const acknowledged = await writeUntilKilled(driver, path, steps, steps + moment);
          const engine = await openSqliteEngine({
            encryptionKeys: testEncryptionKeys,
            ...{ path, collections: [boxes], driver },
            clock: { now: () => new Date(0) },
          });
          steps = await stepsStored(engine);
          // The last step may have been committed without a word of it getting out.
          expect([acknowledged, acknowledged + 1]).toContain(steps);
          await expectWholeState(engine, boxesAfter(steps));
          await engine.close();
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
}

/** How many steps to let pass before each kill. */
function randomMoments(): number[] {
  let state = seed;
  return Array.from({ length: kills }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 20 + (state % 400);
  });
}

/** Returns how many steps were acknowledged in all. */
async function writeUntilKilled(
  driver: SqliteDriver,
  path: string,
  first: number,
  last: number,
): Promise<number> {
  const writer = spawn(process.execPath, ['--import', 'tsx', child, path, String(first)], {
    env: { ...process.env, [driverVariable]: driver.name },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(writer, 'exit');
  let acknowledged = first;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line) + 1;
    if (acknowledged >= last) writer.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

async function stepsStored(engine: Engine): Promise<number> {
  return (await engine.outbox.events('main', { after: 0, limit: 100_000 })).length;
}

async function expectWholeState(engine: Engine, expected: Boxes): Promise<void> {
  const store = engine.store('main');
  const ids = [...expected.keys()];
  const stored = await store.getMany(boxes, ids);
  expect(
    new Map(stored.map((box, place) => [ids[place], box && { label: box.label, shelves: box.shelves }])),
  ).toEqual(expected);
  // Rows are counted by themselves, without their documents: none is missing, and none is left over.
  const rows = (index: string, where = {}) => store.count(boxes, { index, where }, 1_000_000);
  expect(await rows('byLabel')).toBe(expected.size);
  expect(await rows('byShelf', { shelf: 'all' })).toBe(expected.size);
  const shelves = [...expected.values()].flatMap((box) => box.shelves);
  expect(await rows('byShelf')).toBe(shelves.length);
  for (const { label } of expected.values()) {
    expect((await store.find(boxes, 'byLabel', { label }))?.label).toBe(label);
  }
}
