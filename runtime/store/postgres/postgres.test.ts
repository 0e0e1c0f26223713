import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { dumpDatabase, startPostgres, type TestServer } from '../../../tests/postgres-server.ts';
import { describeEngine } from '../engine.suite.ts';
import { openPostgresEngine } from './engine.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

describe('PostgreSQL', () =>
  describeEngine(async () => {
    const connectionString = await server.createDatabase();
    return {
      open: (collections, clock, encryptionKeys) =>
        openPostgresEngine({ connectionString, collections, clock, encryptionKeys }),
      async raiseSchemaVersion() {
        const client = new pg.Client({ connectionString });
        await client.connect();
        await client.query('UPDATE headlesspro_schema SET version = 99');
        await client.end();
      },
      contents: () => dumpDatabase(connectionString),
      // The server goes, and its databases with it.
      remove: async () => undefined,
    };
  }));
