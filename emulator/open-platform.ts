import { existsSync, writeFileSync } from 'node:fs';
import { systemClock } from '../runtime/clock/system-clock.ts';
import { completeStorefront } from '../runtime/config/index.ts';
import type { Logger } from '../runtime/context/context.ts';
import { createContract } from '../runtime/contract/contract.ts';
import { createFolderFileStore } from '../runtime/files/folder-file-store.ts';
import { createUlidGenerator } from '../runtime/ids/ulid-generator.ts';
import { createHttpOutgoing } from '../runtime/outgoing/index.ts';
import { createRuntime, type HandledRequest, type Runtime } from '../runtime/runtime.ts';
import { services } from '../runtime/services/index.ts';
import { openSqliteFile } from '../runtime/store/sqlite/index.ts';
import { type Clocks, clockHandlers, openClockMover } from './clock/index.ts';
import { simulatedConnections } from './connections/index.ts';
import { registerControls } from './controls/register-controls.ts';
import {
  createFaults,
  cutAnswers,
  endpointDoor,
  faultHandlers,
  faultOf,
  noticeDoor,
  operationDoor,
  simulatorDoor,
} from './faults/index.ts';
import { fillStore } from './fill-store.ts';
import { registerPages } from './inspector/index.ts';
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
import { admitLocalKeys, type LocalKeys, readEncryptionKeys } from './local-keys.ts';
import { type LocalState, prepareLocalState } from './local-state.ts';
import { orderWatch, type PlacedOrder } from './order-watch.ts';
import { createRecordings, recordingHandlers } from './recordings/index.ts';
import { registerReference } from './reference/index.ts';
import { sandboxHandlers } from './sandboxes/sandbox-handlers.ts';
import { Sandboxes } from './sandboxes/sandboxes.ts';
import { mainStoreId } from './sandboxes/store-place.ts';
import { simulators } from './simulators/index.ts';
import { sendNotice } from './simulators/send-notice.ts';
import { type RunningSimulators, startSimulators } from './simulators/start-simulators.ts';
import { mainSource } from './snapshots/main-source.ts';
import { finishRestore } from './snapshots/restore.ts';
import type { SeedTemplates } from './snapshots/seed-templates.ts';
import { snapshotHandlers } from './snapshots/snapshot-handlers.ts';
import type { Snapshots } from './snapshots/snapshots.ts';
import { emulatorCollections } from './store-collections.ts';
import { type BuiltPages, type Live, sessionOf, statusOf } from './what-runs.ts';

/** What stays the same while the platform is closed and opened again, for a reset say. */
export interface PlatformParts {
  readonly directory: string;
  readonly host: string;
  readonly log: Logger;
  readonly pages: BuiltPages | undefined;
  readonly isWatched: boolean;
  readonly state: LocalState;
  readonly keys: LocalKeys;
  readonly live: Live;
  readonly snapshots: Snapshots;
  readonly clocks: Clocks;
  readonly seedTemplates: () => Promise<SeedTemplates>;
  /** Who is told of what happens. */
  readonly heard: {
    readonly requests: Set<(request: HandledRequest) => void>;
    readonly orders: ReadonlySet<(order: PlacedOrder) => void>;
    readonly notSimulated: ReadonlySet<(simulator: string, what: string) => void>;
  };
  /** Prepares to put a snapshot in the place of what is there; what is answered does it. */
  readonly beginRestore: (snapshot: string) => Promise<() => Promise<void>>;
}

export interface OpenPlatformOptions {
  readonly port: number;
  readonly seed: string;
  /** Where the simulators listened before. */
  readonly simulatorsBefore: Readonly<Record<string, string>>;
}

export interface OpenPlatform {
  readonly runtime: Runtime;
  readonly url: string;
  readonly simulators: Readonly<Record<string, string>>;
  freeze(): Promise<void>;
  close(): Promise<void>;
}

/** Fills a store that was never filled, or whose filling was broken off. */
async function fillOnce(runtime: Runtime, state: LocalState, seed: string): Promise<void> {
  if (existsSync(state.seed)) return;
  await fillStore(runtime, mainStoreId, seed);
  writeFileSync(state.seed, `${JSON.stringify({ seed })}\n`);
}

