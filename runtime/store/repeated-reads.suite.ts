import { afterEach, beforeEach, expect, it } from 'vitest';
import { testEncryptionKeys } from '../../tests/encryption-keys.ts';
import type { Collection, Engine, Store } from './port.ts';
import { type Lamp, lamp } from './suite-collections.ts';
import type { TestDatabase } from './test-database.suite.ts';

/** Reads of what was read before: each sees the latest committed state, whoever committed it. */
export function describeRepeatedReads(
  createDatabase: () => Promise<TestDatabase>,
  lamps: Collection<Lamp>,
): void {
  let database: TestDatabase;
  let engine: Engine;
  let store: Store;

  const open = () => database.open([lamps], { now: () => new Date() }, testEncryptionKeys);

  beforeEach(async () => {
    database = await createDatabase();
    engine = await open();
    store = engine.store('main');
    await store.transaction((writer) => writer.insertMany(lamps, [lamp('a'), lamp('b')]));
    // Whatever an engine keeps of reads, it keeps of these.
    for (let times = 0; times < 3; times += 1) await watts();
  });

  afterEach(async () => {
    await engine.close();
    await database.remove();
  });

  const change = (of: Store, watts: number, id = 'a') =>
    of.transaction((writer) => writer.update(lamps, id, (current) => ({ ...current, watts })));

  /** Of the lamp `a`, in every way to read it by its id. */
  async function watts(of: Store = store): Promise<(number | undefined)[]> {
    const one = await of.get(lamps, 'a');
    const [many] = await of.getMany(lamps, ['a', 'b']);
    const [json] = await of.getManyJson(lamps, ['a', 'b']);
    const bytes = await of.getBytes(lamps, 'a');
    const texts = [json?.json, bytes && new TextDecoder().decode(bytes.bytes)];
    return [one?.watts, many?.watts, ...texts.map((text) => text && JSON.parse(text).watts)];
  }
  const four = (value: number | undefined) => Array.from({ length: 4 }, () => value);

  it('see a change as soon as it is committed, and not before', async () => {
    await store.transaction(async (writer) => {
      await writer.update(lamps, 'a', (current) => ({ ...current, watts: 60 }));
      expect((await writer.get(lamps, 'a'))?.watts).toBe(60);
    });
    expect(await watts()).toEqual(four(60));
  });

  it('see nothing of a change that was taken back, alone or beside others', async () => {
    const failing = store.transaction(async (writer) => {
      await writer.update(lamps, 'a', (current) => ({ ...current, watts: 60 }));
      throw new Error('no');
    });
    await Promise.allSettled([change(store, 50, 'b'), failing]);
    expect(await watts()).toEqual(four(40));
  });

  it('see that a document is gone, and that there is another of its id', async () => {
    await store.transaction((writer) => writer.delete(lamps, 'a'));
    expect(await watts()).toEqual(four(undefined));
    await store.transaction((writer) => writer.insert(lamps, lamp('a', { watts: 25 })));
    expect(await watts()).toEqual(four(25));
  });

  it('see that a store was dropped', async () => {
    await engine.drop('main');
    expect(await watts(engine.store('main'))).toEqual(four(undefined));
  });

  it('see what another process changed', async () => {
    const other = await open();
    try {
      for (const value of [60, 75]) {
        await change(other.store('main'), value);
        expect(await watts()).toEqual(four(value));
      }
      await change(store, 90);
      expect(await watts(other.store('main'))).toEqual(four(90));
    } finally {
      await other.close();
    }
  });

  it('keep apart what is called alike in two stores', async () => {
    const other = engine.store('other');
    await other.transaction((writer) => writer.insert(lamps, lamp('a', { watts: 5 })));
    expect(await watts(other)).toEqual(four(5));
    expect(await watts()).toEqual(four(40));
  });

  it('hand out what nobody can change for others', async () => {
    // As code would that goes round its types: it is told, or changes what is its own alone.
    const rooms = (await store.get(lamps, 'a'))?.rooms as string[] | undefined;
    const push = async () => void rooms?.push('cellar');
    expect([undefined, expect.any(TypeError)]).toContainEqual(await push().catch((error) => error));
    expect((await store.get(lamps, 'a'))?.rooms).toEqual(['hall']);
  });
}
