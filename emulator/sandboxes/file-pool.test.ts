import { expect, test } from 'vitest';
import { createFilePool } from './file-pool.ts';

/** A pool of two, and what happens in it. */
function givenPool() {
  const log: string[] = [];
  const pool = createFilePool<string>({
    mostOpen: 2,
    open: async (id) => {
      log.push(`open ${id}`);
      return `file ${id}`;
    },
    close: async (id) => void log.push(`close ${id}`),
  });
  return { pool, log };
}

/** Whatever is under way by itself ends. */
const quiet = () => new Promise((resolve) => setImmediate(resolve));

test('keeps as many open as it may: those that were used last', async () => {
  const { pool, log } = givenPool();
  for (const id of ['a', 'b', 'a', 'c']) await pool.use(id, () => undefined);
  await quiet();
  expect(log).toEqual(['open a', 'open b', 'open c', 'close b']);
  expect(pool.openIds()).toEqual(['a', 'c']);
});

test('closes none that is in use, and those that are too many when they are left', async () => {
  const { pool, log } = givenPool();
  const leave: (() => void)[] = [];
  const held = ['a', 'b', 'c', 'd'].map((id) =>
    pool.use(id, () => new Promise<void>((resolve) => void leave.push(resolve))),
  );
  await quiet();
  expect(pool.openIds()).toHaveLength(4);
  expect(log.filter((line) => line.startsWith('close'))).toEqual([]);
  for (const release of leave) release();
  await Promise.all(held);
  await quiet();
  expect(pool.openIds()).toHaveLength(2);
});

test('opens one again for whoever asks while it is being closed, and never twice at a time', async () => {
  const { pool, log } = givenPool();
  await pool.use('a', () => undefined);
  const closing = pool.close('a');
  const files = await Promise.all([1, 2, 3].map(() => pool.use('a', (file) => file)));
  await closing;
  expect(files).toEqual(['file a', 'file a', 'file a']);
  expect(log).toEqual(['open a', 'close a', 'open a']);
});

test('looks into what is open alone, which puts its end off for nobody', async () => {
  const { pool, log } = givenPool();
  expect(await pool.look('a', () => 'seen')).toBeUndefined();
  await pool.use('a', () => undefined);
  await pool.use('b', () => undefined);
  expect(await pool.look('a', () => 'seen')).toBe('seen');
  await pool.use('c', () => undefined);
  await quiet();
  expect(log.at(-1)).toBe('close a');
});
