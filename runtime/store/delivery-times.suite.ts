import { afterEach, beforeEach, expect, it } from 'vitest';
import { testEncryptionKeys } from '../../tests/encryption-keys.ts';
import type { Delivery, Engine, OutboxEvent, Store } from './port.ts';
import type { TestDatabase } from './test-database.suite.ts';

/** When and how many deliveries are handed out: retries by the clock of their store, leases by that of the machine. */
export function describeDeliveryTimes(createDatabase: () => Promise<TestDatabase>): void {
  const now = new Date('2026-03-01T10:00:00.000Z');
  let database: TestDatabase;
  let engine: Engine;
  let store: Store;

  beforeEach(async () => {
    database = await createDatabase();
    engine = await database.open([], { now: () => now }, testEncryptionKeys);
    store = engine.store('main');
    engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
  });

  afterEach(async () => {
    await engine.close();
    await database.remove();
  });

  const event = (subject: string, id: string): OutboxEvent => ({
    ...{ id, type: 'lamp.lit', subject, time: now.toISOString(), traceId: 'trace', data: null },
  });
  const append = (...events: OutboxEvent[]) => store.transaction((writer) => writer.append(events));
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const claim = (limit = 100, seconds = 0) =>
    engine.outbox.claim({
      ...{ storeId: 'main', now: at(seconds), leaseUntil: at(30), limit },
    });
  const shown = (deliveries: readonly Delivery[]) =>
    deliveries.map((delivery) => `${delivery.subscriber} ${delivery.event.id} ${delivery.attempt}`).sort();

  it('gives work of a claimer that crashed to another after its lease, and ignores the first', async () => {
    await append(event('a', 'a1'), event('a', 'a2'));
    const [lost] = await claim();
    await engine.outbox.takeBack({ now: at(29) });
    expect(await claim(100, 86_400)).toEqual([]);
    await engine.outbox.takeBack({ now: at(30) });
    const [taken] = await claim();
    expect(taken).toMatchObject({ attempt: 2, event: { id: 'a1' } });
    await engine.outbox.complete('main', lost?.id ?? '');
    await engine.outbox.fail('main', lost?.id ?? '', 'late', undefined);
    await expect(store.transaction((writer) => writer.completeDelivery(lost?.id ?? ''))).rejects.toThrow(
      'has been claimed again',
    );
    expect(await claim()).toEqual([]);
    await engine.outbox.complete('main', taken?.id ?? '');
    expect(shown(await claim())).toEqual(['log a2 1']);
  });

  it('hands out more of what is handled together, and no more of what is not', async () => {
    engine.outbox.subscribe([{ name: 'together', types: ['*'], isTogether: true }]);
    await append(event('a', 'a'), event('b', 'b'), event('c', 'c'));
    const lease = { storeId: 'main', now: at(0), leaseUntil: at(30) };
    const first = await engine.outbox.claim({ ...lease, limit: 1, limitTogether: 6 });
    expect(shown(first)).toEqual(['log a 1', 'together a 1', 'together b 1', 'together c 1']);
    expect(shown(await claim())).toEqual(['log b 1', 'log c 1']);
  });

  it('tells which stores wait for what, and when their next retry is due, each by its own clock', async () => {
    await append(event('a', 'a1'), event('b', 'b1'));
    const other = engine.store('other');
    await other.transaction((writer) => writer.append([event('x', 'x1')]));
    expect(await engine.outbox.waiting()).toEqual([
      { storeId: 'main', readyAt: new Date(0) },
      { storeId: 'other', readyAt: new Date(0) },
    ]);
    const [first, second] = await claim();
    expect((await engine.outbox.waiting()).map(({ storeId }) => storeId)).toEqual(['other']);
    await engine.outbox.fail('main', first?.id ?? '', 'no power', at(600));
    await engine.outbox.fail('main', second?.id ?? '', 'no power', at(300));
    expect(await engine.outbox.waiting()).toMatchObject([{ storeId: 'main', readyAt: at(300) }, {}]);
    expect(await engine.outbox.nextRetryAt('main', now)).toEqual(at(300));
    expect(await engine.outbox.nextRetryAt('main', at(300))).toEqual(at(600));
    expect(await engine.outbox.nextRetryAt('main', at(600))).toBeUndefined();
    expect(await engine.outbox.nextRetryAt('other', now)).toBeUndefined();
    expect(shown(await claim(100, 600))).toEqual(['log a1 2', 'log b1 2']);
  });

  it('brings a database of the version before up to date, with what waits in it', async () => {
    await append(event('a', 'a1'));
    await engine.close();
    await database.lowerSchemaVersion();
    engine = await database.open([], { now: () => now }, testEncryptionKeys);
    engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
    const [waiting] = await claim();
    expect(waiting).toMatchObject({ attempt: 1, event: { id: 'a1' } });
    await engine.outbox.takeBack({ now: at(30) });
    expect(shown(await claim())).toEqual(['log a1 2']);
  });
}
