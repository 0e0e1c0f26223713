import { describe, expect, it } from 'vitest';
import type { Subscription } from '../context/service.ts';
import { DeliveryLost } from '../store/index.ts';
import { dispatcherOf, emit, given, notes, pass, prepareDispatchers } from './given-dispatcher.suite.ts';

prepareDispatchers();

type Handle = Extract<Subscription, { handleTogether: unknown }>['handleTogether'];

function together(handleTogether: Handle): { readonly subscriptions: readonly Subscription[] } {
  return { subscriptions: [{ name: 'test.together', events: ['*'], handleTogether }] };
}

describe('events that are handled together', () => {
  it('come in one transaction, as many as wait, and of one subject one after the other', async () => {
    const batches: string[][] = [];
    const dispatcher = dispatcherOf(
      together(async (_context, events) => {
        batches.push(events.map(({ type, subject }) => `${type} ${subject}`));
        return undefined;
      }),
    );
    for (const type of ['first', 'second']) for (const subject of ['a', 'b']) await emit(type, subject);
    await dispatcher.drain();
    expect(batches).toEqual([
      ['first a', 'first b'],
      ['second a', 'second b'],
    ]);
  });

  it('are handled each by itself where one of them fails, which alone is tried again', async () => {
    let isBroken = true;
    const dispatcher = dispatcherOf(
      together(async ({ store }, events) => {
        for (const { subject } of events) {
          if (subject === 'bad' && isBroken) throw new Error('not yet');
          await store.insert(notes, { id: subject, text: 'done' });
        }
        return undefined;
      }),
    );
    const done = async () => {
      const found = await given.engine.store('main').getMany(notes, ['a', 'bad', 'b']);
      return found.flatMap((note) => (note ? [note.id] : []));
    };
    for (const subject of ['a', 'bad', 'b']) await emit('note.wanted', subject);
    await dispatcher.drain();
    expect(await done()).toEqual(['a', 'b']);
    expect(given.logged.at(-1)).toContain('test.together failed on an event; tried again at');
    isBroken = false;
    pass(1);
    await dispatcher.drain();
    expect(await done()).toEqual(['a', 'bad', 'b']);
  });

  it('that somebody else has claimed since keep none of the others', async () => {
    const handled: string[] = [];
    const dispatcher = dispatcherOf(
      together(async ({ store }, events) => {
        if (events.length === 1) handled.push(...events.map(({ subject }) => subject));
        else throw new DeliveryLost('one of them');
        await store.insert(notes, { id: handled.join(), text: '' });
        return undefined;
      }),
    );
    for (const subject of ['a', 'b']) await emit('note.wanted', subject);
    await dispatcher.drain();
    expect(handled).toEqual(['a', 'b']);
  });
});
