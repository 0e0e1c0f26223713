import { DeliveryLost, DocumentNotFound, UniqueViolation, VersionMismatch } from '../errors.ts';
import { changedRows, indexRows } from '../index-rows.ts';
import { keyText } from '../key-text.ts';
import type { Collection, NewDocument, OutboxEvent, StoreClock, StoredDocument, Writer } from '../port.ts';
import { newDocument, nextDocument } from '../stored-document.ts';
import type { Subscribers } from '../subscribers.ts';
import type { PostgresCollection, PostgresCollections } from './collections.ts';
import type { PostgresSession } from './database.ts';
import { appendEvents, completeDelivery } from './outbox-sql.ts';
import { PostgresReader, parseBody } from './reader.ts';
import {
  deleteDocuments,
  deleteRows,
  insertDocuments,
  insertRows,
  rowArrays,
  rowHolder,
  type TableRows,
  updateDocument,
} from './rows-sql.ts';
import { LostRace } from './transactions.ts';

interface ExpectedVersion {
  readonly expectedVersion?: number | undefined;
}

/** One open transaction of a store. Everything in it is refused once the transaction has ended. */
export class PostgresWriter extends PostgresReader implements Writer {
  readonly #clock: StoreClock;
  readonly #subscribers: Subscribers;
  #unwritten: OutboxEvent[] = [];
  #hasEvents = false;
  #ended = false;

  constructor(
    session: PostgresSession,
    collections: PostgresCollections,
    storeId: string,
    clock: StoreClock,
    subscribers: Subscribers,
  ) {
    super(session, collections, storeId);
    this.#clock = clock;
    this.#subscribers = subscribers;
  }

