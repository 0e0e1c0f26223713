import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { dumpDatabase, startPostgres, type TestServer } from '../../../tests/postgres-server.ts';
import { describeEngine } from '../engine.suite.ts';
import { withoutLeases } from '../test-database.suite.ts';
import { openPostgresEngine } from './engine.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

describe('PostgreSQL', () =>
  describeEngine(async () => {
    const connectionString = await server.createDatabase();
    const run = async (statements: string) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await client.query(statements);
      await client.end();
    };
    return {
      open: (collections, clock, encryptionKeys) =>
        openPostgresEngine({ connectionString, collections, clock, encryptionKeys }),
      raiseSchemaVersion: () => run('UPDATE headlesspro_schema SET version = 99'),
      lowerSchemaVersion: () => run(`${withoutLeases}; UPDATE headlesspro_schema SET version = 1`),
      contents: () => dumpDatabase(connectionString),
      // The server goes, and its databases with it.
      remove: async () => undefined,
    };
  }));
