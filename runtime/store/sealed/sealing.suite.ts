import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Engine } from '../port.ts';
import { type Lamp, lamp, lamps, sealedLamps } from '../suite-collections.ts';
import type { TestDatabase } from '../test-database.suite.ts';
import {
  createEncryptionKeyText,
  DamagedEnvelope,
  type EncryptionKeys,
  parseEncryptionKeys,
  UnseenStoreKey,
  WrongEncryptionKey,
} from './index.ts';

/** `lamps` read as they lie in the database. */
type RawLamp = Lamp & { readonly $sealed: string };

const texts = { first: createEncryptionKeyText('first'), second: createEncryptionKeyText('second') };
const first = parseEncryptionKeys(texts.first);
const second = parseEncryptionKeys(texts.second);

/** What every engine keeps of sealed fields and personal events. Part of `describeEngine`. */
export function describeSealing(createDatabase: () => Promise<TestDatabase>): void {
  const now = new Date('2026-03-01T10:00:00.000Z');
  const clock = { now: () => now };
  let database: TestDatabase;
  let engine: Engine;

  const open = (keys: EncryptionKeys, collection = sealedLamps) => database.open([collection], clock, keys);
  const reopen = async (keys: EncryptionKeys, collection = sealedLamps) => {
    await engine.close();
    engine = await open(keys, collection);
  };
  const store = () => engine.store('main');
  const insert = (id: string, giver: string) =>
    store().transaction((writer) => writer.insert(sealedLamps, lamp(id, { giver })));
  const rename = (id: string, name: string) =>
    store().transaction((writer) => writer.update(sealedLamps, id, (current) => ({ ...current, name })));
  const giverOf = async (id: string, from = store()) => (await from.get(sealedLamps, id))?.giver;
  const rawOf = async (id: string) => (await store().get(lamps, id)) as RawLamp | undefined;
  const event = (id: string, data: unknown, isPersonal: boolean) => ({
    ...{ id, type: 'lamp.given', subject: id, time: now.toISOString(), traceId: 'trace', data, isPersonal },
  });
  /** Writes another envelope, as whoever has the database can. */
  const forge = async (id: string, forged: (raw: RawLamp) => Promise<string> | string) => {
    await reopen(first, lamps);
    const raw = await rawOf(id);
    const envelope = raw && (await forged(raw));
    await store().transaction((writer) =>
      writer.update(lamps, id, (current) => ({ ...current, $sealed: envelope })),
    );
    await reopen(first);
  };

  beforeEach(async () => {
    database = await createDatabase();
    engine = await open(first);
  });

  afterEach(async () => {
    await engine.close();
    await database.remove();
  });

  it('leaves nothing of sealed fields and personal events in the database', async () => {
    await insert('a', 'Ada Lovelace of Marylebone');
    await store().transaction((writer) =>
      writer.append([
        event('e1', { giver: 'Grace Hopper of Arlington' }, true),
        event('e2', { colour: 'turquoise' }, false),
      ]),
    );
    const contents = await database.contents();
    expect(contents).toContain('Lamp a');
    expect(contents).toContain('turquoise');
    expect(contents).not.toMatch(/Lovelace|Marylebone|Hopper|Arlington/);
    const events = await engine.outbox.events('main', { after: 0, limit: 9 });
    expect(events.map(({ data }) => data)).toEqual([
      { giver: 'Grace Hopper of Arlington' },
      { colour: 'turquoise' },
    ]);
  });

  it('seals the same value differently each time', async () => {
    await insert('a', 'Ada');
    await insert('b', 'Ada');
    await reopen(first, lamps);
    expect((await rawOf('a'))?.$sealed).not.toBe((await rawOf('b'))?.$sealed);
    expect(await rawOf('a')).not.toHaveProperty('giver');
  });

  it('refuses another key when it opens, and leaves everything as it is', async () => {
    await insert('a', 'Ada');
    await engine.close();
    await expect(open(second)).rejects.toThrow(WrongEncryptionKey);
    await expect(open(second)).rejects.toThrow(
      'sealed with the encryption key "first", which is not among those given (second)',
    );
    const impostor = parseEncryptionKeys(texts.second.replace('second', 'first'));
    await expect(open(impostor)).rejects.toThrow('the key given as "first" is another one');
    engine = await open(first);
    expect(await giverOf('a')).toBe('Ada');
  });

  it('seals with the first of several keys, and needs the others for one start only', async () => {
    await insert('a', 'Ada');
    await insert('b', 'Bob');
    const digest = await engine.digestOf('main', 'ada@example.com');
    await reopen(parseEncryptionKeys(`${texts.second},${texts.first}`));
    await rename('a', 'sealed anew');
    await reopen(second);
    expect([await giverOf('a'), await giverOf('b')]).toEqual(['Ada', 'Bob']);
    expect(await engine.digestOf('main', 'ada@example.com')).toBe(digest);
    await reopen(second, lamps);
    const keyOf = async (id: string) => (await rawOf(id))?.$sealed.split('.')[1];
    expect(await keyOf('a')).not.toBe(await keyOf('b'));
  });

  it('lets instances that were started before a rotation go on', async () => {
    const both = parseEncryptionKeys(`${texts.first},${texts.second}`);
    await insert('a', 'Ada');
    await reopen(both);
    expect(await giverOf('a')).toBe('Ada');
    const rotated = await open(parseEncryptionKeys(`${texts.second},${texts.first}`));
    await rotated.store('main').transaction((writer) => writer.insert(sealedLamps, lamp('b')));
    await rename('b', 'by the one before');
    expect(await giverOf('b')).toBe('Ada');
    expect(await giverOf('b', rotated.store('main'))).toBe('Ada');
    await rotated.close();
  });

  it('refuses what was altered or moved to another document, and leaves it as it is', async () => {
    await insert('a', 'Ada');
    await insert('b', 'Bob');
    await forge('a', async () => (await rawOf('b'))?.$sealed ?? '');
    await expect(giverOf('a')).rejects.toThrow(DamagedEnvelope);
    await expect(rename('a', 'overwritten')).rejects.toThrow('can not be opened: it was damaged, or moved');
    await forge(
      'b',
      ({ $sealed }) => `${$sealed.slice(0, -8)}${$sealed.endsWith('AAAA') ? 'B' : 'A'}AAAAAAA`,
    );
    await expect(giverOf('b')).rejects.toThrow(DamagedEnvelope);
    await forge('b', ({ $sealed }) => $sealed.replace(/^v1\.[\w-]+/, 'v1.nobody'));
    await expect(giverOf('b')).rejects.toThrow(UnseenStoreKey);
    await insert('c', 'Cleo');
    expect(await giverOf('c')).toBe('Cleo');
  });

  it('reads what was written before a field was sealed, and seals it with its next change', async () => {
    await reopen(first, lamps);
    await store().transaction((writer) => writer.insert(lamps, lamp('a', { giver: 'Ada' })));
    await reopen(first);
    expect(await giverOf('a')).toBe('Ada');
    await rename('a', 'renamed');
    expect(await giverOf('a')).toBe('Ada');
    await reopen(first, lamps);
    expect(await rawOf('a')).not.toHaveProperty('giver');
  });

  it('gives the same text the same digest in one store, and another in each other', async () => {
    const digest = await engine.digestOf('main', 'ada@example.com');
    await reopen(first);
    expect(await engine.digestOf('main', 'ada@example.com')).toBe(digest);
    expect(await engine.digestOf('main', 'bob@example.com')).not.toBe(digest);
    expect(await engine.digestOf('other', 'ada@example.com')).not.toBe(digest);
  });

  it('gives up an event that can not be opened, and hands out the others', async () => {
    engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
    await store().transaction((writer) =>
      writer.append([event('e1', { $sealed: 'no envelope' }, false), event('e2', { giver: 'Bob' }, true)]),
    );
    const deliveries = await engine.outbox.claim({
      ...{ storeId: 'main', now, leaseUntil: new Date(now.getTime() + 1), limit: 9 },
    });
    expect(deliveries.map((delivery) => delivery.event.data)).toEqual([{ giver: 'Bob' }]);
    const [abandoned] = await engine.outbox.abandoned('main', { limit: 9 });
    expect(abandoned).toMatchObject({ event: { id: 'e1', data: null } });
    expect(abandoned?.error).toContain('can not be opened');
  });

  it('makes new keys for a store that was dropped', async () => {
    await insert('a', 'Ada');
    const held = store();
    const digest = await engine.digestOf('main', 'Ada');
    await engine.drop('main');
    expect(await engine.storeIds()).toEqual([]);
    await held.transaction((writer) => writer.insert(sealedLamps, lamp('a', { giver: 'Bob' })));
    await reopen(first);
    expect(await giverOf('a')).toBe('Bob');
    expect(await engine.digestOf('main', 'Ada')).not.toBe(digest);
  });
}
