import type pg from 'pg';
import { DatabaseUnavailable, StoreBusy } from '../errors.ts';

/** What the engine binds: text, whole numbers, nulls, and arrays of them. */
export type PostgresValue = string | number | null | readonly (string | number)[];
export type PostgresRow = Readonly<Record<string, unknown>>;

export interface PostgresResult {
  readonly rows: readonly PostgresRow[];
  readonly rowCount: number;
}

/** Something that runs statements: the pool, or the one connection of a transaction. */
export interface PostgresSession {
  run(sql: string, parameters: readonly PostgresValue[]): Promise<PostgresResult>;
}

const int8 = 20;
const connectionSeconds = 30;

/** A pool of connections to one database. Statements are prepared under a name, once a connection. */
export class PostgresDatabase implements PostgresSession {
  /** For people: user, host, port and database, without the password. */
  readonly location: string;
  readonly #pool: pg.Pool;
  readonly #names = new Map<string, string>();

  /** Loads the driver when it is first needed: who runs on SQLite never waits for it. */
  static async open(connectionString: string, connections: number): Promise<PostgresDatabase> {
    const { default: driver } = await import('pg');
    return new PostgresDatabase(driver, connectionString, connections);
  }

  private constructor(driver: typeof pg, connectionString: string, connections: number) {
    this.location = withoutPassword(connectionString);
    this.#pool = new driver.Pool({
      connectionString,
      max: connections,
      connectionTimeoutMillis: connectionSeconds * 1000,
      // Whole numbers that pass 2^53 are never stored, so bigint columns are numbers.
      types: {
        getTypeParser: (type, format) =>
          type === int8 ? Number : driver.types.getTypeParser(type, format ?? 'text'),
      },
    });
    // A connection that breaks while idle is dropped by the pool; the next statement opens another and reports.
    this.#pool.on('error', () => undefined);
  }

  async run(sql: string, parameters: readonly PostgresValue[]): Promise<PostgresResult> {
    return this.withConnection((session) => session.run(sql, parameters));
  }

  /** Lends one connection. It is closed instead of given back where `work` says that it is broken. */
  async withConnection<Result>(work: (session: Connection) => Promise<Result>): Promise<Result> {
    const client = await this.#connect();
    const connection = new Connection(client, this.#names);
    try {
      return await work(connection);
    } finally {
      client.release(connection.isBroken);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      // The pool has no code for it: all its connections were in use for all that time.
      if (error instanceof Error && /timeout exceeded when trying to connect/.test(error.message)) {
        if (this.#pool.totalCount > 0) throw new StoreBusy(`${connectionSeconds} seconds`);
      }
      throw unavailable(this.location, error);
    }
  }
}

export class Connection implements PostgresSession {
  /** Set where the connection must not be used again. */
  isBroken = false;
  readonly #client: pg.PoolClient;
  readonly #names: Map<string, string>;

  constructor(client: pg.PoolClient, names: Map<string, string>) {
    this.#client = client;
    this.#names = names;
  }

  async run(sql: string, parameters: readonly PostgresValue[]): Promise<PostgresResult> {
    let name = this.#names.get(sql);
    if (name === undefined) {
      name = `headlesspro_${this.#names.size + 1}`;
      this.#names.set(sql, name);
    }
    const { rows, rowCount } = await this.#client.query({ name, text: sql, values: [...parameters] });
    return { rows, rowCount: rowCount ?? 0 };
  }

  /** Statements without parameters, several at a time. Returns the tag of the last, such as `COMMIT`. */
  async exec(sql: string): Promise<string> {
    const result = await this.#client.query(sql);
    return [result].flat().at(-1)?.command ?? '';
  }
}

const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ECONNREFUSED: ['no server listens there', 'Start PostgreSQL, or correct host and port.'],
  ENOTFOUND: ['the host name is unknown', 'Correct the host.'],
  EAI_AGAIN: ['the host name could not be looked up', 'Correct the host, or check the network.'],
  ETIMEDOUT: ['the server does not answer', 'Check host, port and firewall.'],
  '28P01': ['the server refuses the password', 'Correct user and password.'],
  '28000': ['the server refuses the user', 'Correct user and password, or the rules in pg_hba.conf.'],
  '3D000': ['there is no such database', 'Create it with `createdb`, or correct its name.'],
  '53300': [
    'the server has no connection left',
    "Raise the server's max_connections, or run fewer instances.",
  ],
  '57P03': ['the server is still starting', 'Try again in a moment.'],
};

function unavailable(location: string, error: unknown): DatabaseUnavailable {
  const { code, message } = describe(error);
  const [reason, hint] = reasons[code] ?? [message, 'Check that the connection string is right.'];
  return new DatabaseUnavailable(location, reason, hint, error);
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  // Node tries every address of a host and reports all failures; one is enough to act on.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code =
    typeof first === 'object' && first !== null && 'code' in first && typeof first.code === 'string'
      ? first.code
      : '';
  return { code, message: first instanceof Error ? first.message : String(first) };
}

function withoutPassword(connectionString: string): string {
  try {
    const { username, host, pathname } = new URL(connectionString);
    return `postgres://${username ? `${username}@` : ''}${host}${pathname}`;
  } catch {
    // Anything else that pg accepts (a socket folder, a bare name) may hold a password anywhere.
    return 'the PostgreSQL database';
  }
}
