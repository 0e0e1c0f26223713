import { setImmediate } from 'node:timers';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreBusy } from '../errors.ts';
import { Mutex } from '../mutex.ts';
import { CommitGroup } from './commit-group.ts';
import type { SqliteConnection } from './connection.ts';
import { isFailure } from './failures.ts';
import type { RecentReads } from './recent-reads.ts';

const patienceSeconds = 60;
const otherProcess = { tries: 200, waitMilliseconds: 50 };

/** How a piece of work ended: told to whoever asked for it once what it saw and did is committed. */
type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

/**
 * The one writing connection, lent to one transaction at a time. A commit costs more than what most transactions do,
 * so those of one turn of the event loop share it: each fails alone, and is answered when all are committed.
 */
export class Transactions {
  readonly #connection: SqliteConnection;
  readonly #mutex = new Mutex(patienceSeconds);
  readonly #listeners = new Set<() => void>();
  readonly #recentReads: RecentReads;
  readonly #isShared: boolean;
  #group: CommitGroup | undefined;
  #isClosed = false;

  /** `isShared`: reads go over the same connection, so they must stay out of an open transaction. */
  constructor(connection: SqliteConnection, recentReads: RecentReads, isShared: boolean) {
    this.#connection = connection;
    this.#recentReads = recentReads;
    this.#isShared = isShared;
  }

  /** Commits what `work` did, or takes all of it back when it throws. */
  async run<Result>(work: (connection: SqliteConnection) => Result | Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new TypeError('The store is closed.');
    const { group, outcome } = await this.#mutex.run(async () => {
      const open = this.#group ?? (await this.#begin());
      const ended = await this.#attempt(open, work);
      if (open.isDue) this.#commit();
      return { group: open, outcome: ended };
    });
    await group.committed;
    if ('error' in outcome) throw outcome.error;
    return outcome.result;
  }

  /** Reads outside of transactions: at once, or, over a shared connection, between two commits. */
  async read<Result>(read: () => Result): Promise<Result> {
    if (this.#isClosed) throw new TypeError('The store is closed.');
    if (!this.#isShared) return read();
    return this.#mutex.run(async () => {
      this.#commit();
      return read();
    });
  }

  /** Runs `work` between two commits: nothing is written meanwhile, and everything answered before is in the file. */
  async whileQuiet<Result>(work: (connection: SqliteConnection) => Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new TypeError('The store is closed.');
    return this.#mutex.run(async () => {
      this.#commit();
      return work(this.#connection);
    });
  }

  /** Closes when what was begun has ended; whatever comes later is refused. */
  async close(close: () => Promise<void>): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#mutex.run(async () => {
      this.#commit();
      await close();
    });
  }

  onEvents(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  announceEvents(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Within the process the mutex keeps order; only another process can be in the way here. */
  async #begin(): Promise<CommitGroup> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#connection.run('BEGIN IMMEDIATE');
        break;
      } catch (error) {
        if (!isFailure('busy', error)) throw error;
        if (attempt >= otherProcess.tries) throw new StoreBusy('20 seconds by another process');
        await wait(otherProcess.waitMilliseconds);
      }
    }
    const group = new CommitGroup();
    this.#group = group;
    setImmediate(() => {
      group.isDue = true;
      // Whoever holds the connection now commits at its end.
      if (!this.#mutex.isHeld && this.#group === group) this.#commit();
    });
    return group;
  }

  async #attempt<Result>(
    group: CommitGroup,
    work: (connection: SqliteConnection) => Result | Promise<Result>,
  ): Promise<Outcome<Result>> {
    // A savepoint keeps a copy of each page that is written; the first of a group, most often alone, needs none.
    const isFirst = group.isEmpty;
    if (!isFirst) this.#connection.run('SAVEPOINT work');
    try {
      const result = await work(this.#connection);
      if (!isFirst) this.#connection.run('RELEASE work');
      group.isEmpty = false;
      return { result };
    } catch (error) {
      if (isFirst) this.#abandon(group, error);
      else this.#takeBack(group, error);
      return { error };
    }
  }

  #takeBack(group: CommitGroup, cause: unknown): void {
    try {
      this.#connection.run('ROLLBACK TO work');
      this.#connection.run('RELEASE work');
    } catch {
      // SQLite rolls everything back by itself when the disk is full or fails: none of the group has happened.
      this.#abandon(group, cause);
    }
  }

  #commit(): void {
    const group = this.#group;
    if (!group) return;
    try {
      this.#connection.run('COMMIT');
      this.#recentReads.transactionsEnded();
      this.#group = undefined;
      group.succeed();
    } catch (error) {
      this.#abandon(group, error);
    }
  }

  #abandon(group: CommitGroup, cause: unknown): void {
    this.#group = undefined;
    this.#recentReads.transactionsEnded();
    group.fail(cause);
    try {
      this.#connection.run('ROLLBACK');
    } catch (error) {
      // There is nothing left to do where SQLite did it.
      if (!(error instanceof Error && /no transaction is active/.test(error.message))) throw error;
    }
  }
}
