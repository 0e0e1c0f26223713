import type { SealedPlace, SqliteDatabase, SqliteDriver, SqliteRow } from '../../../runtime/store/index.ts';
import { entryIdOf, type JournalEntry, type NewEntry, type OpenedEntry } from './entry.ts';
import { type EntryFilter, whereOf } from './entry-filter.ts';
import { detailOf, entryOf, noteOf, rowOf } from './entry-row.ts';
import { columns, insertEntry, schema, schemaVersion } from './journal-schema.ts';

export interface JournalLimits {
  readonly entriesOfStore: number;
  /** Of all entries of the file. */
  readonly bytes: number;
}

export interface JournalFileOptions {
  readonly driver: SqliteDriver;
  readonly path: string;
  /** Texts of entries hold what customers wrote, addresses among them, and so are sealed like the store. */
  readonly seal: SealedPlace;
  readonly limits: JournalLimits;
}

/** Looked through for a text at a time; whoever wants more asks for the next page. */
const searchedAtATime = 2000;
/** Entries by which a store may go beyond its limit, so that not each one removes another. */
const slack = 500;

export interface FoundEntries {
  readonly entries: readonly JournalEntry[];
  /** Number to go on after; undefined where there is no more. */
  readonly next: number | undefined;
}

function prepare(database: SqliteDatabase): void {
  database.exec('PRAGMA busy_timeout = 2000');
  database.exec('PRAGMA journal_mode = WAL');
  // The last moments may be lost with the machine's power, and never with the process.
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec('PRAGMA journal_size_limit = 8388608');
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version === schemaVersion) return;
  database.exec('DROP TABLE IF EXISTS entries');
  // What is dropped stays in the file otherwise, and the first version did not seal titles.
  if (version !== 0) database.exec('VACUUM');
  database.exec(schema);
  database.exec(`PRAGMA user_version = ${schemaVersion}`);
}

/** The journal as it lies in its file. Everything here is done at once, in a few milliseconds at most. */
export class JournalFile {
  readonly #database: SqliteDatabase;
  readonly #seal: SealedPlace;
  readonly #limits: JournalLimits;
  readonly #counts = new Map<string, number>();
  #bytes = 0;

  constructor({ driver, path, seal, limits }: JournalFileOptions) {
    this.#database = driver.open(path);
    this.#seal = seal;
    this.#limits = limits;
    try {
      prepare(this.#database);
      this.#measure();
    } catch (error) {
      // It will be opened again.
      void this.#database.close();
      throw error;
    }
  }

  #measure(): void {
    this.#counts.clear();
    this.#bytes = 0;
    const sums = 'SELECT store_id, count(*) AS entries, sum(bytes) AS bytes FROM entries GROUP BY store_id';
    for (const row of this.#database.prepare(sums).all()) {
      this.#counts.set(String(row.store_id), Number(row.entries));
      this.#bytes += Number(row.bytes);
    }
  }

  /** Answers the entries as they were kept, in order, without those that can't be described. */
  add(entries: readonly NewEntry[], onFailure: (error: unknown) => void): JournalEntry[] {
    const rows = entries.flatMap((entry) => {
      try {
        return [rowOf(entry, this.#seal)];
      } catch (error) {
        onFailure(error);
        return [];
      }
    });
    const insert = this.#database.prepare(insertEntry);
    return this.#transaction(() => {
      const kept = rows.map(({ values, bytes, listed }) => {
        const number = Number(insert.get(...values)?.number);
        this.#counts.set(listed.storeId, (this.#counts.get(listed.storeId) ?? 0) + 1);
        this.#bytes += bytes;
        return { id: entryIdOf(number), ...listed };
      });
      this.#removeOldest();
      return kept;
    });
  }

  /** Pinned entries stay, whatever comes. */
  #removeOldest(): void {
    for (const [storeId, count] of this.#counts) {
      if (count <= this.#limits.entriesOfStore + slack) continue;
      this.#remove('store_id = ? AND is_pinned = 0', [storeId, count - this.#limits.entriesOfStore]);
    }
    if (this.#bytes > this.#limits.bytes) this.#remove('is_pinned = 0', [2 * slack]);
  }

  #remove(where: string, parameters: (string | number)[]): void {
    this.#database
      .prepare(
        `DELETE FROM entries WHERE number IN (SELECT number FROM entries WHERE ${where} ORDER BY number LIMIT ?)`,
      )
      .run(...parameters);
    this.#measure();
  }

