import { afterEach, beforeEach } from 'vitest';
import { testEncryptionKeys } from '../../tests/encryption-keys.ts';
import type { Context, Logger, StepsContext } from '../context/context.ts';
import type { Service, Subscription } from '../context/service.ts';
import {
  collection,
  type Engine,
  openSqliteEngine,
  type SequencedEvent,
  type StoredDocument,
} from '../store/index.ts';
import { createDispatcher, type Dispatcher, type DispatcherOptions } from './index.ts';

interface Note extends StoredDocument {
  readonly text: string;
}

export const notes = collection<Note>({ name: 'notes', indexes: {} });

/** Of the test that runs: an engine in memory, and a clock that a test moves. */
export const given: { now: Date; engine: Engine; logged: string[] } = {
  ...{ now: new Date(0), logged: [] },
  // Opened before each test.
  engine: undefined as unknown as Engine,
};

let dispatchers: Dispatcher[] = [];

/** Makes every test of a file begin with an empty engine. */
export function prepareDispatchers(): void {
  beforeEach(async () => {
    given.now = new Date('2026-03-01T10:00:00.000Z');
    given.logged = [];
    given.engine = await openSqliteEngine({
      encryptionKeys: testEncryptionKeys,
      path: ':memory:',
      collections: [notes],
      clock: { now: () => given.now },
    });
    dispatchers = [];
  });
  afterEach(async () => {
    for (const dispatcher of dispatchers) await dispatcher.stop();
    await given.engine.close();
  });
}

const record = (_: object, message: string) => void given.logged.push(message);
const log: Logger = { debug: record, info: record, warn: record, error: record };

function service(parts: Partial<Service>): Service {
  return {
    ...{ name: 'test', collections: [notes], handlers: {}, batches: {}, loaders: {} },
    ...{ subscriptions: [], schedules: {} },
    ...parts,
  };
}

export function dispatcherOf(parts: Partial<Service>, options: Partial<DispatcherOptions> = {}): Dispatcher {
  const dispatcher = createDispatcher({
    outbox: given.engine.outbox,
    services: [service(parts)],
    ...{ clockOf: () => ({ now: () => given.now }), machineClock: { now: () => given.now } },
    ...{ log, isShared: true },
    storeIds: () => given.engine.storeIds(),
    // The rest of a context is the gateway's to give; subscribers here use only these.
    runInTransaction: (storeId, actorName, work) =>
      given.engine
        .store(storeId)
        .transaction((store) => work({ storeId, store, traceId: actorName } as Context)),
    runInSteps: async (storeId, _actorName, work, of) => {
      await work({
        storeId,
        store: given.engine.store(storeId),
        stableId: () => of?.id ?? '',
      } as unknown as StepsContext);
      return true;
    },
    ...options,
  });
  dispatchers.push(dispatcher);
  return dispatcher;
}

export function on(
  events: readonly string[],
  handle: (event: SequencedEvent, context: Context) => unknown,
): { readonly subscriptions: readonly Subscription[] } {
  const subscription: Subscription = {
    name: 'test.listen',
    events,
    handle: async (context, event) => void (await handle(event, context)),
  };
  return { subscriptions: [subscription] };
}

let emitted = 0;
export async function emit(type: string, subject = 'a', storeId = 'main'): Promise<void> {
  emitted += 1;
  const id = `evt_${emitted}`;
  const event = { id, type, subject, time: given.now.toISOString(), traceId: 'trace', data: {} };
  await given.engine.store(storeId).transaction((writer) => writer.append([event]));
}

export function pass(seconds: number): void {
  given.now = new Date(given.now.getTime() + seconds * 1000);
}
