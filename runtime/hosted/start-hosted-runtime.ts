import { access, constants, mkdir } from 'node:fs/promises';
import { systemClock } from '../clock/system-clock.ts';
import { initialConfig } from '../config/initial-config.ts';
import type { Logger } from '../context/context.ts';
import { createContract } from '../contract/contract.ts';
import { createFolderFileStore } from '../files/folder-file-store.ts';
import { storeConfigId, storeConfigs } from '../gateway/store-config-document.ts';
import { createUlidGenerator } from '../ids/ulid-generator.ts';
import { collectionsOf, createRuntime, type Runtime } from '../runtime.ts';
import { services } from '../services/index.ts';
import type { Engine } from '../store/port.ts';
import { openPostgresEngine } from '../store/postgres/index.ts';
import type { EncryptionKeys } from '../store/sealed/index.ts';
import { admitKeys, type KeyWishes } from './admit-keys.ts';
import { watchRequests } from './drain.ts';

export interface HostedOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly databaseUrl: string;
  /** What personal data is sealed with. */
  readonly encryptionKeys: EncryptionKeys;
  /** Folder of uploaded media; made where it is missing. Several processes of one store share it. */
  readonly filesDirectory: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly keys: KeyWishes;
  /** How many proxies stand before it; see `ServerOptions`. */
  readonly trustedProxies: number;
  readonly log: Logger;
}

/** One store on PostgreSQL, answering. */
export interface HostedRuntime {
  readonly url: string;
  /** `PostgreSQL 18`. */
  readonly database: string;
  /** Keys made by this start; shown now or never. */
  readonly madeKeys: { readonly secret?: string; readonly publishable?: string };
  readonly onRequest: Runtime['onRequest'];
  /** Lets requests under way finish, then lets go of the database. */
  close(): Promise<void>;
}

/** A process serves one store; its documents lie under this name. */
const storeId = 'main';
const drainMilliseconds = 10_000;

async function isConfigured(engine: Engine): Promise<boolean> {
  return (await engine.store(storeId).get(storeConfigs, storeConfigId)) !== undefined;
}

async function serve(engine: Engine, options: HostedOptions): Promise<HostedRuntime> {
  const { log, host, port } = options;
  const config = initialConfig();
  const runtime = createRuntime(
    {
      ...{ engine, services, log, isShared: true, defaultStoreId: storeId },
      trustedProxies: options.trustedProxies,
      clockOf: () => systemClock,
      ids: createUlidGenerator(systemClock),
      files: createFolderFileStore(options.filesDirectory),
    },
    createContract(config),
  );
  const drain = watchRequests(runtime.server);
  try {
    if (!(await isConfigured(engine))) await runtime.configure(storeId, config);
    const madeKeys = await admitKeys(runtime.keys, storeId, options.keys);
    const url = await runtime.listen({ host, port });
    return {
      ...{ url, madeKeys, database: engine.description, onRequest: runtime.onRequest },
      async close() {
        await drain.empty(drainMilliseconds);
        await runtime.close();
        await engine.close();
      },
    };
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

/**
 * Starts the hosted runtime: makes the database's tables, the store and its keys where they are missing, and
 * answers. Any number of processes may serve the same database.
 * @throws {DatabaseUnavailable | NewerDatabase | WrongEncryptionKey | UnusableKey}
 */
export async function startHostedRuntime(options: HostedOptions): Promise<HostedRuntime> {
  await mkdir(options.filesDirectory, { recursive: true });
  await access(options.filesDirectory, constants.W_OK);
  const engine = await openPostgresEngine({
    connectionString: options.databaseUrl,
    collections: collectionsOf(services),
    clock: systemClock,
    encryptionKeys: options.encryptionKeys,
  });
  try {
    return await serve(engine, options);
  } catch (error) {
    await engine.close();
    throw error;
  }
}
