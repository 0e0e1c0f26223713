import { afterAll, beforeAll } from 'vitest';
import { openPostgresEngine } from '../runtime/store/index.ts';
import type { OpenEngine } from './catalog/given-store.ts';
import { testEncryptionKeys as encryptionKeys } from './encryption-keys.ts';
import { emptyDatabase, startPostgres, type TestServer } from './postgres-server.ts';

/**
 * Engines on a PostgreSQL server of the file, or `describe`, that this is called in: each has an empty database. One
 * that was closed is emptied for the next of the same collections, since making 200 tables takes most of a second.
 */
export function postgresEngines(): OpenEngine {
  let server: TestServer;
  const free = new Map<string, string[]>();
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  async function databaseFor(kind: string): Promise<string> {
    const used = free.get(kind)?.pop();
    if (used === undefined) return server.createDatabase();
    await emptyDatabase(used);
    return used;
  }

  return async (collections, clock) => {
    const kind = collections.map(({ name }) => name).join();
    const connectionString = await databaseFor(kind);
    const engine = await openPostgresEngine({ connectionString, encryptionKeys, collections, clock });
    let isClosed = false;
    const close = engine.close.bind(engine);
    engine.close = async () => {
      await close();
      if (!isClosed) free.set(kind, [...(free.get(kind) ?? []), connectionString]);
      isClosed = true;
    };
    return engine;
  };
}
