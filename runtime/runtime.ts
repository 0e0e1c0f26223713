import type { FastifyInstance } from 'fastify';
import { systemClock } from './clock/system-clock.ts';
import type { StoreConfig, StorefrontConfig } from './config/store-config.ts';
import type { Clock, Context, IdGenerator, Logger, StepsContext } from './context/context.ts';
import type { Connections } from './context/provider-connection.ts';
import type { Service, WorkerHost } from './context/service.ts';
import type { Contract } from './contract/contract.ts';
import { createDispatcher, type Dispatcher, withWorkers } from './events/index.ts';
import type { FileStore } from './files/port.ts';
import type { AroundOperation } from './gateway/around-operation.ts';
import type { EventFault } from './gateway/event-check.ts';
import { type ExecuteOptions, execute, runInSteps, runInTransaction } from './gateway/execute.ts';
import { forgetExpired, idempotencyRecords } from './gateway/idempotency.ts';
import { Platform, putConfig, type ServedStore } from './gateway/platform.ts';
import { defaultRateLimits, type RateLimits } from './gateway/rate-limits.ts';
import { createServer, type HandledRequest } from './gateway/server.ts';
import { storeConfigs } from './gateway/store-config-document.ts';
import { asProblem } from './gateway/store-problems.ts';
import { createKeyRing, type KeyRing, keyCollection } from './keys/index.ts';
import { createHttpOutgoing, type Outgoing } from './outgoing/index.ts';
import { environmentConnections } from './providers/connections/index.ts';
import { settingsOf } from './services/store/index.ts';
import type { Collection, Engine } from './store/port.ts';

export type { AroundOperation } from './gateway/around-operation.ts';
export type { ExecuteOptions } from './gateway/execute.ts';
export type { RateLimits } from './gateway/rate-limits.ts';
export type { HandledRequest } from './gateway/server.ts';

export interface RuntimeOptions {
  readonly engine: Engine;
  readonly services: readonly Service[];
  /** Business time of a store. */
  readonly clockOf: (storeId: string) => Clock;
  /** The machine's time, by which leases run out; a test may move it. */
  readonly machineClock?: Clock;
  readonly ids: IdGenerator;
  readonly files: FileStore;
  readonly log: Logger;
  /** Keys beside those that the runtime keeps itself; none unless given. */
  readonly withKeys?: (own: KeyRing) => KeyRing;
  /** How providers are reached; by the environment's variables unless given. */
  readonly connections?: Connections;
  /** The way to URLs that users give; to public addresses alone unless given. */
  readonly outgoing?: Outgoing;
  /** Told of events whose data is not what the contract says: a fault of ours, looked for where this is given. */
  readonly onEventFault?: (fault: EventFault) => void;
  /** Whether events are looked at just now; always unless given. */
  readonly checksEvents?: () => boolean;
  /** Stands around each operation that is asked for over HTTP; nothing does unless given. */
  readonly aroundOperation?: AroundOperation;
  /** Where the storefront is, for stores whose config doesn't say: asked each time, because `hp dev` starts it later. */
  readonly storefront?: () => StorefrontConfig | null;
  /** Whose API documents are shown to those without a key: the one store of an emulator. */
  readonly defaultStoreId?: string;
  /** Whether other processes serve the same stores, so that their changes have to be looked for. */
  readonly isShared?: boolean;
  /** How much each key may ask, in each process; `defaultRateLimits` unless given. `none` is for a laptop. */
  readonly rateLimits?: RateLimits | 'none';
  /**
   * How many proxies stand before the runtime, whose word is taken for where a request came from.
   * @default 0
   */
  readonly trustedProxies?: number;
  /** Of a caller that keeps them over several runtimes; `onRequest` adds to them. */
  readonly requestListeners?: Set<(request: HandledRequest) => void>;
}

/** The platform, serving any number of stores from one engine. */
export interface Runtime {
  readonly keys: KeyRing;
  readonly dispatcher: Dispatcher;
  /** The HTTP door; `listen` opens it. */
  readonly server: FastifyInstance;
  /** Puts a configuration into force, for the requests that come after. The same one again writes nothing. */
  configure(storeId: string, config: StoreConfig): Promise<void>;
  /** The contract in force. Throws where the store was never configured. */
  contractOf(storeId: string): Promise<Contract>;
  /** Calls an operation from inside the process, through the same steps as a request. */
  execute(
    storeId: string,
    operationId: string,
    input: Readonly<Record<string, unknown>>,
    options?: ExecuteOptions,
  ): Promise<unknown>;
  /** Stops serving a store whose data was replaced below; the next call loads it anew. */
  forget(storeId: string): void;
  /** Starts answering and working off events. Port 0 takes any free one. Returns the base URL. */
  listen(options: { readonly host: string; readonly port: number }): Promise<string>;
  /** Called for every request answered. Returns how to stop that. */
  onRequest(listener: (request: HandledRequest) => void): () => void;
  /** Stops answering, finishes what is under way, leaves the engine to whoever opened it. */
  close(): Promise<void>;
}

