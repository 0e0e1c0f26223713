import { setTimeout as wait } from 'node:timers/promises';
import { StoreBusy } from '../errors.ts';
import type { Connection, PostgresDatabase, PostgresSession } from './database.ts';

const tries = 12;
const firstWaitMilliseconds = 4;
/** serialization_failure, deadlock_detected */
const collisions = new Set(['40001', '40P01']);

/** What stood in the way is gone: nothing is wrong, the transaction is run again. */
export class LostRace extends Error {
  constructor() {
    super('Another transaction changed what this one looked at.');
    this.name = 'LostRace';
  }
}

/** Commits what `work` did, or rolls all of it back when it throws; runs it again when it collided. */
export async function runTransaction<Result>(
  database: PostgresDatabase,
  work: (session: PostgresSession) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.withConnection((connection) => attemptOnce(connection, work));
    } catch (error) {
      if (!isCollision(error)) throw error;
      if (attempt === tries) throw new StoreBusy(`${tries} attempts`);
      // Spread out, so that those who collided don't meet again.
      await wait(Math.random() * firstWaitMilliseconds * 2 ** Math.min(attempt, 6));
    }
  }
}

async function attemptOnce<Result>(
  connection: Connection,
  work: (session: PostgresSession) => Promise<Result>,
): Promise<Result> {
  const watched = new WatchedSession(connection);
  await connection.exec('BEGIN');
  try {
    const result = await work(watched);
    // A failed statement has undone the transaction, also where `work` went on as if it had not.
    if (watched.failure !== undefined) throw watched.failure;
    const tag = await connection.exec('COMMIT');
    if (tag !== 'COMMIT') throw new Error(`PostgreSQL answered COMMIT with ${tag}.`);
    return result;
  } catch (error) {
    await rollback(connection);
    throw error instanceof Error && watched.failure !== undefined && isCollision(watched.failure)
      ? watched.failure
      : error;
  }
}

/** Remembers the first failed statement. */
class WatchedSession implements PostgresSession {
  failure: unknown;
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async run(...statement: Parameters<PostgresSession['run']>) {
    try {
      return await this.#connection.run(...statement);
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }
}

async function rollback(connection: Connection): Promise<void> {
  try {
    await connection.exec('ROLLBACK');
  } catch {
    // The server rolls back what a lost connection began; the error that counts is the one on its way.
    connection.isBroken = true;
  }
}

function isCollision(error: unknown): boolean {
  if (error instanceof LostRace) return true;
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && collisions.has(error.code)
  );
}
