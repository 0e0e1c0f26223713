import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgresEngine } from '../../../runtime/store/index.ts';
import type { OpenEngine } from '../../catalog/given-store.ts';
import { testEncryptionKeys } from '../../encryption-keys.ts';
import { startPostgres, type TestServer } from '../../postgres-server.ts';
import { orderCrashSuite } from './order-crash.suite.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const openEngine: OpenEngine = async (collections, clock) =>
  openPostgresEngine({
    ...{ encryptionKeys: testEncryptionKeys, connectionString: await server.createDatabase() },
    ...{ collections, clock },
  });

describe('PostgreSQL', () => {
  orderCrashSuite(openEngine);
});
