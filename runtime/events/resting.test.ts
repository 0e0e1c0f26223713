import { describe, expect, it } from 'vitest';
import { dispatcherOf, emit, given, prepareDispatchers } from './given-dispatcher.suite.ts';

prepareDispatchers();

const waiting = async () => (await given.engine.outbox.waiting()).map(({ storeId }) => storeId);

describe('a subscriber that rests in a store', () => {
  function resting(seen: string[], isNeeded: () => boolean = () => false) {
    return dispatcherOf({
      subscriptions: [
        {
          ...{ name: 'test.all', events: ['*'], rousedBy: ['reader.came'] },
          handle: async ({ storeId }, { type }) => {
            seen.push(`${storeId} ${type}`);
            return isNeeded() ? undefined : ('rest' as const);
          },
        },
      ],
    });
  }

  it('is handed nothing more, and an event costs nothing', async () => {
    const seen: string[] = [];
    const dispatcher = resting(seen);
    await emit('note.wanted', 'a');
    await dispatcher.drain();
    await emit('note.wanted', 'b');
    expect(await waiting()).toEqual([]);
    await dispatcher.drain();
    expect(seen).toEqual(['main note.wanted']);
  });

  it('is spared what was waiting for it', async () => {
    const seen: string[] = [];
    const dispatcher = resting(seen);
    for (let count = 0; count < 100; count += 1) await emit('note.wanted', 'a');
    await dispatcher.drain();
    expect(seen).toEqual(['main note.wanted']);
    expect(await waiting()).toEqual([]);
  });

  it('is roused by the events that it names, and gets these too', async () => {
    const seen: string[] = [];
    let isNeeded = false;
    const dispatcher = resting(seen, () => isNeeded);
    await emit('note.wanted', 'a');
    await dispatcher.drain();
    isNeeded = true;
    await emit('reader.came', 'r');
    await emit('note.wanted', 'b');
    await dispatcher.drain();
    expect(seen).toEqual(['main note.wanted', 'main reader.came', 'main note.wanted']);
  });

  it('goes on in other stores', async () => {
    const seen: string[] = [];
    const dispatcher = resting(seen, () => seen.at(-1)?.startsWith('second') ?? false);
    await emit('note.wanted', 'a');
    await emit('note.wanted', 'a', 'second');
    await dispatcher.drain();
    await emit('note.wanted', 'b');
    await emit('note.wanted', 'b', 'second');
    await dispatcher.drain();
    expect(seen.filter((one) => one.startsWith('second'))).toHaveLength(2);
    expect(seen.filter((one) => one.startsWith('main'))).toHaveLength(1);
  });

  it('does not rest where it was roused while it looked at an earlier event', async () => {
    const seen: string[] = [];
    const dispatcher = resting(seen);
    await emit('note.wanted', 'a');
    await emit('reader.came', 'r');
    // The first answers that there is nothing to do, though what rouses it has come already.
    await given.engine.outbox.rest('main', 'test.all', 1);
    await emit('note.wanted', 'b');
    await dispatcher.drain();
    expect(seen).toHaveLength(3);
  });
});
