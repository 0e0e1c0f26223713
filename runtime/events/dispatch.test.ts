import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testEncryptionKeys } from '../../tests/encryption-keys.ts';
import type { Context, Logger, StepsContext } from '../context/context.ts';
import type { Service, Subscription } from '../context/service.ts';
import {
  collection,
  type Delivery,
  type Engine,
  openSqliteEngine,
  type SequencedEvent,
  type StoredDocument,
} from '../store/index.ts';
import { createDispatcher, type Dispatcher, type DispatcherOptions } from './index.ts';

interface Note extends StoredDocument {
  readonly text: string;
}

const notes = collection<Note>({ name: 'notes', indexes: {} });

let now: Date;
let engine: Engine;
let logged: string[];
let dispatchers: Dispatcher[];

beforeEach(async () => {
  now = new Date('2026-03-01T10:00:00.000Z');
  engine = await openSqliteEngine({
    encryptionKeys: testEncryptionKeys,
    path: ':memory:',
    collections: [notes],
    clock: { now: () => now },
  });
  logged = [];
  dispatchers = [];
});

afterEach(async () => {
  for (const dispatcher of dispatchers) await dispatcher.stop();
  await engine.close();
});

const record = (_: object, message: string) => void logged.push(message);
const log: Logger = { debug: record, info: record, warn: record, error: record };

function service(parts: Partial<Service>): Service {
  return {
    ...{ name: 'test', collections: [notes], handlers: {}, batches: {}, loaders: {} },
    ...{ subscriptions: [], schedules: {} },
    ...parts,
  };
}

function dispatcherOf(parts: Partial<Service>, options: Partial<DispatcherOptions> = {}): Dispatcher {
  const dispatcher = createDispatcher({
    outbox: engine.outbox,
    services: [service(parts)],
    ...{ clockOf: () => ({ now: () => now }), machineClock: { now: () => now } },
    log,
    storeIds: () => engine.storeIds(),
    // The rest of a context is the gateway's to give; subscribers here use only these.
    runInTransaction: (storeId, actorName, work) =>
      engine.store(storeId).transaction((store) => work({ storeId, store, traceId: actorName } as Context)),
    runInSteps: async (storeId, _actorName, work, of) => {
      await work({
        storeId,
        store: engine.store(storeId),
        stableId: () => of?.id ?? '',
      } as unknown as StepsContext);
      return true;
    },
    ...options,
  });
  dispatchers.push(dispatcher);
  return dispatcher;
}

function on(events: readonly string[], handle: (event: SequencedEvent, context: Context) => unknown) {
  const subscription: Subscription = {
    name: 'test.listen',
    events,
    handle: async (context, event) => void (await handle(event, context)),
  };
  return { subscriptions: [subscription] };
}

let emitted = 0;
async function emit(type: string, subject = 'a', storeId = 'main'): Promise<void> {
  emitted += 1;
  const id = `evt_${emitted}`;
  const event = { id, type, subject, time: now.toISOString(), traceId: 'trace', data: {} };
  await engine.store(storeId).transaction((writer) => writer.append([event]));
}

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
}

