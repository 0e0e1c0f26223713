import { describe, expect, it } from 'vitest';
import { dispatcherOf, emit, given, on, pass, prepareDispatchers } from './given-dispatcher.suite.ts';

prepareDispatchers();

describe('stores with clocks of their own', () => {
  const ahead = () => new Date(given.now.getTime() + days(30));
  const clockOf = (storeId: string) => ({ now: storeId === 'ahead' ? ahead : () => given.now });

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
    expect(await dispatcher.nextDueAt('behind')).toEqual(new Date(given.now.getTime() + 1000));
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
    let due = new Date(given.now.getTime() + 2000);
    const ran: string[] = [];
    const dispatcher = dispatcherOf({
      schedules: {
        'test.expire': {
          everySeconds: 3600,
          nextDueAt: async () => due,
          run: async ({ storeId }) => {
            ran.push(storeId);
            if (due <= given.now) due = new Date(due.getTime() + 5000);
          },
        },
      },
    });
    await dispatcher.drainStore('main');
    expect(ran).toEqual(['main']);
    expect(await dispatcher.nextDueAt('main')).toEqual(due);
    pass(2);
    expect(await dispatcher.drainStore('main')).toEqual(['test.expire']);
    expect(await dispatcher.nextDueAt('main')).toEqual(new Date(given.now.getTime() + 5000));
  });
});