/** Opens the files of a project, and starts the runtime and the simulators over them. */
export async function openPlatform(
  parts: PlatformParts,
  { port, seed, simulatorsBefore }: OpenPlatformOptions,
): Promise<OpenPlatform> {
  const { directory, host, log, pages, state, keys, live, snapshots, clocks, seedTemplates, heard } = parts;
  const { beginRestore, isWatched } = parts;
  const clockOf = (id: string) => clocks.of(id);
  const channel = () => live.config.channels[0]?.key ?? 'web';
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
    async onOpened(id, store) {
      await clocks.load(id, store);
      await faults.load(id, store);
    },
    onRest: (id) => runtime.forget(id),
    onRemoved: (id) => {
      clocks.forget(id);
      faults.forget(id);
      connections.forget(id);
      recordings.forget(id).catch(onFailure);
      journal.forget(id).catch(onFailure);
    },
  });
  const { engine } = sandboxes;
  const storeOf = (id: string) => engine.store(id);
  const faults = createFaults({ storeOf, onFailure });
  const journal = openJournal({
    ...{ path: state.journal, encryptionKeys: () => encryptionKeys },
    onFailure: (error) => log.error({ error: String(error) }, 'The journal could not be written.'),
  });
  const recording = { journal, clockOf, faultOf, defaultStoreId: mainStoreId };
  // What a seed writes is nothing that happened.
  let isFilled = false;
  const witnessed = witnessEngine(
    engine,
    (committed) => journalCommit(journal, clockOf, committed),
    () => isFilled && isWatched,
  );
  await clocks.load(mainStoreId, engine.store(mainStoreId));
  await faults.load(mainStoreId, engine.store(mainStoreId));
  const mover = openClockMover({ clocks, engine, runtime: () => runtime, simulators: () => running });
  const connections = simulatedConnections({
    ...{ simulators: () => live.simulators, platform: () => live.url, environment: process.env },
    hooksOf: (asked) => (asked === mainStoreId ? state.hooks : sandboxes.folders.of(asked).hooks),
  });
  // A laptop's webhooks go to servers on that laptop.
  const outgoing = endpointDoor(createHttpOutgoing({ allowLoopback: true }), faults);
  const recordings = createRecordings({
    clockOf,
    onFailure: (error) =>
      log.warn({ error: String(error) }, 'A call that is recorded or replayed got no answer.'),
  });
  const runtime = createRuntime(
    {
      ...{ engine: witnessed, log, services: [...services, orderWatch(heard.orders)] },
      ...{ clockOf, connections: recordings.around(connections) },
      ids: createUlidGenerator(systemClock),
      files: sandboxes.files(createFolderFileStore(state.files)),
      withKeys: (own) => sandboxes.keys(own),
      aroundOperation: operationDoor(faults),
      outgoing: journalDeliveries(outgoing, journal, clockOf, outgoing.faultOf),
      // Those of a seed would be a thousand at once, and are always the same.
      checksEvents: () => isFilled && isWatched,
      onEventFault: (fault) =>
        log.error(fault, `The event ${fault.type} is not what the contract says of it.`),
      storefront: () => (live.storefront === null ? null : completeStorefront({ url: live.storefront })),
      defaultStoreId: mainStoreId,
      requestListeners: heard.requests,
      // A test suite may ask as fast as it can.
      rateLimits: 'none',
    },
    createContract(live.config),
  );
  const close = async () => {
    await faults.close();
    await recordings.close();
    await runtime.close();
    await journal.close();
    await sandboxes.close();
  };
  try {
    cutAnswers(runtime.server);
    journalRequests(runtime.server, recording);
    registerReceivedUrls(runtime.server, recording);
    if (pages) {
      registerPages(runtime.server, {
        session: () => sessionOf(live, keys, pages.version, engine.description),
        assetsDirectory: pages.assetsDirectory,
      });
    }
    registerReference(runtime.server, async (id) => (await sandboxes.get(id)).secretKey);
    registerControls(runtime.server, {
      keys: runtime.keys,
      handlers: {
        'status.show': async (_input, { storeId: asked }) =>
          statusOf(asked, live, engine.description, pages !== undefined),
        ...clockHandlers(mover),
        ...faultHandlers({ faults, storeOf, simulators, runtime: () => runtime }),
        ...recordingHandlers(recordings),
        ...journalHandlers(journal, clockOf),
        ...sandboxHandlers({
          ...{ sandboxes, simulators: () => live.simulators, seeds: seedTemplates },
          ...{ seed: () => seed, config: () => live.config },
          snapshot: (name) => snapshots.template(name),
        }),
        ...snapshotHandlers({
          ...{ snapshots, beforeDelete: (folder) => sandboxes.releaseFrom(folder) },
          onFailure: (error) =>
            log.error({ error: String(error) }, 'The snapshot could not take the place of the store.'),
          sourceOf: async (asked) =>
            asked === mainStoreId ? mainSource(file, state, channel()) : sandboxes.source(asked),
          prepareRestore: (name) => beginRestore(name),
        }),
      },
    });
    await runtime.configure(mainStoreId, live.config);
    await admitLocalKeys(runtime.keys, mainStoreId, keys, channel());
    await fillOnce(runtime, state, seed);
    isFilled = true;
    const url = await runtime.listen({ host, port });
    live.url = url;
    running = await startSimulators(simulators, {
      ...{ engine, host, clockOf, onFailure, urlsBefore: simulatorsBefore },
      sendNotice: noticeDoor(sendNotice, faults),
      hasSandbox: (asked) => sandboxes.has(asked),
      prepare(server, { name: provider, troubleBody }, storeOfRequest) {
        const door = { provider, storeOf: storeOfRequest };
        simulatorDoor(server, { ...door, faults, troubleBody });
        journalProviderCalls(server, { ...door, journal, clockOf, faultOf });
      },
      port: port === 0 ? 0 : Number(new URL(url).port),
      onNotSimulated: (simulator, what) => {
        for (const listener of heard.notSimulated) listener(simulator, what);
      },
    });
    live.simulators = running.urls;
    return {
      ...{ runtime, url, simulators: running.urls },
      async freeze() {
        const { freeze } = await mover();
        await freeze(mainStoreId);
        for (const { id } of await sandboxes.list()) await freeze(id);
      },
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