describe('events', () => {
  it('reach their subscriber in a transaction of their store', async () => {
    const dispatcher = dispatcherOf(
      on(['note.*'], (event, context) =>
        context.store.insert(notes, { id: event.subject, text: event.type }),
      ),
    );
    await emit('note.wanted', 'n1');
    await emit('other.thing', 'n2');
    await emit('note.wanted', 'n3', 'second');
    await dispatcher.drain();
    expect(await engine.store('main').get(notes, 'n1')).toMatchObject({ text: 'note.wanted' });
    expect(await engine.store('main').get(notes, 'n2')).toBeUndefined();
    expect(await engine.store('second').get(notes, 'n3')).toMatchObject({ text: 'note.wanted' });
  });

  it('that a subscriber causes are worked off too, before draining ends', async () => {
    const seen: string[] = [];
    const dispatcher = dispatcherOf(
      on(['*'], async (event, context) => {
        seen.push(event.type);
        const next = event.type === 'one' ? 'two' : event.type === 'two' ? 'three' : undefined;
        if (next) await context.store.append([{ ...event, id: next, type: next }]);
      }),
    );
    await emit('one');
    await dispatcher.drain();
    expect(seen).toEqual(['one', 'two', 'three']);
  });

  it('of one subject arrive in order', async () => {
    const seen: string[] = [];
    const dispatcher = dispatcherOf(on(['*'], (event) => seen.push(`${event.subject} ${event.type}`)));
    for (const type of ['first', 'second', 'third']) {
      for (const subject of ['a', 'b']) await emit(type, subject);
    }
    await dispatcher.drain();
    for (const subject of ['a', 'b']) {
      const own = seen.filter((line) => line.startsWith(subject));
      expect(own).toEqual(['first', 'second', 'third'].map((type) => `${subject} ${type}`));
    }
  });

  it('that a subscriber fails on are tried again on the clock, and leave no half of the work behind', async () => {
    let failures = 2;
    const dispatcher = dispatcherOf(
      on(['*'], async (_, context) => {
        await context.store.insert(notes, { id: 'effect', text: 'done' });
        if (failures-- > 0) throw new Error('not yet');
      }),
    );
    await emit('note.wanted');
    await dispatcher.drain();
    expect(await engine.store('main').get(notes, 'effect')).toBeUndefined();
    expect(logged).toEqual(['test.listen failed on an event; tried again at 2026-03-01T10:00:01.000Z.']);
    await dispatcher.drain();
    expect(failures).toBe(1);
    pass(1);
    await dispatcher.drain();
    expect(logged[1]).toContain('tried again at 2026-03-01T10:00:03.000Z');
    pass(2);
    await dispatcher.drain();
    expect(await engine.store('main').get(notes, 'effect')).toMatchObject({ text: 'done', version: 1 });
  });

  it('that always fail are given up with the place of their error, and the next of the subject goes on', async () => {
    const seen: string[] = [];
    const dispatcher = dispatcherOf(
      on(['*'], (event) => {
        if (event.type === 'bad') throw new Error('this one never works');
        seen.push(event.type);
      }),
    );
    await emit('bad');
    await emit('good');
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await dispatcher.drain();
      pass(2 * 60 * 60);
    }
    await dispatcher.drain();
    expect(seen).toEqual(['good']);
    expect(logged.at(-1)).toBe('test.listen failed on an event; given up after 20 attempts.');
    const [abandoned] = await engine.outbox.abandoned('main', { limit: 10 });
    expect(abandoned).toMatchObject({ subscriber: 'test.listen', attempt: 20, event: { type: 'bad' } });
    // Where it failed, and nothing of what its message may hold of a person.
    expect(abandoned?.error).toMatch(/^Error\n\s+at .*dispatch\.test\.ts/);
    expect(abandoned?.error).not.toContain('this one never works');
  });

  it('are left to whoever claimed them since, when a handler outlasted its lease', async () => {
    let other: readonly Delivery[] = [];
    const dispatcher = dispatcherOf(
      on(['*'], (event, context) => context.store.insert(notes, { id: event.subject, text: 'late' })),
      {
        runInTransaction: async (storeId, _, work) => {
          pass(61);
          await engine.outbox.takeBack({ now });
          other = await engine.outbox.claim({
            ...{ storeId, now, leaseUntil: new Date('2027-01-01'), limit: 1 },
          });
          await engine.store(storeId).transaction((store) => work({ storeId, store } as Context));
        },
      },
    );
    await emit('note.wanted', 'n1');
    await dispatcher.drain();
    expect(logged).toEqual(['Delivery 1.1.test.listen is done or has been claimed again since.']);
    expect(await engine.store('main').get(notes, 'n1')).toBeUndefined();
    expect(other).toMatchObject([{ attempt: 2 }]);
    await engine.store('main').transaction((writer) => writer.completeDelivery(other[0]?.id ?? ''));
  });

  it('of a store that this process does not serve wait for one that does', async () => {
    const unserved = dispatcherOf(
      on(['*'], () => undefined),
      { runInTransaction: async () => undefined },
    );
    await emit('note.wanted');
    await unserved.drain();
    expect(logged).toHaveLength(1);
    const seen: string[] = [];
    const dispatcher = dispatcherOf(on(['*'], (event) => seen.push(event.type)));
    pass(1);
    await dispatcher.drain();
    expect(seen).toEqual(['note.wanted']);
  });

  it('wake a dispatcher that was started', async () => {
    const arrived = new Promise((resolve) => {
      dispatcherOf(on(['*'], resolve)).start();
    });
    await emit('note.wanted');
    expect(await arrived).toMatchObject({ type: 'note.wanted', traceId: 'trace' });
  });

  it('stay where they are once a dispatcher was stopped', async () => {
    const seen: string[] = [];
    const dispatcher = dispatcherOf(on(['*'], (event) => seen.push(event.type)));
    dispatcher.start();
    await dispatcher.stop();
    await emit('note.wanted');
    await dispatcher.drain();
    expect(seen).toEqual([]);
  });
});