  async insert<Doc extends StoredDocument>(into: Collection<Doc>, document: NewDocument<Doc>): Promise<Doc> {
    const stored = newDocument<Doc>(document, this.#now());
    await this.#insertAll(this.collections.of(into), [stored]);
    return stored;
  }

  async insertMany<Doc extends StoredDocument>(
    into: Collection<Doc>,
    documents: readonly NewDocument<Doc>[],
  ): Promise<Doc[]> {
    const now = this.#now();
    const stored = documents.map((document) => newDocument<Doc>(document, now));
    if (stored.length > 0) await this.#insertAll(this.collections.of(into), stored);
    return stored;
  }

  async update<Doc extends StoredDocument>(
    into: Collection<Doc>,
    id: string,
    change: (current: Doc) => NewDocument<Doc>,
    { expectedVersion }: ExpectedVersion = {},
  ): Promise<Doc> {
    const collection = this.collections.of(into);
    const current = await this.#current<Doc>(into, id, expectedVersion);
    const changed = change(current);
    if (changed === current) return current;
    const next = nextDocument<Doc>(current, changed, this.#now());
    const removed: TableRows[] = [];
    const added: TableRows[] = [];
    for (const { table, rows } of rowsOf(collection, [current])) {
      const after = indexRows(collection.tables.collection, table.indexName, table.index, next);
      const changes = changedRows(
        rows.map(({ row }) => row),
        after,
      );
      const owned = (list: typeof changes.added) => list.map((row) => ({ id: next.id, row }));
      if (changes.removed.length > 0) removed.push({ table, rows: owned(changes.removed) });
      if (changes.added.length > 0) added.push({ table, rows: owned(changes.added) });
    }
    await this.#insertUnique(collection, added);
    const others = added.filter(({ table }) => !table.index.unique);
    const key = `update:${names(removed)}:${names(others)}`;
    const sql = collection.sql(key, () =>
      updateDocument(
        collection.tables,
        removed.map(({ table }) => table),
        others.map(({ table }) => table),
      ),
    );
    const arrays = [...removed, ...others].flatMap(rowArrays);
    await this.session.run(sql, [this.storeId, next.id, next.version, JSON.stringify(next), ...arrays]);
    return next;
  }

  async delete(from: Collection, id: string, { expectedVersion }: ExpectedVersion = {}): Promise<void> {
    const collection = this.collections.of(from);
    const current = await this.#current(from, id, expectedVersion);
    await this.#remove(collection, [current.id], rowsOf(collection, [current]));
  }

  async append(events: readonly OutboxEvent[]): Promise<void> {
    this.#refuseWhenEnded();
    this.#unwritten.push(...events);
    this.#hasEvents ||= events.length > 0;
  }

  override async revision(ignoringFamilies: readonly string[]): Promise<number> {
    await this.flush();
    return super.revision(ignoringFamilies);
  }

  async completeDelivery(deliveryId: string): Promise<void> {
    if (!(await completeDelivery(this.session, deliveryId))) throw new DeliveryLost(deliveryId);
  }

  /**
   * Writes the events appended so far. As late as possible: from here to the commit, other transactions of the
   * store that have events wait, because events are numbered in the order of commits.
   */
  async flush(): Promise<void> {
    if (this.#unwritten.length === 0) return;
    const events = this.#unwritten;
    this.#unwritten = [];
    await appendEvents(this.session, this.storeId, events, this.#subscribers);
  }

  get hasEvents(): boolean {
    return this.#hasEvents;
  }

  end(): void {
    this.#ended = true;
  }

  protected override get session(): PostgresSession {
    this.#refuseWhenEnded();
    return super.session;
  }

  protected override get isInTransaction(): boolean {
    return true;
  }

  #refuseWhenEnded(): void {
    if (!this.#ended) return;
    throw new TypeError('The transaction has ended. Await every call on the writer before its work returns.');
  }

  async #current<Doc extends StoredDocument>(
    from: Collection<Doc>,
    id: string,
    expectedVersion: number | undefined,
  ): Promise<Doc> {
    const row = await this.row(from, id, true);
    if (!row) throw new DocumentNotFound(from.name, id);
    const version = Number(row.version);
    if (expectedVersion !== undefined && version !== expectedVersion) {
      throw new VersionMismatch(from.name, id, expectedVersion, version);
    }
    return parseBody<Doc>(row);
  }

  /** All or none: what was written before a refusal is taken back, and the transaction can go on. */
  async #insertAll(collection: PostgresCollection, documents: readonly StoredDocument[]): Promise<void> {
    const ids = documents.map(({ id }) => keyText(id));
    const repeated = ids.find((id, place) => ids.indexOf(id, place + 1) >= 0);
    const taken = (id: string) => new UniqueViolation(collection.name, 'id', [id], id);
    if (repeated !== undefined) throw taken(repeated);
    const tables = rowsOf(collection, documents);
    const sql = collection.sql('insert', () => insertDocuments(collection.tables));
    const bodies = documents.map((document) => JSON.stringify(document));
    const { rows } = await this.session.run(sql, [this.storeId, ids, bodies, ...tables.flatMap(rowArrays)]);
    // The column is built by json_agg from ids.
    const inserted = rows[0]?.ids as readonly string[];
    const free = new Set(inserted);
    const lacking = tables.filter(
      (written, place) => written.table.index.unique && Number(rows[0]?.[`t${place}`]) < written.rows.length,
    );
    if (free.size === ids.length && lacking.length === 0) return;
    const holder = ids.find((id) => !free.has(id));
    const violation = holder === undefined ? await this.#violation(collection, lacking) : taken(holder);
    const own = tables.map(({ table, rows: all }) => ({ table, rows: all.filter(({ id }) => free.has(id)) }));
    await this.#remove(collection, inserted, own);
    throw violation;
  }

  /** The unique rows an update adds go first: these may be refused. */
  async #insertUnique(collection: PostgresCollection, added: readonly TableRows[]): Promise<void> {
    const unique = added.filter(({ table }) => table.index.unique);
    for (const [place, rows] of unique.entries()) {
      const sql = collection.sql(`rows:${rows.table.name}`, () => insertRows(rows.table));
      const { rowCount } = await this.session.run(sql, [this.storeId, ...rowArrays(rows)]);
      if (rowCount === rows.rows.length) continue;
      const violation = await this.#violation(collection, [rows]);
      for (const written of unique.slice(0, place + 1)) {
        const remove = collection.sql(`unrows:${written.table.name}`, () => deleteRows(written.table));
        await this.session.run(remove, [this.storeId, ...rowArrays(written)]);
      }
      throw violation;
    }
  }

  #now(): Date {
    return this.#clock.now(this.storeId);
  }

  async #remove(
    collection: PostgresCollection,
    ids: readonly string[],
    tables: readonly TableRows[],
  ): Promise<void> {
    const sql = collection.sql('delete', () => deleteDocuments(collection.tables));
    await this.session.run(sql, [this.storeId, ids, ...tables.flatMap(rowArrays)]);
  }

  async #violation(collection: PostgresCollection, tables: readonly TableRows[]): Promise<UniqueViolation> {
    for (const written of tables) {
      const sql = collection.sql(`holder:${written.table.name}`, () => rowHolder(written.table));
      const { rows } = await this.session.run(sql, [this.storeId, ...rowArrays(written)]);
      const found = rows[0];
      const key = found && written.rows[Number(found.place) - 1]?.row;
      if (key)
        return new UniqueViolation(collection.name, written.table.indexName, key, String(found.holder));
    }
    // Whoever held the row has let go of it since: the whole transaction is worth another try.
    throw new LostRace();
  }
}

function rowsOf(collection: PostgresCollection, documents: readonly StoredDocument[]): TableRows[] {
  const { tables } = collection;
  return tables.indexes.map((table) => ({
    table,
    rows: documents.flatMap((document) =>
      indexRows(tables.collection, table.indexName, table.index, document).map((row) => ({
        id: keyText(document.id),
        row,
      })),
    ),
  }));
}

function names(tables: readonly TableRows[]): string {
  return tables.map(({ table }) => table.indexName).join(',');
}
