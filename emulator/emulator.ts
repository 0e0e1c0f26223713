import { systemClock } from '../runtime/clock/system-clock.ts';
import type { StoreConfig } from '../runtime/config/index.ts';
import type { Logger } from '../runtime/context/context.ts';
import type { HandledRequest, Runtime } from '../runtime/runtime.ts';
import { type ClockReading, createClocks, readingOf } from './clock/index.ts';
import { requireSeed } from './fill-store.ts';
import { readLocalKeys } from './local-keys.ts';
import { localState, prepareLocalState, setAside } from './local-state.ts';
import { openPlatform } from './open-platform.ts';
import type { PlacedOrder } from './order-watch.ts';
import { mainStoreId } from './sandboxes/store-place.ts';
import { prepareRestore } from './snapshots/restore.ts';
import type { SeedTemplates } from './snapshots/seed-templates.ts';
import { Snapshots } from './snapshots/snapshots.ts';
import type { BuiltPages, Live } from './what-runs.ts';

export interface EmulatorOptions {
  /** The project's folder; state goes to `.headlesspro/` in it. */
  readonly directory: string;
  readonly config: StoreConfig;
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
  /** What an empty store is filled with. */
  readonly seed: string;
  /** A folder of snapshots that can be used beside its own, and is not written to: a store of a run has its project's. */
  readonly lentSnapshots?: string;
  readonly log?: Logger;
  readonly pages?: BuiltPages;
  /** Whether changes and events are written down, and looked at, for whoever watches; they are unless given. */
  readonly isWatched?: boolean;
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
  /** The public address that leads here. */
  setTunnel(url: string): void;
  /** Lets the time of the store and of its sandboxes stand still, so that what is kept of them can be opened as it is. */
  freeze(): Promise<void>;
  close(): Promise<void>;
}

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Starts the platform of a project; resolves when it answers. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { directory, host, pages, log = quiet, isWatched = true } = options;
  const state = localState(directory);
  const heard = {
    requests: new Set<(request: HandledRequest) => void>(),
    orders: new Set<(order: PlacedOrder) => void>(),
    notSimulated: new Set<(simulator: string, what: string) => void>(),
  };
  const live: Live = { config: options.config, url: '', simulators: {}, storefront: null, tunnel: null };
  prepareLocalState(state);
  const keys = readLocalKeys(state.keys);
  const snapshots = new Snapshots(state.snapshots, options.lentSnapshots);
  const clocks = createClocks();
  let templates: Promise<SeedTemplates> | undefined;
  const seedTemplates = () => {
    templates ??= import('./snapshots/seed-templates.ts').then(({ createSeedTemplates }) =>
      createSeedTemplates(state.templates, systemClock),
    );
    return templates;
  };

  const parts = {
    ...{ directory, host, log, pages, isWatched, state, keys, live, snapshots, clocks, seedTemplates, heard },
    beginRestore,
  };
  let current = await openPlatform(parts, { port: options.port, seed: options.seed, simulatorsBefore: {} });
  const reopen = async (seed: string) => {
    const port = Number(new URL(live.url).port);
    current = await openPlatform(parts, { port, seed, simulatorsBefore: current.simulators });
  };

  async function beginRestore(name: string): Promise<() => Promise<void>> {
    await prepareRestore(directory, snapshots.template(name));
    return async () => {
      await current.close();
      await reopen(options.seed);
    };
  }

  return {
    ...{ url: current.url, ...keys, storeId: mainStoreId, simulators: current.simulators },
    get runtime() {
      return current.runtime;
    },
    clock: () => readingOf(clocks, mainStoreId, systemClock),
    async configure(config) {
      await current.runtime.configure(mainStoreId, config);
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
      heard.requests.add(listener);
      return () => void heard.requests.delete(listener);
    },
    onOrder(listener) {
      heard.orders.add(listener);
      return () => void heard.orders.delete(listener);
    },
    onNotSimulated(listener) {
      heard.notSimulated.add(listener);
      return () => void heard.notSimulated.delete(listener);
    },
    setStorefront(url) {
      live.storefront = url;
    },
    setTunnel(url) {
      live.tunnel = url;
    },
    freeze: () => current.freeze(),
    close: () => current.close(),
  };
}