/** All collections that an engine must know to serve these services. */
export function collectionsOf(services: readonly Service[]): readonly Collection[] {
  // A collection is stored by its documents' own type; an engine takes collections of all types.
  const own = [keyCollection, storeConfigs, idempotencyRecords] as unknown as readonly Collection[];
  return [...own, ...services.flatMap((service) => service.collections)];
}

/** What the gateway itself does by the clock. */
function housekeeping(): Service {
  const run = (context: Context) => forgetExpired(context.store, context.clock);
  return {
    ...{ name: 'gateway', collections: [], handlers: {}, batches: {}, loaders: {}, subscriptions: [] },
    schedules: { 'gateway.forget-idempotency-records': { everySeconds: 3600, run } },
  };
}

function workerHost(platform: Platform): WorkerHost {
  const { engine, clockOf, machineClock, log, outgoing, instanceId, isShared } = platform;
  return {
    ...{ log, outgoing, instanceId, isShared, machineClock },
    now: (storeId) => clockOf(storeId).now(),
    storeIds: () => engine.storeIds(),
    async inSteps<Result>(
      storeId: string,
      actorName: string,
      work: (context: StepsContext) => Promise<Result>,
    ) {
      const found = await platform.serve(storeId);
      if (!found) return undefined;
      let result: Result | undefined;
      await runInSteps(platform, found, actorName, async (context) => {
        result = await work(context);
      });
      return result;
    },
  };
}

/** Milliseconds after which a configuration that another process changed is noticed. */
const recheckConfigAfter = 1000;

export function createRuntime(options: RuntimeOptions, routes: Contract): Runtime {
  const { engine, services, clockOf, machineClock = systemClock, ids, files, log } = options;
  const { defaultStoreId, isShared = false } = options;
  const { trustedProxies = 0, storefront = () => null } = options;
  const { rateLimits = defaultRateLimits, connections = environmentConnections(process.env) } = options;
  const { outgoing = createHttpOutgoing({ allowLoopback: false }) } = options;
  const platform = new Platform({
    ...{ engine, services, clockOf, machineClock, ids, files, log, connections, outgoing },
    ...{ storefront, isShared, onEventFault: options.onEventFault, checksEvents: options.checksEvents },
    ...{ aroundOperation: options.aroundOperation },
    recheckConfigAfter: isShared ? recheckConfigAfter : undefined,
  });
  const { withKeys = (own) => own } = options;
  const keys = withKeys(createKeyRing(engine, machineClock, ids));
  const { requestListeners: listeners = new Set() } = options;
  const onHandled = (describe: () => HandledRequest) => {
    if (listeners.size === 0) return;
    const request = describe();
    for (const listener of listeners) listener(request);
  };
  const server = createServer({
    platform,
    keys,
    contract: routes,
    defaultStoreId,
    rateLimits,
    trustedProxies,
    onHandled,
  });

  async function served(storeId: string): Promise<ServedStore> {
    const found = await platform.serve(storeId);
    if (!found) throw new Error(`The store "${storeId}" was never configured.`);
    return found;
  }

  const events = createDispatcher({
    outbox: engine.outbox,
    services: [...services, housekeeping()],
    ...{ clockOf, machineClock, log, isShared },
    storeIds: () => engine.storeIds(),
    runInTransaction: async (storeId, actorName, work, traceId) => {
      const found = await platform.serve(storeId);
      if (found) await runInTransaction(platform, found, actorName, work, traceId);
    },
    runInSteps: async (storeId, actorName, work, of) => {
      const found = await platform.serve(storeId);
      if (found) await runInSteps(platform, found, actorName, work, of);
      return found !== undefined;
    },
  });
  const dispatcher = withWorkers(
    events,
    services.flatMap(({ createWorker }) => createWorker?.(workerHost(platform)) ?? []),
  );

  return {
    keys,
    dispatcher,
    server,

    async configure(storeId, config) {
      const before = (await platform.serve(storeId))?.configVersion;
      const store = engine.store(storeId);
      const document = await store.transaction(async (writer) => {
        const written = await putConfig(writer, config);
        if (written.version === before) return written;
        await writer.append([
          {
            ...{ id: ids.next('evt'), type: 'store.configured', subject: storeId },
            ...{
              time: clockOf(storeId).now().toISOString(),
              traceId: ids.next('trace'),
              data: settingsOf(config),
            },
          },
        ]);
        return written;
      });
      platform.activate(storeId, document);
    },

    async contractOf(storeId) {
      return (await served(storeId)).compiled.contract;
    },

    async execute(storeId, operationId, input, executeOptions) {
      try {
        return await execute(platform, await served(storeId), operationId, input, executeOptions);
      } catch (error) {
        // The same problems as over HTTP.
        throw asProblem(error) ?? error;
      }
    },

    forget: (storeId) => platform.forget(storeId),

    async listen({ host, port }) {
      const url = await server.listen({ host, port });
      dispatcher.start();
      return url;
    },

    onRequest(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    async close() {
      await dispatcher.stop();
      await server.close();
    },
  };
}
