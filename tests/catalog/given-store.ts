import type { StoreConfig } from '../../runtime/config/store-config.ts';
import type { Clock } from '../../runtime/context/context.ts';
import type { Connections } from '../../runtime/context/provider-connection.ts';
import type { Service } from '../../runtime/context/service.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { createMemoryFileStore } from '../../runtime/files/memory-file-store.ts';
import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import type { Outgoing } from '../../runtime/outgoing/index.ts';
import { collectionsOf, createRuntime } from '../../runtime/runtime.ts';
import { services as platformServices } from '../../runtime/services/index.ts';
import type { Collection, Engine, SequencedEvent, StoreClock } from '../../runtime/store/index.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

/** Opens an engine with nothing in it. */
export type OpenEngine = (collections: readonly Collection[], clock: StoreClock) => Promise<Engine>;

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer by expecting it.
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly body: Body;
}

/** A platform with one store, asked through its HTTP door; time stands still until it is moved. */
export interface GivenStore {
  /** `request('POST /v1/products', { … })` with the secret key. */
  request(route: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** With the publishable key of the channel `web`. */
  shopper(route: string, body?: unknown): Promise<Answer>;
  upload(filename: string, contentType: string, contents: string | Uint8Array): Promise<Answer>;
  /** Works off events and schedules that are due, and what comes of them. */
  drain(): Promise<void>;
  moveClock(seconds: number): void;
  now(): Date;
  configure(config: StoreConfig): Promise<void>;
  /** Answers at a port, for what calls from outside; its base URL. */
  listen(): Promise<string>;
  /** All events so far, oldest first. */
  events(): Promise<readonly SequencedEvent[]>;
  close(): Promise<void>;
}

const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (details: object, message: string) => console.error(message, details),
};

/** What is outside of the store, where a test needs it. */
export interface GivenOutside {
  readonly services?: readonly Service[];
  readonly connections?: (clock: StoreClock) => Connections;
  /** The store's clock unless given. */
  readonly machineClock?: Clock;
  readonly outgoing?: Outgoing;
  /** Whether other processes serve the store. */
  readonly isShared?: boolean;
}

export async function givenStore(
  openEngine: OpenEngine,
  config: StoreConfig = fashionConfig,
  { services = platformServices, connections, machineClock, outgoing, isShared = false }: GivenOutside = {},
): Promise<GivenStore> {
  let now = Date.parse('2026-03-01T09:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const engine = await openEngine(collectionsOf(services), clock);
  const faults: string[] = [];
  const runtime = createRuntime(
    {
      ...{
        engine,
        services,
        clockOf: () => clock,
        machineClock: machineClock ?? clock,
        isShared,
        ids: createUlidGenerator(clock),
        files: createMemoryFileStore(),
        log,
      },
      onEventFault: ({ type, errors }) => faults.push(`${type} ${JSON.stringify(errors)}`),
      // A test asks as often as it needs to; `tests/api/` has those of the limits.
      rateLimits: 'none',
      ...(connections ? { connections: connections(clock) } : {}),
      ...(outgoing ? { outgoing } : {}),
    },
    createContract(config),
  );
  await runtime.configure('shop', config);
  const secret = await runtime.keys.create('shop', { kind: 'secret', name: 'test' });
  const publishable = await runtime.keys.create('shop', { kind: 'publishable', name: 'web', channel: 'web' });

  async function ask(
    key: string,
    route: string,
    payload: unknown,
    headers: Readonly<Record<string, string>>,
  ) {
    const [method = 'GET', url = '/'] = route.split(' ');
    const response = await runtime.server.inject({
      method: method as 'GET', // fastify's own type lists the methods; the tests write them out
      url,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }), // inject takes texts and buffers too
    });
    const isJson = String(response.headers['content-type']).includes('json');
    if (!isJson && response.body !== '') return { status: response.statusCode, body: response.rawPayload };
    return { status: response.statusCode, body: response.body === '' ? null : JSON.parse(response.body) };
  }

  return {
    request: (route, body, headers = {}) => ask(secret, route, body, headers),
    shopper: (route, body) => ask(publishable, route, body, {}),
    upload: (filename, contentType, contents) =>
      ask(secret, `POST /v1/media?filename=${filename}`, Buffer.from(contents), {
        'content-type': contentType,
      }),
    drain: () => runtime.dispatcher.drain(),
    moveClock: (seconds) => {
      now += seconds * 1000;
    },
    now: () => clock.now(),
    listen: () => runtime.listen({ host: '127.0.0.1', port: 0 }),
    configure: (next) => runtime.configure('shop', next),
    events: () => engine.outbox.events('shop', { after: 0, limit: 10_000 }),
    async close() {
      await runtime.close();
      await engine.close();
      // Whatever a suite does, its events are what the contract says they are.
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}
