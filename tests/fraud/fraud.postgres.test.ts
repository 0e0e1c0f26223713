import { afterAll, beforeAll } from 'vitest';
import { openPostgresEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { fraudSuite } from './fraud.suite.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

fraudSuite('PostgreSQL', async (collections, clock) =>
  openPostgresEngine({
    encryptionKeys: testEncryptionKeys,
    connectionString: await server.createDatabase(),
    collections,
    clock,
  }),
);
