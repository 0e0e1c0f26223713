import { describe, expect, it } from 'vitest';
import type { Context } from '../context/context.ts';
import type { Delivery } from '../store/index.ts';
import { dispatcherOf, emit, given, notes, on, pass, prepareDispatchers } from './given-dispatcher.suite.ts';

prepareDispatchers();

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
    expect(await given.engine.store('main').get(notes, 'n1')).toMatchObject({ text: 'note.wanted' });
    expect(await given.engine.store('main').get(notes, 'n2')).toBeUndefined();
    expect(await given.engine.store('second').get(notes, 'n3')).toMatchObject({ text: 'note.wanted' });
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
    expect(await given.engine.store('main').get(notes, 'effect')).toBeUndefined();
    expect(given.logged).toEqual([
      'test.listen failed on an event; tried again at 2026-03-01T10:00:01.000Z.',
    ]);
    await dispatcher.drain();
    expect(failures).toBe(1);
    pass(1);
    await dispatcher.drain();
    expect(given.logged[1]).toContain('tried again at 2026-03-01T10:00:03.000Z');
    pass(2);
    await dispatcher.drain();
    expect(await given.engine.store('main').get(notes, 'effect')).toMatchObject({ text: 'done', version: 1 });
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
    expect(given.logged.at(-1)).toBe('test.listen failed on an event; given up after 20 attempts.');
    const [abandoned] = await given.engine.outbox.abandoned('main', { limit: 10 });
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
          await given.engine.outbox.takeBack({ now: given.now });
          other = await given.engine.outbox.claim({
            ...{ storeId, now: given.now, leaseUntil: new Date('2027-01-01'), limit: 1 },
          });
          await given.engine.store(storeId).transaction((store) => work({ storeId, store } as Context));
        },
      },
    );
    await emit('note.wanted', 'n1');
    await dispatcher.drain();
    expect(given.logged).toEqual(['Delivery 1.1.test.listen is done or has been claimed again since.']);
    expect(await given.engine.store('main').get(notes, 'n1')).toBeUndefined();
    expect(other).toMatchObject([{ attempt: 2 }]);
    await given.engine.store('main').transaction((writer) => writer.completeDelivery(other[0]?.id ?? ''));
  });

  it.each([
    { isShared: false, seen: ['note.wanted'] },
    { isShared: true, seen: [] },
  ])('of a process that was killed are not waited for where no other serves the store: %o', async (each) => {
    const seen: string[] = [];
    const { isShared } = each;
    const dispatcher = dispatcherOf(
      on(['*'], (event) => seen.push(event.type)),
      { isShared },
    );
    await emit('note.wanted');
    const leaseUntil = new Date(given.now.getTime() + 60_000);
    await given.engine.outbox.claim({ storeId: 'main', now: given.now, leaseUntil, limit: 1 });
    await dispatcher.drain();
    expect(seen).toEqual(each.seen);
  });

  it('of a store that this process does not serve wait for one that does', async () => {
    const unserved = dispatcherOf(
      on(['*'], () => undefined),
      { runInTransaction: async () => undefined },
    );
    await emit('note.wanted');
    await unserved.drain();
    expect(given.logged).toHaveLength(1);
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

describe('schedules', () => {
  const counting = (everySeconds: number, run: (context: Context) => Promise<void>) => ({
    schedules: { 'test.tidy': { everySeconds, run } },
  });

  it('run for every store when they are due on the clock', async () => {
    const runs: string[] = [];
    const dispatcher = dispatcherOf(counting(60, async ({ storeId }) => void runs.push(storeId)));
    for (const id of ['main', 'second']) {
      await given.engine.store(id).transaction((writer) => writer.insert(notes, { id: 'n', text: '' }));
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
    await given.engine.store('main').transaction((writer) => writer.insert(notes, { id: 'n', text: '' }));
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
    await given.engine.store('main').transaction((writer) => writer.insert(notes, { id: 'n', text: '' }));
    await dispatcher.drain();
    expect(ran).toEqual(['sound']);
    expect(given.logged).toEqual(['The schedule test.broken failed.']);
    expect(await given.engine.store('main').get(notes, 'half')).toBeUndefined();
  });
});
