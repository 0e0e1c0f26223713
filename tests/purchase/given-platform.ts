import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { simulatedConnections } from '../../emulator/connections/index.ts';
import { simulators } from '../../emulator/simulators/index.ts';
import { startSimulators } from '../../emulator/simulators/start-simulators.ts';
import type { StoreConfig } from '../../runtime/config/store-config.ts';
import type { Connections } from '../../runtime/context/provider-connection.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { createMemoryFileStore } from '../../runtime/files/memory-file-store.ts';
import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import { createHttpOutgoing } from '../../runtime/outgoing/index.ts';
import { collectionsOf, createRuntime, type Runtime } from '../../runtime/runtime.ts';
import { services } from '../../runtime/services/index.ts';
import type { Engine, SequencedEvent } from '../../runtime/store/index.ts';
import type { Answer, OpenEngine } from '../catalog/given-store.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

/** A platform beside the simulated providers, that can be started again on what it has written. */
export interface GivenPlatform {
  /** With the secret key: `request('POST /v1/products', { … })`. */
  request(route: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** With the publishable key. */
  shopper(route: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  drain(): Promise<void>;
  moveClock(seconds: number): void;
  events(): Promise<readonly SequencedEvent[]>;
  /** The store's account at the simulated Stripe, by the official SDK. */
  readonly stripe: Stripe;
  readonly simulators: Readonly<Record<string, string>>;
  /** Whether the providers can't be reached, from now on. */
  cutOff(isCutOff: boolean): void;
  /** A secret of a connection: what a provider signs with, say. */
  secretOf(provider: string, name: string): Promise<string>;
  /** Another process on the same database, as after a crash. `over` may stand between it and the database. */
  restart(over?: (engine: Engine) => Engine): Promise<void>;
  close(): Promise<void>;
}

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** The shop of the fixtures, taking cards, PayPal and bank transfers. */
export const sellingConfig: StoreConfig = {
  ...fashionConfig,
  payments: {
    stripe: {
      ...{ secrets: {}, url: null, capture: 'automatic', channels: [], currencies: [] },
    },
    paypal: {
      ...{ secrets: {}, url: null, capture: 'automatic', channels: [], currencies: [] },
    },
    manual: {
      ...{ methods: [{ key: 'bank-transfer', name: 'Bank transfer', instructions: null }] },
      ...{ channels: [], currencies: [] },
    },
  },
};

export interface PlatformOptions {
  /** Whether failures that a test brings about are left out of its output. */
  readonly isQuiet?: boolean;
  readonly config?: StoreConfig;
}

export async function givenPlatform(
  openEngine: OpenEngine,
  { isQuiet = false, config = sellingConfig }: PlatformOptions = {},
): Promise<GivenPlatform> {
  let now = Date.parse('2026-03-01T09:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const directory = await mkdtemp(join(tmpdir(), 'platform-'));
  const engine = await openEngine(
    [...collectionsOf(services), ...simulators.flatMap(({ collections }) => collections)],
    clock,
  );
  const files = createMemoryFileStore();
  const ids = createUlidGenerator(clock);
  const error = (details: object, message: string) => {
    if (!isQuiet) console.error(message, details);
  };
  const running = await startSimulators(simulators, {
    ...{ engine, clockOf: () => clock, host: '127.0.0.1', port: 0, urlsBefore: {} },
    onNotSimulated: (simulator, what) => error({ simulator, what }, 'Not simulated'),
    onFailure: (failure) => error({ failure }, 'A simulator failed'),
  });
  let url = '';
  let isAlone = false;
  const simulated = simulatedConnections({
    ...{ simulators: () => running.urls, platform: () => url, environment: {} },
    hooksOf: () => join(directory, 'hooks.json'),
  });
  const connections: Connections = {
    async connectionTo(...asked) {
      const connection = await simulated.connectionTo(...asked);
      // Nobody listens at the discard port.
      return connection && isAlone ? { ...connection, url: 'http://127.0.0.1:9' } : connection;
    },
  };

  const faults: string[] = [];

  async function start(on: Engine): Promise<Runtime> {
    const runtime = createRuntime(
      {
        engine: on,
        services,
        clockOf: () => clock,
        machineClock: clock,
        ids,
        files,
        connections,
        outgoing: createHttpOutgoing({ allowLoopback: true }),
        log: { ...log, error },
        onEventFault: ({ type, errors }) => faults.push(`${type} ${JSON.stringify(errors)}`),
        rateLimits: 'none',
      },
      createContract(config),
    );
    // Answers without working off events by itself: a test says when.
    const before = url === '' ? 0 : Number(new URL(url).port);
    url = await runtime.server.listen({ host: '127.0.0.1', port: before });
    return runtime;
  }

  let runtime = await start(engine);
  await runtime.configure('shop', config);
  const secret = await runtime.keys.create('shop', { kind: 'secret', name: 'test' });
  const publishable = await runtime.keys.create('shop', { kind: 'publishable', name: 'web', channel: 'web' });

  async function ask(
    key: string,
    route: string,
    payload: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const [method = 'GET', path = '/'] = route.split(' ');
    const response = await runtime.server.inject({
      method: method as 'GET', // fastify's own type lists the methods; the tests write them out
      url: path,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }), // inject takes texts and buffers too
    });
    const isJson = String(response.headers['content-type']).includes('json');
    if (!isJson && response.body !== '') return { status: response.statusCode, body: response.rawPayload };
    return { status: response.statusCode, body: response.body === '' ? null : JSON.parse(response.body) };
  }

  const { hostname: host, port } = new URL(running.urls.stripe ?? '');
  return {
    request: (route, body, headers) => ask(secret, route, body, headers),
    shopper: (route, body, headers) => ask(publishable, route, body, headers),
    drain: () => runtime.dispatcher.drain(),
    moveClock: (seconds) => {
      now += seconds * 1000;
    },
    events: () => engine.outbox.events('shop', { after: 0, limit: 100_000 }),
    stripe: new Stripe('sk_test_headlesspro', { host, port, protocol: 'http' }),
    simulators: running.urls,
    async secretOf(provider, name) {
      const connection = await connections.connectionTo('shop', config, provider);
      return connection?.secrets[name] ?? '';
    },
    cutOff(isCutOff) {
      isAlone = isCutOff;
    },
    async restart(over = (each) => each) {
      await runtime.close();
      runtime = await start(over(engine));
    },
    async close() {
      await running.close();
      await runtime.close();
      await engine.close();
      await rm(directory, { recursive: true, force: true });
      // Whatever a suite does, its events are what the contract says they are.
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}
