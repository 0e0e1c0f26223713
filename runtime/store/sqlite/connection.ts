import type { SqliteDatabase, SqliteDriver, SqliteStatement } from './driver.ts';

/** How a database is kept: one that holds all there is, or one of a thousand copies. */
export interface Tuning {
  /** Of each of the two connections, at most. */
  readonly kibibytesOfCache: number;
  /** What a commit is safe from: the end of the process alone, or that of the machine's power, too. */
  readonly commitsOutlive: 'process' | 'power';
}

export const defaultTuning: Tuning = { kibibytesOfCache: 32_768, commitsOutlive: 'power' };
/** A commit writes whole pages, a purchase touches a hundred, and each collection has some of its own. */
const bytesOfPage = 4096;
/** A checkpoint waits for the disk, and writes a page once however often the log has it. */
const bytesOfLog = 4000 * bytesOfPage;
const milliseconds = { busyReading: 5000, busyBeginning: 50 };

/** One connection; every statement is prepared once and kept. */
export class SqliteConnection {
  readonly #database: SqliteDatabase;
  readonly #statements = new Map<string, SqliteStatement>();
  readonly #tuning: Tuning;

  constructor(driver: SqliteDriver, path: string, tuning: Tuning = defaultTuning) {
    this.#tuning = tuning;
    this.#database = driver.open(path);
    this.exec(`PRAGMA busy_timeout = ${milliseconds.busyReading}`);
  }

  statement(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** A statement without parameters that is run again and again: the borders of transactions. */
  run(sql: string): void {
    this.statement(sql).run();
  }

  /** A whole number that a pragma answers. */
  pragma(name: string): number {
    const row = this.#database.prepare(`PRAGMA ${name}`).get();
    return Number(row?.[name] ?? 0);
  }

  /** Settings of the one connection that writes. The first of them writes to a file that is not in WAL yet. */
  prepareToWrite(): void {
    // Of a new file; one that is there keeps its own.
    this.exec(`PRAGMA page_size = ${bytesOfPage}`);
    this.exec('PRAGMA journal_mode = WAL');
    // In WAL, NORMAL loses nothing when the process dies; see docs/decisions/0003-sqlite-drivers.md.
    this.exec(`PRAGMA synchronous = ${this.#tuning.commitsOutlive === 'power' ? 'NORMAL' : 'OFF'}`);
    this.exec('PRAGMA foreign_keys = OFF');
    this.exec('PRAGMA temp_store = MEMORY');
    this.exec(`PRAGMA cache_size = -${this.#tuning.kibibytesOfCache}`);
    this.exec(`PRAGMA wal_autocheckpoint = ${Math.round(bytesOfLog / this.pragma('page_size'))}`);
    this.exec('PRAGMA journal_size_limit = 67108864');
  }

  /** Waiting inside SQLite blocks the process, so the writer waits outside of it, see `transactions.ts`. */
  prepareToWait(): void {
    this.exec(`PRAGMA busy_timeout = ${milliseconds.busyBeginning}`);
  }

  prepareToRead(): void {
    this.exec('PRAGMA query_only = ON');
    this.exec(`PRAGMA cache_size = -${this.#tuning.kibibytesOfCache}`);
  }

  /** Runs reads that must see one state of the database. */
  snapshot<Result>(read: () => Result): Result {
    this.run('BEGIN');
    try {
      return read();
    } finally {
      this.run('COMMIT');
    }
  }

  async close(): Promise<void> {
    this.#statements.clear();
    await this.#database.close();
  }
}