  /** Entries of a store, latest first, before a number where one is given. */
  list(
    storeId: string,
    filter: EntryFilter,
    page: { before?: number | undefined; size: number },
  ): FoundEntries {
    const rows = this.#rows(storeId, filter, columns, page.before, page.size + 1);
    const entries = rows.slice(0, page.size);
    return {
      entries: entries.map((row) => entryOf(row, this.#seal)),
      next: rows.length > page.size ? lastNumber(entries) : undefined,
    };
  }

  /** The same, of those in which a text stands: in what is listed, or in what is opened. */
  search(
    storeId: string,
    filter: EntryFilter,
    page: { before?: number | undefined; size: number; text: string },
  ): FoundEntries {
    const wanted = page.text.toLowerCase();
    // As it stands in what is kept, which is JSON.
    const written = JSON.stringify(wanted).slice(1, -1);
    const rows = this.#rows(storeId, filter, `${columns}, detail`, page.before, searchedAtATime);
    const entries: JournalEntry[] = [];
    for (const row of rows) {
      const entry = entryOf(row, this.#seal);
      const { storeId: _ofAll, ...listed } = entry;
      const isListed = Object.values(listed).some(
        (value) => typeof value === 'string' && value.toLowerCase().includes(wanted),
      );
      if (isListed || this.#isInside(row, wanted, written)) entries.push(entry);
      if (entries.length === page.size) return { entries, next: Number(row.number) };
    }
    return { entries, next: rows.length === searchedAtATime ? lastNumber(rows) : undefined };
  }

  #isInside(row: SqliteRow, wanted: string, written: string): boolean {
    const detail = this.#seal.open(String(row.detail)).toLowerCase();
    return detail.includes(wanted) || detail.includes(written);
  }

  #rows(storeId: string, filter: EntryFilter, selected: string, before: number | undefined, limit: number) {
    const { sql, parameters } = whereOf(filter);
    const statement = `SELECT ${selected} FROM entries WHERE store_id = ?${sql} AND number < ? ORDER BY number DESC LIMIT ?`;
    return this.#database
      .prepare(statement)
      .all(storeId, ...parameters, before ?? Number.MAX_SAFE_INTEGER, limit);
  }

  /** Entries of a store after a number, oldest first. */
  after(storeId: string, number: number, limit: number): JournalEntry[] {
    const sql = `SELECT ${columns} FROM entries WHERE store_id = ? AND number > ? ORDER BY number LIMIT ?`;
    const rows = this.#database.prepare(sql).all(storeId, number, limit);
    return rows.map((row) => entryOf(row, this.#seal));
  }

  get(storeId: string, number: number): OpenedEntry | undefined {
    const sql = `SELECT ${columns}, detail FROM entries WHERE store_id = ? AND number = ?`;
    const row = this.#database.prepare(sql).get(storeId, number);
    return row && { ...entryOf(row, this.#seal), detail: detailOf(row, this.#seal) };
  }

  /** Everything of a trace, in the order in which it happened. */
  trace(storeId: string, traceId: string, limit: number): OpenedEntry[] {
    const sql = `SELECT ${columns}, detail FROM entries WHERE store_id = ? AND trace_id = ? ORDER BY number LIMIT ?`;
    return this.#database
      .prepare(sql)
      .all(storeId, traceId, limit)
      .map((row) => ({ ...entryOf(row, this.#seal), detail: detailOf(row, this.#seal) }));
  }

  annotate(
    storeId: string,
    number: number,
    { isPinned, note }: { isPinned?: boolean | undefined; note?: string | null | undefined },
  ): void {
    const set = 'UPDATE entries SET';
    const where = 'WHERE store_id = ? AND number = ?';
    if (isPinned !== undefined)
      this.#database.prepare(`${set} is_pinned = ? ${where}`).run(isPinned ? 1 : 0, storeId, number);
    if (note !== undefined)
      this.#database.prepare(`${set} note = ? ${where}`).run(noteOf(note, this.#seal), storeId, number);
  }

  /** Removes everything of a store. */
  forget(storeId: string): void {
    this.#database.prepare('DELETE FROM entries WHERE store_id = ?').run(storeId);
    this.#measure();
  }

  #transaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

function lastNumber(rows: readonly { readonly number?: unknown }[]): number | undefined {
  const last = rows.at(-1);
  return last && Number(last.number);
}
