import { setTimeout as wait } from 'node:timers/promises';
import { StoreBusy } from '../errors.ts';
import { Mutex } from '../mutex.ts';
import type { SqliteConnection } from './connection.ts';
import { isFailure } from './failures.ts';

const patienceSeconds = 60;
const otherProcess = { tries: 200, waitMilliseconds: 50 };

/** The one writing connection, lent to one transaction at a time. */
export class Transactions {
  readonly #connection: SqliteConnection;
  readonly #mutex = new Mutex(patienceSeconds);
  readonly #listeners = new Set<() => void>();
  readonly #isShared: boolean;
  #isClosed = false;

  /** `isShared`: reads go over the same connection, so they must stay out of an open transaction. */
  constructor(connection: SqliteConnection, isShared: boolean) {
    this.#connection = connection;
    this.#isShared = isShared;
  }

  /** Commits what `work` did, or rolls all of it back when it throws. */
  async run<Result>(work: (connection: SqliteConnection) => Result | Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new TypeError('The store is closed.');
    return this.#mutex.run(async () => {
      await this.#begin();
      try {
        const result = await work(this.#connection);
        this.#connection.exec('COMMIT');
        return result;
      } catch (error) {
        this.#rollback();
        throw error;
      }
    });
  }

  /** Reads outside of transactions: at once, or, over a shared connection, between two transactions. */
  async read<Result>(read: () => Result): Promise<Result> {
    if (this.#isClosed) throw new TypeError('The store is closed.');
    return this.#isShared ? this.#mutex.run(async () => read()) : read();
  }

  /** Closes when what was begun has ended; whatever comes later is refused. */
  async close(close: () => Promise<void>): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#mutex.run(close);
  }

  onEvents(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  announceEvents(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Within the process the mutex keeps order; only another process can be in the way here. */
  async #begin(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#connection.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isFailure('busy', error)) throw error;
        if (attempt >= otherProcess.tries) throw new StoreBusy('20 seconds by another process');
        await wait(otherProcess.waitMilliseconds);
      }
    }
  }

  #rollback(): void {
    try {
      this.#connection.exec('ROLLBACK');
    } catch (error) {
      // SQLite rolls back by itself when the disk is full or fails; there is nothing left to do then.
      if (!(error instanceof Error && /no transaction is active/.test(error.message))) throw error;
    }
  }
}
