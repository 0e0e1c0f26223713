import { existsSync, writeFileSync } from 'node:fs';
import { systemClock } from '../runtime/clock/system-clock.ts';
import { completeStorefront, type StoreConfig } from '../runtime/config/index.ts';
import type { Logger } from '../runtime/context/context.ts';
import { createContract } from '../runtime/contract/contract.ts';
import { createFolderFileStore } from '../runtime/files/folder-file-store.ts';
import { createUlidGenerator } from '../runtime/ids/ulid-generator.ts';
import { createHttpOutgoing } from '../runtime/outgoing/index.ts';
import { createRuntime, type HandledRequest, type Runtime } from '../runtime/runtime.ts';
import { services } from '../runtime/services/index.ts';
import { openSqliteFile } from '../runtime/store/sqlite/index.ts';
import { type ClockReading, clockHandlers, createClocks, openClockMover, readingOf } from './clock/index.ts';
import { simulatedConnections } from './connections/index.ts';
import type { ControlOutput } from './controls/control.ts';
import type { Controls } from './controls/index.ts';
import { registerControls } from './controls/register-controls.ts';
import { fillStore, requireSeed } from './fill-store.ts';
import { registerPages, type SessionInfo } from './inspector/index.ts';
import {
  journalCommit,
  journalDeliveries,
  journalHandlers,
  journalProviderCalls,
  journalRequests,
  openJournal,
  registerReceivedUrls,
  witnessEngine,
} from './inspector/journal/index.ts';
import { admitLocalKeys, type LocalKeys, readEncryptionKeys, readLocalKeys } from './local-keys.ts';
import { type LocalState, localState, prepareLocalState, setAside } from './local-state.ts';
import { orderWatch, type PlacedOrder } from './order-watch.ts';
import { registerReference } from './reference/index.ts';
import { sandboxHandlers } from './sandboxes/sandbox-handlers.ts';
import { Sandboxes } from './sandboxes/sandboxes.ts';
import { simulators } from './simulators/index.ts';
import { type RunningSimulators, startSimulators } from './simulators/start-simulators.ts';
import { mainSource } from './snapshots/main-source.ts';
import { finishRestore, prepareRestore } from './snapshots/restore.ts';
import type { SeedTemplates } from './snapshots/seed-templates.ts';
import { snapshotHandlers } from './snapshots/snapshot-handlers.ts';
import { Snapshots } from './snapshots/snapshots.ts';
import { emulatorCollections } from './store-collections.ts';

export interface EmulatorOptions {
  /** The project's folder; state goes to `.headlesspro/` in it. */
  readonly directory: string;
  readonly config: StoreConfig;
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
  /** What an empty store is filled with. */
  readonly seed: string;
  readonly log?: Logger;
  /** For the pages: where they were built to, and what they show of this program. */
  readonly pages?: { readonly assetsDirectory: string; readonly version: string };
}

/** The platform of one project, running on SQLite on this machine. */
export interface Emulator {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly storeId: string;
  /** Base URLs of the simulated providers: `{ stripe: 'http://127.0.0.1:4010' }`. They stay over a reset. */
  readonly simulators: Readonly<Record<string, string>>;
  /** Another one after `reset`. */
  readonly runtime: Runtime;
  /** What time it is in the store, and whether that is the machine's. */
  clock(): ClockReading;
  /** Puts a configuration into force. */
  configure(config: StoreConfig): Promise<void>;
  /** Sets all data aside and fills the store anew; address and keys stay. */
  reset(seed: string): Promise<void>;
  /** Puts a snapshot in the place of the data, which is set aside; address and keys stay. */
  restore(snapshot: string): Promise<void>;
  /** Called for every request answered. Returns how to stop that. */
  onRequest(listener: (request: HandledRequest) => void): () => void;
  /** Called for every order that is placed, at least once. Returns how to stop that. */
  onOrder(listener: (order: PlacedOrder) => void): () => void;
  /** Called for what a simulator was asked and does not do. Returns how to stop that. */
  onNotSimulated(listener: (simulator: string, what: string) => void): () => void;
  /** Shown on the dashboard and linked to in mails, once it is known. */
  setStorefront(url: string): void;
  close(): Promise<void>;
}

const storeId = 'local';

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