describe('stores with clocks of their own', () => {
  const ahead = () => new Date(now.getTime() + days(30));
  const clockOf = (storeId: string) => ({ now: storeId === 'ahead' ? ahead : () => now });

  function days(count: number): number {
    return count * 86_400_000;
  }

  it('have their retries by these', async () => {
    const seen: string[] = [];
    let failures = 2;
    const dispatcher = dispatcherOf(
      on(['*'], (event) => {
        if (failures-- > 0) throw new Error('not yet');
        seen.push(event.storeId);
      }),
      { clockOf },
    );
    await emit('note.wanted', 'a', 'ahead');
    await emit('note.wanted', 'a', 'behind');
    await dispatcher.drain();
    expect(await dispatcher.nextDueAt('behind')).toEqual(new Date(now.getTime() + 1000));
    expect(await dispatcher.nextDueAt('ahead')).toEqual(new Date(ahead().getTime() + 1000));
    await dispatcher.drain();
    expect(seen).toEqual([]);
    pass(1);
    await dispatcher.drain();
    expect(seen.sort()).toEqual(['ahead', 'behind']);
  });

  it('take turns when there is more to do than can be under way', async () => {
    const seen: string[] = [];
    const dispatcher = dispatcherOf(
      on(['*'], (event) => seen.push(event.storeId)),
      { concurrency: 1 },
    );
    for (let count = 0; count < 3; count += 1) {
      for (const storeId of ['busy', 'other']) await emit('note.wanted', `n${count}`, storeId);
    }
    await dispatcher.drain();
    expect(seen.slice(0, 4).filter((storeId) => storeId === 'other')).toHaveLength(2);
    expect(seen).toHaveLength(6);
  });

  it('are worked off one at a time, whatever their schedules did a moment ago', async () => {
    let due = new Date(now.getTime() + 2000);
    const ran: string[] = [];
    const dispatcher = dispatcherOf({
      schedules: {
        'test.expire': {
          everySeconds: 3600,
          nextDueAt: async () => due,
          run: async ({ storeId }) => {
            ran.push(storeId);
            if (due <= now) due = new Date(due.getTime() + 5000);
          },
        },
      },
    });
    await dispatcher.drainStore('main');
    expect(ran).toEqual(['main']);
    expect(await dispatcher.nextDueAt('main')).toEqual(due);
    pass(2);
    expect(await dispatcher.drainStore('main')).toEqual(['test.expire']);
    expect(await dispatcher.nextDueAt('main')).toEqual(new Date(now.getTime() + 5000));
  });
});

describe('schedules', () => {
  const counting = (everySeconds: number, run: (context: Context) => Promise<void>) => ({
    schedules: { 'test.tidy': { everySeconds, run } },
  });

  it('run for every store when they are due on the clock', async () => {
    const runs: string[] = [];
    const dispatcher = dispatcherOf(counting(60, async ({ storeId }) => void runs.push(storeId)));
    for (const id of ['main', 'second']) {
      await engine.store(id).transaction((writer) => writer.insert(notes, { id: 'n', text: '' }));
    }
    await dispatcher.drain();
    expect(runs).toEqual(['main', 'second']);
    pass(59);
    await dispatcher.drain();
    expect(runs).toHaveLength(2);
    pass(1);
    await dispatcher.drain();
    expect(runs).toHaveLength(4);
  });

  it('run again after the clock was set back', async () => {
    let runs = 0;
    const dispatcher = dispatcherOf(
      counting(60, async () => {
        runs += 1;
      }),
    );
    await engine.store('main').transaction((writer) => writer.insert(notes, { id: 'n', text: '' }));
    await dispatcher.drain();
    pass(-86_400);
    await dispatcher.drain();
    expect(runs).toBe(2);
  });

  it('that fail are logged, undone, and do not stop the others', async () => {
    const ran: string[] = [];
    const dispatcher = dispatcherOf({
      schedules: {
        'test.broken': {
          everySeconds: 1,
          run: async (context) => {
            await context.store.insert(notes, { id: 'half', text: '' });
            throw new Error('broken');
          },
        },
        'test.sound': { everySeconds: 1, run: async () => void ran.push('sound') },
      },
    });
    await engine.store('main').transaction((writer) => writer.insert(notes, { id: 'n', text: '' }));
    await dispatcher.drain();
    expect(ran).toEqual(['sound']);
    expect(logged).toEqual(['The schedule test.broken failed.']);
    expect(await engine.store('main').get(notes, 'half')).toBeUndefined();
  });
});
