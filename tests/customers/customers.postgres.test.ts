import { afterAll, beforeAll } from 'vitest';
import { openPostgresEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { customersSuite } from './customers.suite.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

customersSuite('PostgreSQL', async (collections, clock) =>
  openPostgresEngine({
    encryptionKeys: testEncryptionKeys,
    connectionString: await server.createDatabase(),
    collections,
    clock,
  }),
);