interface Open {
  readonly runtime: Runtime;
  readonly url: string;
  readonly simulators: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What a session's pages show changes while the emulator runs. */
interface Live {
  config: StoreConfig;
  url: string;
  simulators: Readonly<Record<string, string>>;
  storefront: string | null;
}

function statusOf(asked: string, live: Live, database: string): ControlOutput<Controls['status.show']> {
  const { url: api, storefront } = live;
  const isSandbox = asked !== storeId;
  const urls = Object.fromEntries(
    Object.entries(live.simulators).map(([name, url]) => [name, isSandbox ? `${url}/${asked}` : url]),
  );
  return {
    ...{ storeId: asked, api, graphql: `${api}/graphql`, dashboard: `${api}/dashboard`, storefront },
    ...{ simulators: urls, versions: { node: process.version, database } },
  };
}

function sessionOf(live: Live, keys: LocalKeys, version: string, database: string): SessionInfo {
  const { config, url, storefront } = live;
  return {
    store: { id: storeId, name: config.name },
    api: url,
    graphql: `${url}/graphql`,
    playground: `${url}/playground`,
    dashboard: `${url}/dashboard`,
    storefront,
    ...keys,
    versions: { headlesspro: version, node: process.version, database },
  };
}

/** Fills a store that was never filled, or whose filling was broken off. */
async function fillOnce(runtime: Runtime, state: LocalState, seed: string): Promise<void> {
  if (existsSync(state.seed)) return;
  await fillStore(runtime, storeId, seed);
  writeFileSync(state.seed, `${JSON.stringify({ seed })}\n`);
}

/** Starts the platform of a project; resolves when it answers. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { directory, host, pages, log = quiet } = options;
  const state = localState(directory);
  const listeners = new Set<(request: HandledRequest) => void>();
  const orderListeners = new Set<(order: PlacedOrder) => void>();
  const notSimulatedListeners = new Set<(simulator: string, what: string) => void>();
  const live: Live = { config: options.config, url: '', simulators: {}, storefront: null };
  prepareLocalState(state);
  const keys = readLocalKeys(state.keys);
  const snapshots = new Snapshots(state.snapshots);
  const channel = () => live.config.channels[0]?.key ?? 'web';
  const clocks = createClocks();
  const clockOf = (id: string) => clocks.of(id);
  let templates: Promise<SeedTemplates> | undefined;
  const seedTemplates = () => {
    templates ??= import('./snapshots/seed-templates.ts').then(({ createSeedTemplates }) =>
      createSeedTemplates(state.templates, systemClock),
    );
    return templates;
  };

  async function open(
    port: number,
    seed: string,
    simulatorsBefore: Readonly<Record<string, string>>,
  ): Promise<Open> {
    prepareLocalState(state);
    finishRestore(directory, systemClock.now());
    let running: RunningSimulators | undefined;
    const onFailure = (error: unknown) => log.error({ error: String(error) }, 'A simulator failed.');
    const encryptionKeys = readEncryptionKeys(state.encryptionKeys);
    const file = await openSqliteFile({
      path: state.database,
      collections: emulatorCollections,
      clock: clocks.ofFile,
      encryptionKeys,
    });
    const sandboxes = new Sandboxes({
      ...{ root: state.sandboxes, main: file.engine, clockOf, onFailure, simulators: () => running },
      onOpened: (id, store) => clocks.load(id, store),
      onRest: (id) => runtime.forget(id),
      onRemoved: (id) => {
        clocks.forget(id);
        connections.forget(id);
        journal.forget(id).catch(onFailure);
      },
    });
    const { engine } = sandboxes;
    const journal = openJournal({
      ...{ path: state.journal, encryptionKeys: () => encryptionKeys },
      onFailure: (error) => log.error({ error: String(error) }, 'The journal could not be written.'),
    });
    const recording = { journal, clockOf, defaultStoreId: storeId };
    // What a seed writes is nothing that happened.
    let isFilled = false;
    const witnessed = witnessEngine(engine, (committed) => {
      if (isFilled) journalCommit(journal, clockOf, committed);
    });
    await clocks.load(storeId, engine.store(storeId));
    const mover = openClockMover({ clocks, engine, runtime: () => runtime, simulators: () => running });
    const connections = simulatedConnections({
      ...{ simulators: () => live.simulators, platform: () => live.url, environment: process.env },
      hooksOf: (asked) => (asked === storeId ? state.hooks : sandboxes.folders.of(asked).hooks),
    });
    const runtime = createRuntime(
      {
        ...{ engine: witnessed, log, services: [...services, orderWatch(orderListeners)] },
        ...{ clockOf, connections },
        ids: createUlidGenerator(systemClock),
        files: sandboxes.files(createFolderFileStore(state.files)),
        withKeys: (own) => sandboxes.keys(own),
        // A laptop's webhooks go to servers on that laptop.
        outgoing: journalDeliveries(createHttpOutgoing({ allowLoopback: true }), journal, clockOf),
        onEventFault: (fault) =>
          log.error(fault, `The event ${fault.type} is not what the contract says of it.`),
        storefront: () => (live.storefront === null ? null : completeStorefront({ url: live.storefront })),
        defaultStoreId: storeId,
        // A test suite may ask as fast as it can.
        rateLimits: 'none',
      },
      createContract(live.config),
    );
    const close = async () => {
      await runtime.close();
      await journal.close();
      await sandboxes.close();
    };
    try {
      journalRequests(runtime.server, recording);
      registerReceivedUrls(runtime.server, recording);
      if (pages) {
        registerPages(runtime.server, {
          session: () => sessionOf(live, keys, pages.version, engine.description),
          assetsDirectory: pages.assetsDirectory,
        });
      }
      registerReference(runtime.server);
      registerControls(runtime.server, {
        keys: runtime.keys,
        handlers: {
          'status.show': async (_input, { storeId: asked }) => statusOf(asked, live, engine.description),
          ...clockHandlers(mover),
          ...journalHandlers(journal, clockOf),
          ...sandboxHandlers({
            ...{ sandboxes, simulators: () => live.simulators, seeds: seedTemplates },
            ...{ seed: () => seed, config: () => live.config },
            snapshot: (name) => snapshots.template(name),
          }),
          ...snapshotHandlers({
            ...{ snapshots, onFailure, beforeDelete: (folder) => sandboxes.releaseFrom(folder) },
            sourceOf: async (asked) =>
              asked === storeId ? mainSource(file, state, channel()) : sandboxes.source(asked),
            prepareRestore: (name) => beginRestore(name),
          }),
        },
      });
      await runtime.configure(storeId, live.config);
      await admitLocalKeys(runtime.keys, storeId, keys, channel());
      await fillOnce(runtime, state, seed);
      isFilled = true;
      runtime.onRequest((request) => {
        for (const listener of listeners) listener(request);
      });
      const url = await runtime.listen({ host, port });
      live.url = url;
      running = await startSimulators(simulators, {
        ...{ engine, host, clockOf, onFailure, urlsBefore: simulatorsBefore },
        hasSandbox: (asked) => sandboxes.has(asked),
        prepare: (server, provider, storeOf) =>
          journalProviderCalls(server, { journal, provider, clockOf, storeOf }),
        port: port === 0 ? 0 : Number(new URL(url).port),
        onNotSimulated: (simulator, what) => {
          for (const listener of notSimulatedListeners) listener(simulator, what);
        },
      });
      live.simulators = running.urls;
      return {
        ...{ runtime, url, simulators: running.urls },
        async close() {
          await running?.close();
          await close();
        },
      };
    } catch (error) {
      await close();
      throw error;
    }
  }

  let current = await open(options.port, options.seed, {});
  const reopen = async (seed: string) => {
    current = await open(Number(new URL(live.url).port), seed, current.simulators);
  };

  async function beginRestore(name: string): Promise<() => Promise<void>> {
    await prepareRestore(directory, snapshots.template(name));
    return async () => {
      await current.close();
      await reopen(options.seed);
    };
  }

  return {
    ...{ url: current.url, ...keys, storeId, simulators: current.simulators },
    get runtime() {
      return current.runtime;
    },
    clock: () => readingOf(clocks, storeId, systemClock),
    async configure(config) {
      await current.runtime.configure(storeId, config);
      live.config = config;
    },
    async reset(seed) {
      // A seed that does not exist must not cost the data.
      requireSeed(seed);
      await current.close();
      setAside(directory, systemClock.now());
      await reopen(seed);
    },
    restore: async (snapshot) => (await beginRestore(snapshot))(),
    onRequest(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onOrder(listener) {
      orderListeners.add(listener);
      return () => void orderListeners.delete(listener);
    },
    onNotSimulated(listener) {
      notSimulatedListeners.add(listener);
      return () => void notSimulatedListeners.delete(listener);
    },
    setStorefront(url) {
      live.storefront = url;
    },
    close: () => current.close(),
  };
}
