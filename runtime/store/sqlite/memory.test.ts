import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testEncryptionKeys } from '../../../tests/encryption-keys.ts';
import { collection, type Engine, type Store, type StoredDocument } from '../port.ts';
import { openSqliteEngine } from './engine.ts';

interface Note extends StoredDocument {
  readonly text: string;
}

const notes = collection<Note>({
  name: 'notes',
  indexes: {
    byText: { version: 1, columns: [{ name: 'text', type: 'text' }], keys: (note) => [[note.text]] },
  },
});

let engine: Engine;
let store: Store;

beforeEach(async () => {
  const clock = { now: () => new Date(0) };
  engine = await openSqliteEngine({
    encryptionKeys: testEncryptionKeys,
    path: ':memory:',
    collections: [notes],
    clock,
  });
  store = engine.store('main');
});

afterEach(() => engine.close());

it('a store in memory shows nothing of a transaction that has not ended, though both share a connection', async () => {
  const ending = new EventEmitter();
  const held = once(ending, 'now');
  const undone = store.transaction(async (writer) => {
    await writer.insert(notes, { id: 'n', text: 'draft' });
    await held;
    throw new Error('undone');
  });
  const reads = Promise.all([
    store.get(notes, 'n'),
    store.getBytes(notes, 'n'),
    store.getMany(notes, ['n']),
    store.find(notes, 'byText', { text: 'draft' }),
    store.queryEach(notes, [{ index: 'byText', where: {}, pageSize: 1 }]),
    store.count(notes, { index: 'byText', where: {} }, 9),
    engine.storeIds(),
  ]);
  ending.emit('now');
  await expect(undone).rejects.toThrow('undone');
  expect(await reads).toEqual([
    undefined,
    undefined,
    [undefined],
    undefined,
    [{ items: [], hasMore: false }],
    0,
    [],
  ]);
});

it('a store in memory answers many readers and writers at once', async () => {
  await store.transaction((writer) => writer.insert(notes, { id: 'n', text: '0' }));
  const seen = await Promise.all(
    Array.from({ length: 50 }, async () => {
      await store.transaction((writer) =>
        writer.update(notes, 'n', (note) => ({ ...note, text: String(Number(note.text) + 1) })),
      );
      return (await store.get(notes, 'n'))?.version ?? 0;
    }),
  );
  expect(Math.max(...seen)).toBe(51);
});

it('a closed store refuses transactions', async () => {
  await engine.close();
  await expect(store.transaction(async () => undefined)).rejects.toThrow('The store is closed');
});
