import { afterAll, beforeAll } from 'vitest';
import { openPostgresEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { analyticsSuite } from './analytics.suite.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

analyticsSuite('PostgreSQL', async (collections, clock) =>
  openPostgresEngine({
    encryptionKeys: testEncryptionKeys,
    connectionString: await server.createDatabase(),
    collections,
    clock,
  }),
);
