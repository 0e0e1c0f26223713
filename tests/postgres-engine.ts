import { afterAll, beforeAll } from 'vitest';
import { openPostgresEngine } from '../runtime/store/index.ts';
import type { OpenEngine } from './catalog/given-store.ts';
import { testEncryptionKeys as encryptionKeys } from './encryption-keys.ts';
import { startPostgres, type TestServer } from './postgres-server.ts';

/** Engines on a PostgreSQL server of the file, or `describe`, that this is called in: each has an empty database. */
export function postgresEngines(): OpenEngine {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  return async (collections, clock) =>
    openPostgresEngine({
      ...{ connectionString: await server.createDatabase(), encryptionKeys, collections, clock },
    });
}
