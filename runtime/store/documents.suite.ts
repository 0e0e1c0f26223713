import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testEncryptionKeys } from '../../tests/encryption-keys.ts';
import {
  type Collection,
  collection,
  DocumentNotFound,
  type Engine,
  InvalidPosition,
  type KeyValue,
  type NewDocument,
  NewerDatabase,
  type Position,
  type Query,
  type Store,
  type StoredDocument,
  UnindexedQuery,
  UniqueViolation,
  VersionMismatch,
} from './index.ts';
import { counters, type Lamp, lamp } from './suite-collections.ts';
import type { TestDatabase } from './test-database.suite.ts';

/** Documents, their indexes, transactions, stores and events, whether documents are sealed or not. */
export function describeDocuments(
  createDatabase: () => Promise<TestDatabase>,
  lamps: Collection<Lamp>,
): void {
  const collections: readonly Collection[] = [lamps, counters];
  let database: TestDatabase;
  let engine: Engine;
  let store: Store;
  let now: Date;
  const clock = { now: () => now };

  const insert = (...documents: NewDocument<Lamp>[]) =>
    store.transaction((writer) => writer.insertMany(lamps, documents));
  const reopen = async (changed: readonly Collection[] = collections) => {
    await engine.close();
    engine = await database.open(changed, clock, testEncryptionKeys);
    store = engine.store('main');
  };
  const idsOf = (result: { readonly items: readonly { readonly document: StoredDocument }[] }) =>
    result.items.map((item) => item.document.id);
  const inRoom = (room: string, rest: Partial<Query> = {}): Query => ({
    index: 'byRoom',
    where: { room },
    pageSize: 100,
    ...rest,
  });

  beforeEach(async () => {
    now = new Date('2026-03-01T10:00:00.000Z');
    database = await createDatabase();
    engine = await database.open(collections, clock, testEncryptionKeys);
    store = engine.store('main');
  });

  afterEach(async () => {
    await engine.close();
    await database.remove();
  });

  describe('documents', () => {
    it('come back as they were stored, with version and times', async () => {
      const [inserted] = await insert(lamp('a', { name: 'Größe 🏮 "quoted" \u0000 \n' }));
      expect(inserted).toEqual({
        ...lamp('a', { name: 'Größe 🏮 "quoted" \u0000 \n' }),
        version: 1,
        createdAt: '2026-03-01T10:00:00.000Z',
        updatedAt: '2026-03-01T10:00:00.000Z',
      });
      expect(await store.get(lamps, 'a')).toEqual(inserted);
      expect(await store.get(lamps, 'b')).toBeUndefined();
    });

    it('are JSON for the wire, the four common properties first', async () => {
      await insert(lamp('a'));
      now = new Date('2026-03-02T10:00:00.000Z');
      await store.transaction((writer) =>
        writer.update(lamps, 'a', (current) => ({ ...current, watts: 60 })),
      );
      const json =
        '{"id":"a","version":2,"createdAt":"2026-03-01T10:00:00.000Z","updatedAt":"2026-03-02T10:00:00.000Z",' +
        '"name":"Lamp a","watts":60,"codes":["code-a"],"rooms":["hall"],"giver":"Ada"}';
      const stored = { id: 'a', version: 2, json };
      const { bytes, ...rest } = (await store.getBytes(lamps, 'a')) ?? {};
      expect({ ...rest, json: new TextDecoder().decode(bytes) }).toEqual(stored);
      expect(await store.getBytes(lamps, 'none')).toBeUndefined();
      const page = await store.queryIds(lamps, inRoom('hall'));
      expect(page.items).toEqual([{ id: 'a', position: ['hall', 60, 'Lamp a', 'a'] }]);
    });

    it('are read many at once, in the order asked', async () => {
      await insert(lamp('a'), lamp('b'));
      const found = await store.getMany(lamps, ['b', 'none', 'a', 'b']);
      expect(found.map((document) => document?.id)).toEqual(['b', undefined, 'a', 'b']);
      expect(await store.getMany(lamps, [])).toEqual([]);
      const texts = await store.getManyJson(lamps, ['b', 'none', 'a']);
      expect(texts.map((text) => text && JSON.parse(text.json))).toEqual([found[0], undefined, found[2]]);
    });

    it('are found under an exact row of an index', async () => {
      await insert(lamp('a', { codes: ['x', 'y'] }));
      expect((await store.find(lamps, 'byCode', { code: 'y' }))?.id).toBe('a');
      expect(await store.find(lamps, 'byCode', { code: 'z' })).toBeUndefined();
    });

    it('are gone from everywhere once deleted', async () => {
      await insert(lamp('a'));
      await store.transaction((writer) => writer.delete(lamps, 'a'));
      expect(await store.get(lamps, 'a')).toBeUndefined();
      expect((await store.query(lamps, inRoom('hall'))).items).toEqual([]);
      await insert(lamp('b', { codes: ['code-a'] }));
    });

    it('of a megabyte are stored like any other', async () => {
      const codes = Array.from({ length: 2000 }, (_, number) => `variant-${number}`);
      await insert(lamp('big', { codes, name: 'x'.repeat(500) }));
      expect((await store.find(lamps, 'byCode', { code: 'variant-1999' }))?.codes).toHaveLength(2000);
      await store.transaction((writer) =>
        writer.update(lamps, 'big', (current) => ({ ...current, codes: [...current.codes.slice(1), 'new'] })),
      );
      expect(await store.find(lamps, 'byCode', { code: 'variant-0' })).toBeUndefined();
      expect((await store.find(lamps, 'byCode', { code: 'new' }))?.version).toBe(2);
    });
  });

  describe('updates', () => {
    it('raise the version and keep the time of creation', async () => {
      await insert(lamp('a'));
      now = new Date('2026-03-02T10:00:00.000Z');
      const updated = await store.transaction((writer) =>
        writer.update(lamps, 'a', (current) => ({ ...current, name: 'Renamed', version: 17, createdAt: '' })),
      );
      expect(updated).toMatchObject({
        name: 'Renamed',
        version: 2,
        createdAt: '2026-03-01T10:00:00.000Z',
        updatedAt: '2026-03-02T10:00:00.000Z',
      });
      expect(await store.get(lamps, 'a')).toEqual(updated);
    });

    it('move the document in its indexes', async () => {
      await insert(lamp('a', { rooms: ['hall', 'attic'] }));
      await store.transaction((writer) =>
        writer.update(lamps, 'a', (current) => ({ ...current, rooms: ['attic', 'cellar'] })),
      );
      expect(idsOf(await store.query(lamps, inRoom('hall')))).toEqual([]);
      expect(idsOf(await store.query(lamps, inRoom('attic')))).toEqual(['a']);
      expect(idsOf(await store.query(lamps, inRoom('cellar')))).toEqual(['a']);
    });

    it('that return the same object write nothing', async () => {
      await insert(lamp('a'));
      const updated = await store.transaction((writer) => writer.update(lamps, 'a', (current) => current));
      expect(updated.version).toBe(1);
      expect((await store.get(lamps, 'a'))?.version).toBe(1);
    });

    it('are refused for a document that is not there, or is at another version', async () => {
      await insert(lamp('a'));
      const update = (id: string, expectedVersion?: number) =>
        store.transaction((writer) =>
          writer.update(lamps, id, (current) => ({ ...current, watts: 1 }), { expectedVersion }),
        );
      await expect(update('b')).rejects.toThrow(DocumentNotFound);
      await expect(update('a', 7)).rejects.toThrow('lamps a is at version 1, not 7');
      await expect(update('a', 7)).rejects.toThrow(VersionMismatch);
      expect((await update('a', 1)).version).toBe(2);
      const remove = (id: string, expectedVersion?: number) =>
        store.transaction((writer) => writer.delete(lamps, id, { expectedVersion }));
      await expect(remove('b')).rejects.toThrow(DocumentNotFound);
      await expect(remove('a', 1)).rejects.toThrow(VersionMismatch);
      await remove('a', 2);
    });

    it('may not change an id', async () => {
      await insert(lamp('a'));
      await expect(
        store.transaction((writer) => writer.update(lamps, 'a', (current) => ({ ...current, id: 'b' }))),
      ).rejects.toThrow('may not change the id of a to b');
    });
  });

  describe('uniqueness', () => {
    it('is refused naming index, key and holder', async () => {
      await insert(lamp('a', { codes: ['x', 'y'] }));
      const refusal = await insert(lamp('b', { codes: ['z', 'y'] })).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(UniqueViolation);
      expect(refusal).toMatchObject({ collection: 'lamps', index: 'byCode', key: ['y'], holder: 'a' });
    });

    it('holds for ids', async () => {
      await insert(lamp('a'));
      const refusal = await insert(lamp('a', { codes: ['other'] })).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ name: 'UniqueViolation', index: 'id', holder: 'a' });
      const twice = await insert(lamp('b'), lamp('b', { codes: [] })).catch((error: unknown) => error);
      expect(twice).toMatchObject({ name: 'UniqueViolation', index: 'id', holder: 'b' });
    });

    it('holds for updates', async () => {
      await insert(lamp('a'), lamp('b'));
      const refusal = await store
        .transaction((writer) =>
          writer.update(lamps, 'b', (current) => ({ ...current, codes: ['mine', 'code-a'] })),
        )
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject({ name: 'UniqueViolation', key: ['code-a'], holder: 'a' });
    });

    it('lets a transaction go on after a refusal, as if the refused write had not been tried', async () => {
      await insert(lamp('a'));
      await store.transaction(async (writer) => {
        await expect(
          writer.insertMany(lamps, [lamp('b'), lamp('c', { codes: ['new', 'code-a'] })]),
        ).rejects.toThrow(UniqueViolation);
        await expect(writer.insertMany(lamps, [lamp('d'), lamp('a', { codes: [] })])).rejects.toThrow(
          UniqueViolation,
        );
        await writer.insert(lamps, lamp('e', { codes: ['new', 'code-b', 'code-d'] }));
        await expect(
          writer.update(lamps, 'e', (current) => ({ ...current, codes: ['newer', 'code-a'], rooms: ['x'] })),
        ).rejects.toThrow(UniqueViolation);
        await writer.insert(lamps, lamp('f', { codes: ['newer'] }));
      });
      expect(idsOf(await store.query(lamps, { index: 'byName', where: {}, pageSize: 10 }))).toEqual([
        'a',
        'e',
        'f',
      ]);
      expect(idsOf(await store.query(lamps, inRoom('hall')))).toEqual(['a', 'e', 'f']);
      expect((await store.find(lamps, 'byCode', { code: 'new' }))?.id).toBe('e');
      expect((await store.get(lamps, 'e'))?.version).toBe(1);
    });

    it('lets one of many parallel takers have a value', async () => {
      const taken = await Promise.allSettled(
        Array.from({ length: 20 }, (_, number) => insert(lamp(`l${number}`, { codes: ['wanted'] }))),
      );
      expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of taken) {
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(UniqueViolation);
      }
    });

    it('frees a value in the transaction that gives it up', async () => {
      await insert(lamp('a'));
      await store.transaction(async (writer) => {
        await writer.update(lamps, 'a', (current) => ({ ...current, codes: [] }));
        await writer.insert(lamps, lamp('b', { codes: ['code-a'] }));
      });
      expect((await store.find(lamps, 'byCode', { code: 'code-a' }))?.id).toBe('b');
    });

    it('does not reach into other stores', async () => {
      await insert(lamp('a'));
      await engine.store('other').transaction((writer) => writer.insert(lamps, lamp('a')));
      expect(await engine.storeIds()).toEqual(['main', 'other']);
    });
  });

  describe('queries', () => {
    beforeEach(() =>
      insert(
        lamp('a', { watts: 60, name: 'b', rooms: ['hall', 'attic', 'hall'] }),
        lamp('b', { watts: 5, name: 'Z', rooms: ['hall'] }),
        lamp('c', { watts: 60, name: 'a', rooms: ['hall'] }),
        lamp('d', { watts: 60, name: 'b', rooms: ['hall', 'cellar'] }),
        lamp('e', { watts: -3, name: 'é', rooms: ['hall'] }),
      ),
    );

    it('give documents in the order of the columns, then of the id', async () => {
      const result = await store.query(lamps, inRoom('hall'));
      expect(idsOf(result)).toEqual(['e', 'b', 'c', 'a', 'd']);
      expect(result.items[3]?.position).toEqual(['hall', 60, 'b', 'a']);
      expect(result.hasMore).toBe(false);
      expect(idsOf(await store.query(lamps, inRoom('hall', { direction: 'descending' })))).toEqual([
        'd',
        'a',
        'c',
        'b',
        'e',
      ]);
    });

    it('compare text by code point', async () => {
      await insert(lamp('f', { name: '🏮', rooms: [] }), lamp('g', { name: '\uffff', rooms: [] }));
      const result = await store.query(lamps, { index: 'byName', where: {}, pageSize: 10 });
      expect(result.items.map(({ document }) => document.name)).toEqual([
        'Z',
        'a',
        'b',
        'b',
        'é',
        '\uffff',
        '🏮',
      ]);
    });

    it('continue after a position', async () => {
      const first = await store.query(lamps, inRoom('hall', { pageSize: 2 }));
      expect([idsOf(first), first.hasMore]).toEqual([['e', 'b'], true]);
      const lastOf = (result: typeof first) => result.items.at(-1)?.position ?? [];
      const second = await store.query(lamps, inRoom('hall', { pageSize: 2, after: lastOf(first) }));
      expect([idsOf(second), second.hasMore]).toEqual([['c', 'a'], true]);
      const third = await store.query(lamps, inRoom('hall', { pageSize: 2, after: lastOf(second) }));
      expect([idsOf(third), third.hasMore]).toEqual([['d'], false]);
    });

    it('take equality on more columns and a range on the next', async () => {
      const where = { watts: 60, room: 'hall' };
      expect(idsOf(await store.query(lamps, { index: 'byRoom', where, pageSize: 9 }))).toEqual([
        'c',
        'a',
        'd',
      ]);
      const range = (from?: KeyValue, before?: KeyValue) => ({
        ...(from === undefined ? {} : { from }),
        ...(before === undefined ? {} : { before }),
      });
      const ranged = async (from?: KeyValue, before?: KeyValue) =>
        idsOf(await store.query(lamps, inRoom('hall', { range: range(from, before) })));
      expect(await ranged(5)).toEqual(['b', 'c', 'a', 'd']);
      expect(await ranged(undefined, 60)).toEqual(['e', 'b']);
      expect(await ranged(5, 60)).toEqual(['b']);
      expect(await ranged(61)).toEqual([]);
    });

    it('of a collection are answered together, each in its place', async () => {
      const results = await store.queryEach(lamps, [
        inRoom('cellar'),
        inRoom('hall', { pageSize: 2 }),
        inRoom('none'),
        inRoom('attic'),
        { index: 'byName', where: { name: 'b' }, pageSize: 1, direction: 'descending' },
        inRoom('hall', { pageSize: 2, after: ['hall', 5, 'Z', 'b'] }),
        inRoom('hall', { pageSize: 2 }),
      ]);
      expect(results.map(idsOf)).toEqual([['d'], ['e', 'b'], [], ['a'], ['d'], ['c', 'a'], ['e', 'b']]);
      expect(results.map(({ hasMore }) => hasMore)).toEqual([false, true, false, false, true, true, true]);
      expect(await store.queryEach(lamps, [])).toEqual([]);
    });

    it('count no further than asked', async () => {
      const count = (query: Omit<Query, 'pageSize'>, atMost: number) => store.count(lamps, query, atMost);
      expect(await count({ index: 'byRoom', where: { room: 'hall' } }, 3)).toBe(3);
      expect(await count({ index: 'byRoom', where: { room: 'hall' } }, 100)).toBe(5);
      expect(await count({ index: 'byRoom', where: { room: 'hall' }, range: { from: 60 } }, 100)).toBe(3);
      expect(await count({ index: 'byRoom', where: { room: 'none' } }, 100)).toBe(0);
    });

    it('that no index answers are refused, naming what is declared', async () => {
      const query = (over: Partial<Query>) => store.query(lamps, inRoom('hall', over));
      await expect(query({ index: 'byColour' })).rejects.toThrow(UnindexedQuery);
      await expect(query({ index: 'byColour' })).rejects.toThrow(
        'lamps: there is no index "byColour". Declared: byCode (code); byRoom (room, watts, name); byName (name).',
      );
      await expect(query({ where: { watts: 60 } })).rejects.toThrow(
        'byRoom can not answer a query on watts: "where" must name its first columns, which are room, watts, name',
      );
      await expect(query({ where: { room: 1 } })).rejects.toThrow('room of byRoom is text');
      await expect(query({ pageSize: 0 })).rejects.toThrow('pageSize must be a whole number from 1');
      await expect(
        query({ where: { room: 'hall', watts: 60, name: 'b' }, range: { from: 1 } }),
      ).rejects.toThrow('leaves no column of byRoom for "range"');
      await expect(store.find(lamps, 'byRoom', { room: 'hall' })).rejects.toThrow(UnindexedQuery);
      await expect(store.get(collection({ name: 'unknown', indexes: {} }), 'a')).rejects.toThrow(
        'opened without the collection unknown',
      );
    });

    it('refuse a position of another list', async () => {
      const continueAfter = (position: Position) => store.query(lamps, inRoom('hall', { after: position }));
      await expect(continueAfter(['hall', 5])).rejects.toThrow(InvalidPosition);
      await expect(continueAfter(['hall', '5', 'Z', 'b'])).rejects.toThrow(
        'its value 2 is not a whole number',
      );
      await expect(continueAfter(['attic', 5, 'Z', 'b'])).rejects.toThrow(
        'it was taken under other conditions',
      );
    });

    it('see only their own store', async () => {
      const other = engine.store('other');
      expect(idsOf(await other.query(lamps, inRoom('hall')))).toEqual([]);
      expect(await other.get(lamps, 'a')).toBeUndefined();
      expect(await other.getMany(lamps, ['a'])).toEqual([undefined]);
      expect(await other.count(lamps, { index: 'byRoom', where: { room: 'hall' } }, 9)).toBe(0);
    });

    it('treat text that databases can not hold alike when it is stored and when it is asked', async () => {
      await insert(lamp('f', { name: 'nul\u0000 and half \ud800', rooms: [] }));
      const found = await store.find(lamps, 'byName', { name: 'nul\u0000 and half \ud800' });
      expect(found?.id).toBe('f');
      expect(await store.get(lamps, 'a\u0000')).toBeUndefined();
    });
  });

  describe('index rows', () => {
    it('that do not fit their columns are refused before anything is written', async () => {
      await expect(insert(lamp('a'), lamp('b', { watts: 1.5 }))).rejects.toThrow(
        'The index lamps.byRoom gave a bad row for b: watts must be a whole number, not 1.5.',
      );
      await expect(insert(lamp('c', { name: 'é'.repeat(1500) }))).rejects.toThrow('above the limit of 1800');
      expect(idsOf(await store.query(lamps, { index: 'byName', where: {}, pageSize: 9 }))).toEqual([]);
    });

    it('are rebuilt when the version of an index rises', async () => {
      await insert(...Array.from({ length: 1200 }, (_, number) => lamp(`l${number}`, { watts: number })));
      await engine.store('other').transaction((writer) => writer.insert(lamps, lamp('x', { watts: 7 })));
      const byWatts = (version: number, unit: number) =>
        collection<Lamp>({
          name: 'lamps',
          indexes: {
            byCode: lamps.indexes.byCode as NonNullable<typeof lamps.indexes.byCode>,
            byWatts: {
              version,
              columns: [{ name: 'watts', type: 'integer' }],
              keys: ({ watts }) => [[watts * unit]],
            },
          },
        });
      const first = byWatts(1, 1);
      await reopen([first, counters]);
      expect((await store.find(first, 'byWatts', { watts: 1199 }))?.id).toBe('l1199');
      expect((await engine.store('other').find(first, 'byWatts', { watts: 7 }))?.id).toBe('x');
      await expect(store.query(first, inRoom('hall'))).rejects.toThrow(UnindexedQuery);

      await reopen([byWatts(1, 1000), counters]);
      expect(await store.find(first, 'byWatts', { watts: 1_199_000 })).toBeUndefined();

      await reopen([byWatts(2, 1000), counters]);
      expect((await store.find(first, 'byWatts', { watts: 1_199_000 }))?.id).toBe('l1199');
      expect(await store.find(first, 'byWatts', { watts: 1199 })).toBeUndefined();
      expect(await store.count(first, { index: 'byWatts', where: {} }, 5000)).toBe(1200);

      await reopen();
      expect(await store.count(lamps, { index: 'byRoom', where: { room: 'hall' } }, 5000)).toBe(1200);
    });

    it('that would not be unique refuse a new index, and the data stays', async () => {
      await insert(lamp('a', { name: 'same' }), lamp('b', { name: 'same' }));
      const unique = collection<Lamp>({
        name: 'lamps',
        indexes: {
          byName: {
            version: 2,
            unique: true,
            columns: [{ name: 'name', type: 'text' }],
            keys: (l) => [[l.name]],
          },
        },
      });
      await engine.close();
      await expect(database.open([unique, counters], clock, testEncryptionKeys)).rejects.toThrow(
        'lamps.byName already has same (document a)',
      );
      await reopen();
      expect(idsOf(await store.query(lamps, inRoom('hall')))).toEqual(['a', 'b']);
    });
  });

  describe('pages', () => {
    it.each(['ascending', 'descending'] as const)(
      'going %s neither repeat nor miss what was there throughout, while others come and go',
      async (direction) => {
        const lasting = Array.from({ length: 60 }, (_, number) => lamp(`k${number}`, { watts: number % 7 }));
        const leaving = Array.from({ length: 60 }, (_, number) => lamp(`x${number}`, { watts: number % 7 }));
        await insert(...lasting, ...leaving);
        const seen: string[] = [];
        let after: Position | undefined;
        for (let turn = 0; ; turn += 1) {
          const page = await store.query(
            lamps,
            inRoom('hall', { pageSize: 7, direction, ...(after ? { after } : {}) }),
          );
          seen.push(...idsOf(page));
          if (!page.hasMore) break;
          after = page.items.at(-1)?.position;
          await store.transaction(async (writer) => {
            for (const number of [turn * 2, turn * 2 + 1]) {
              if (number < 60) await writer.delete(lamps, `x${number}`);
            }
            await writer.insert(lamps, lamp(`n${turn}`, { watts: turn % 7 }));
          });
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => id.startsWith('k')).sort()).toEqual(lasting.map(({ id }) => id).sort());
      },
    );
  });

  describe('transactions', () => {
    it('are undone whole when their work throws', async () => {
      await insert(lamp('a'));
      const failing = store.transaction(async (writer) => {
        await writer.insert(lamps, lamp('b'));
        await writer.update(lamps, 'a', (current) => ({ ...current, rooms: [] }));
        await writer.append([event('lamp.created', 'b')]);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await store.get(lamps, 'b')).toBeUndefined();
      expect(idsOf(await store.query(lamps, inRoom('hall')))).toEqual(['a']);
      expect(await engine.outbox.events('main', { after: 0, limit: 10 })).toEqual([]);
    });

    it('see what they wrote, and nobody else does before they commit', async () => {
      await insert(lamp('a'));
      let checked: Promise<unknown> | undefined;
      await store.transaction(async (writer) => {
        await writer.insert(lamps, lamp('b'));
        expect(idsOf(await writer.query(lamps, inRoom('hall')))).toEqual(['a', 'b']);
        expect((await writer.getMany(lamps, ['b']))[0]?.id).toBe('b');
        const [each] = await writer.queryEach(lamps, [inRoom('hall')]);
        expect(each && idsOf(each)).toEqual(['a', 'b']);
        await writer.delete(lamps, 'b');
        checked = store.query(lamps, inRoom('hall')).then(idsOf);
        await Promise.resolve();
      });
      expect(await checked).toEqual(['a']);
    });

    it('answer what their work returned', async () => {
      expect(await store.transaction(async () => 42)).toBe(42);
    });

    it('refuse calls after they ended', async () => {
      const writer = await store.transaction(async (open) => open);
      await expect(writer.get(lamps, 'a')).rejects.toThrow('The transaction has ended');
      await expect(writer.insert(lamps, lamp('a'))).rejects.toThrow('Await every call on the writer');
      await expect(writer.append([event('lamp.created', 'a')])).rejects.toThrow('The transaction has ended');
    });

    it('insert many documents all or none', async () => {
      await insert(lamp('taken'));
      const many = Array.from({ length: 300 }, (_, number) => lamp(`m${number}`));
      await expect(insert(...many, lamp('last', { codes: ['code-taken'] }))).rejects.toThrow(UniqueViolation);
      expect(await store.count(lamps, { index: 'byName', where: {} }, 1000)).toBe(1);
      expect(await insert(...many)).toHaveLength(300);
      expect(await store.count(lamps, { index: 'byName', where: {} }, 1000)).toBe(301);
    });

    it('lose none of 100 parallel increments of one document', async () => {
      await store.transaction((writer) => writer.insert(counters, { id: 'one', value: 0 }));
      await Promise.all(
        Array.from({ length: 100 }, () =>
          store.transaction((writer) =>
            writer.update(counters, 'one', (current) => ({ ...current, value: current.value + 1 })),
          ),
        ),
      );
      expect(await store.get(counters, 'one')).toMatchObject({ value: 100, version: 101 });
    });

    it('give exactly the last 10 of a stock to 100 who reach for them at once', async () => {
      await store.transaction((writer) => writer.insert(counters, { id: 'stock', value: 10 }));
      const reserved = await Promise.all(
        Array.from({ length: 100 }, (_, number) =>
          store.transaction(async (writer) => {
            const stock = await writer.get(counters, 'stock', { lock: true });
            if (!stock || stock.value < 1) return false;
            await writer.update(counters, 'stock', (current) => ({ ...current, value: current.value - 1 }));
            await writer.insert(counters, { id: `reservation-${number}`, value: 1 });
            await writer.append([event('stock.reserved', 'stock')]);
            return true;
          }),
        ),
      );
      expect(reserved.filter(Boolean)).toHaveLength(10);
      expect((await store.get(counters, 'stock'))?.value).toBe(0);
      expect(await engine.outbox.events('main', { after: 0, limit: 100 })).toHaveLength(10);
    });

    it('that cross each other both end well', async () => {
      await store.transaction((writer) =>
        writer.insertMany(counters, [
          { id: 'one', value: 0 },
          { id: 'two', value: 0 },
        ]),
      );
      const raise = (first: string, second: string) =>
        store.transaction(async (writer) => {
          for (const id of [first, second]) {
            await writer.update(counters, id, (current) => ({ ...current, value: current.value + 1 }));
          }
        });
      await Promise.all(
        Array.from({ length: 10 }, (_, number) => (number % 2 ? raise('one', 'two') : raise('two', 'one'))),
      );
      const values = (await store.getMany(counters, ['one', 'two'])).map((counter) => counter?.value);
      expect(values).toEqual([10, 10]);
    });
  });

  describe('stores', () => {
    it('are listed while they hold anything, and dropped whole', async () => {
      expect(await engine.storeIds()).toEqual([]);
      const other = engine.store('other');
      await insert(lamp('a'));
      await other.transaction(async (writer) => {
        await writer.insert(lamps, lamp('a'));
        await writer.append([event('lamp.created', 'a')]);
      });
      await engine.drop('other');
      expect(await engine.storeIds()).toEqual(['main']);
      expect(await other.get(lamps, 'a')).toBeUndefined();
      expect(await other.revision([])).toBe(0);
      expect(await engine.outbox.events('other', { after: 0, limit: 10 })).toEqual([]);
      expect((await store.get(lamps, 'a'))?.id).toBe('a');
      await other.transaction((writer) => writer.insert(lamps, lamp('b', { codes: ['code-a'] })));
    });

    it('are still there when the database is opened again', async () => {
      await insert(lamp('a'));
      await reopen();
      expect((await store.get(lamps, 'a'))?.name).toBe('Lamp a');
      expect(idsOf(await store.query(lamps, inRoom('hall')))).toEqual(['a']);
    });

    it('of a newer version of the program are refused', async () => {
      await insert(lamp('a'));
      await engine.close();
      await database.raiseSchemaVersion();
      await expect(database.open(collections, clock, testEncryptionKeys)).rejects.toThrow(NewerDatabase);
      await expect(database.open(collections, clock, testEncryptionKeys)).rejects.toThrow(
        'Update headlesspro',
      );
    });
  });

  describe('the outbox', () => {
    const append = (...events: ReturnType<typeof event>[]) =>
      store.transaction((writer) => writer.append(events));
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const claim = (limit = 100, seconds = 0) =>
      engine.outbox.claim({
        ...{ storeId: 'main', now: at(seconds), leaseUntil: at(seconds + 30), limit },
      });
    const shown = (deliveries: Awaited<ReturnType<typeof claim>>) =>
      deliveries.map((delivery) => `${delivery.subscriber} ${delivery.event.id} ${delivery.attempt}`).sort();

    it('keeps a log of events in the order of commits', async () => {
      await append(event('lamp.created', 'a', { watts: 5 }), event('lamp.lit', 'a'));
      await engine.store('other').transaction((writer) => writer.append([event('lamp.created', 'x')]));
      await append(event('lamp.created', 'b'));
      const log = await engine.outbox.events('main', { after: 0, limit: 10 });
      expect(log.map(({ type, subject }) => `${type} ${subject}`)).toEqual([
        'lamp.created a',
        'lamp.lit a',
        'lamp.created b',
      ]);
      expect(log[0]).toMatchObject({ storeId: 'main', data: { watts: 5 }, traceId: 'trace' });
      const [first, second, third] = log.map(({ sequence }) => sequence);
      expect(first).toBeLessThan(second ?? 0);
      expect(second).toBeLessThan(third ?? 0);
      expect(await engine.outbox.events('main', { after: first ?? 0, limit: 1 })).toEqual([log[1]]);
    });

    it('numbers the events of parallel transactions so that a reader of the log skips none', async () => {
      const seen: number[] = [];
      const read = async () => {
        const events = await engine.outbox.events('main', { after: seen.at(-1) ?? 0, limit: 1000 });
        seen.push(...events.map(({ sequence }) => sequence));
      };
      const writes = Array.from({ length: 40 }, (_, number) =>
        append(event('lamp.lit', `l${number}`)).then(read),
      );
      for (const write of writes) await write;
      await read();
      const log = await engine.outbox.events('main', { after: 0, limit: 1000 });
      expect(new Set(seen)).toEqual(new Set(log.map(({ sequence }) => sequence)));
      expect(log).toHaveLength(40);
    });

    it('tells how far a store has come, with families left out', async () => {
      expect(await store.revision([])).toBe(0);
      await append(event('lamp.created', 'a'));
      const created = await store.revision([]);
      await append(event('inventory.adjusted', 'a'));
      expect(await store.revision(['inventory'])).toBe(created);
      expect(await store.revision([])).toBeGreaterThan(created);
      expect(await store.revision(['inventory', 'lamp'])).toBe(0);
      expect(await engine.store('other').revision([])).toBe(0);
      const inside = await store.transaction(async (writer) => {
        await writer.append([event('lamp.lit', 'a')]);
        return writer.revision(['inventory']);
      });
      expect(inside).toBe(await store.revision([]));
    });

    it('hands events to those who subscribed to their type', async () => {
      engine.outbox.subscribe([
        { name: 'exact', types: ['lamp.created'] },
        { name: 'family', types: ['lamp.*'] },
        { name: 'others', types: ['room.*'] },
      ]);
      await append(
        event('lamp.created', 'a', undefined, 'e1'),
        event('lampshade.created', 'b', undefined, 'e2'),
      );
      expect(shown(await claim())).toEqual(['exact e1 1', 'family e1 1']);
      expect(await claim()).toEqual([]);
    });

    it('delivers events of one subject in order, one at a time', async () => {
      engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
      await append(
        event('lamp.lit', 'a', undefined, 'a1'),
        event('lamp.lit', 'a', undefined, 'a2'),
        event('lamp.lit', 'b', undefined, 'b1'),
      );
      const first = await claim();
      expect(shown(first)).toEqual(['log a1 1', 'log b1 1']);
      expect(await claim()).toEqual([]);
      for (const delivery of first) await engine.outbox.complete('main', delivery.id);
      const second = await claim();
      expect(shown(second)).toEqual(['log a2 1']);
      await engine.outbox.complete('main', second[0]?.id ?? '');
      expect(await claim()).toEqual([]);
    });

    it('completes a delivery together with what its handler wrote', async () => {
      engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
      await append(event('lamp.lit', 'a', undefined, 'a1'));
      const [first] = await claim();
      const handle = (id: string, isFailing: boolean) =>
        store.transaction(async (writer) => {
          await writer.insert(counters, { id: 'effect', value: 1 });
          await writer.completeDelivery(id);
          if (isFailing) throw new Error('after all not');
        });
      await expect(handle(first?.id ?? '', true)).rejects.toThrow('after all not');
      expect(await store.get(counters, 'effect')).toBeUndefined();
      await engine.outbox.takeBack({ now: at(60) });
      const [second] = await claim(1);
      await handle(second?.id ?? '', false);
      expect(await claim(1)).toEqual([]);
      await expect(handle(second?.id ?? '', false)).rejects.toThrow(UniqueViolation);
    });

    it('waits for the retry of what failed before it goes on with the subject', async () => {
      engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
      await append(event('lamp.lit', 'a', undefined, 'a1'), event('lamp.lit', 'a', undefined, 'a2'));
      const [first] = await claim();
      await engine.outbox.fail('main', first?.id ?? '', 'no power', at(600));
      expect(await claim(100, 599)).toEqual([]);
      const [second] = await claim(100, 600);
      expect(second).toMatchObject({ attempt: 2, event: { id: 'a1' } });
    });

    it('keeps what was given up with its error, and goes on with the subject', async () => {
      engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
      await append(event('lamp.lit', 'a', undefined, 'a1'), event('lamp.lit', 'a', undefined, 'a2'));
      const [first] = await claim();
      await engine.outbox.fail('main', first?.id ?? '', 'no power', undefined);
      expect(await engine.outbox.abandoned('main', { limit: 10 })).toMatchObject([
        { subscriber: 'log', attempt: 1, error: 'no power', event: { id: 'a1' } },
      ]);
      expect(await engine.outbox.abandoned('other', { limit: 10 })).toEqual([]);
      expect(shown(await claim(100, 1))).toEqual(['log a2 1']);
    });

    it('gives each delivery to one of several claimers at the same time', async () => {
      engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
      await append(...Array.from({ length: 60 }, (_, number) => event('lamp.lit', `l${number}`)));
      const claims = await Promise.all(Array.from({ length: 8 }, () => claim(10)));
      const ids = claims.flat().map(({ event: { subject } }) => subject);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await claim(100);
      expect(ids.length + rest.length).toBe(60);
    });

    it('claims only what this process subscribed to', async () => {
      engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
      await append(event('lamp.lit', 'a'));
      await reopen();
      expect(await claim()).toEqual([]);
      engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
      expect(await claim()).toHaveLength(1);
    });

    it('says so after a commit that appended something', async () => {
      let calls = 0;
      const stop = engine.outbox.onCommit(() => {
        calls += 1;
      });
      await insert(lamp('a'));
      expect(calls).toBe(0);
      await append(event('lamp.lit', 'a'));
      expect(calls).toBe(1);
      stop();
      await append(event('lamp.lit', 'a'));
      expect(calls).toBe(1);
    });

    it('forgets old events that nobody waits for', async () => {
      engine.outbox.subscribe([{ name: 'log', types: ['lamp.kept'] }]);
      await append(event('lamp.lit', 'a'), event('lamp.kept', 'b'), event('lamp.lit', 'c'));
      now = at(86_400);
      await append(event('lamp.lit', 'd'));
      expect(await engine.outbox.forget({ before: now, limit: 1 })).toBe(1);
      expect(await engine.outbox.forget({ before: now, limit: 100 })).toBe(1);
      const log = await engine.outbox.events('main', { after: 0, limit: 10 });
      expect(log.map(({ subject }) => subject)).toEqual(['b', 'd']);
    });
  });

  let events = 0;
  function event(type: string, subject: string, data: unknown = null, id?: string) {
    events += 1;
    return { id: id ?? `evt_${events}`, type, subject, time: now.toISOString(), traceId: 'trace', data };
  }
}
