import type { StoreConfig } from '../../runtime/config/index.ts';
import type { Clock } from '../../runtime/context/context.ts';
import type { Connections, ProviderConnection } from '../../runtime/context/provider-connection.ts';
import { problem } from '../../runtime/contract/problem.ts';
import type { Session } from './recorder.ts';
import {
  type RecordedProvider,
  type Recording,
  type RecordingState,
  recordedProviders,
} from './recording.ts';
import { recordingProblems } from './recording-problems.ts';

interface Running {
  readonly session: Session;
  readonly isReplay: boolean;
  readonly servers: Map<RecordedProvider, Promise<{ readonly url: string; close(): Promise<void> }>>;
}

export interface Stopped {
  readonly state: RecordingState;
  readonly recording: Recording | null;
}

/** What is recorded and replayed in the stores of this process. */
export interface Recordings {
  /** The same connections, by way of whoever records or replays. */
  around(connections: Connections): Connections;
  /** @throws {Problem} `recording_under_way` */
  start(storeId: string): Promise<RecordingState>;
  /** @throws {Problem} `recording_under_way` */
  replay(storeId: string, recording: Recording): Promise<RecordingState>;
  state(storeId: string): RecordingState;
  /** @throws {Problem} `nothing_recorded` */
  stop(storeId: string): Promise<Stopped>;
  forget(storeId: string): Promise<void>;
  close(): Promise<void>;
}

const off: RecordingState = { mode: 'off', calls: 0, unused: 0, unmatched: [] };

/** Nobody is asked in a replay, so no keys are needed. */
const replayedSecrets = {
  ...{ secretKey: 'sk_test_replayed', webhookSecret: 'whsec_replayed' },
  ...{ clientId: 'replayed', clientSecret: 'replayed', webhookId: 'replayed' },
};

function providerOf(name: string): RecordedProvider | undefined {
  return recordedProviders.find((provider) => provider === name);
}

export interface RecordingsOptions {
  readonly clockOf: (storeId: string) => Clock;
  /** Told why a provider's call got no answer while it was recorded or replayed. */
  readonly onFailure: (error: unknown) => void;
}

export function createRecordings({ clockOf, onFailure }: RecordingsOptions): Recordings {
  const running = new Map<string, Running>();

  function begin(storeId: string, session: Session, isReplay: boolean): RecordingState {
    if (running.has(storeId)) {
      const detail = `The store ${storeId} is ${running.get(storeId)?.session.state().mode}.`;
      throw problem(recordingProblems.recordingUnderWay, { detail });
    }
    running.set(storeId, { session, isReplay, servers: new Map() });
    return session.state();
  }

  async function urlOf({ session, servers }: Running, provider: RecordedProvider, upstream: string) {
    const known = servers.get(provider);
    if (known) return (await known).url;
    const starting = import('./session-server.ts').then(({ startSessionServer }) =>
      startSessionServer({ session, provider, upstream, onFailure }),
    );
    servers.set(provider, starting);
    return (await starting).url;
  }

  async function end(storeId: string): Promise<void> {
    const ending = running.get(storeId);
    running.delete(storeId);
    if (!ending) return;
    for (const server of ending.servers.values()) await (await server).close();
  }

  function isOffered(config: StoreConfig, provider: RecordedProvider): boolean {
    return config.payments[provider] !== null;
  }

  return {
    around: (connections) => ({
      async connectionTo(storeId, config, name): Promise<ProviderConnection | undefined> {
        const current = running.get(storeId);
        const provider = providerOf(name);
        if (!current || !provider) return connections.connectionTo(storeId, config, name);
        if (current.isReplay) {
          if (!isOffered(config, provider)) return undefined;
          return { url: await urlOf(current, provider, ''), secrets: replayedSecrets };
        }
        const connection = await connections.connectionTo(storeId, config, name);
        if (connection?.url === undefined) return connection;
        return { ...connection, url: await urlOf(current, provider, connection.url) };
      },
    }),
    async start(storeId) {
      const { createRecorder } = await import('./recorder.ts');
      return begin(storeId, createRecorder(clockOf(storeId).now()), false);
    },
    async replay(storeId, recording) {
      const { createReplayer } = await import('./replayer.ts');
      return begin(storeId, createReplayer(recording, clockOf(storeId).now()), true);
    },
    state: (storeId) => running.get(storeId)?.session.state() ?? off,
    async stop(storeId) {
      const ending = running.get(storeId);
      if (!ending) {
        const detail = `Nothing is recorded or replayed in the store ${storeId}.`;
        throw problem(recordingProblems.nothingRecorded, { detail });
      }
      await end(storeId);
      return { state: ending.session.state(), recording: ending.session.recording() };
    },
    forget: end,
    async close() {
      for (const storeId of [...running.keys()]) await end(storeId);
    },
  };
}
