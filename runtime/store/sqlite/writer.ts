import { DeliveryLost, DocumentNotFound, UniqueViolation, VersionMismatch } from '../errors.ts';
import { changedRows, indexRows } from '../index-rows.ts';
import { keyText } from '../key-text.ts';
import type { Collection, NewDocument, OutboxEvent, StoreClock, StoredDocument, Writer } from '../port.ts';
import { newDocument, nextDocument } from '../stored-document.ts';
import type { Subscribers } from '../subscribers.ts';
import type { SqliteCollection, SqliteCollections } from './collections.ts';
import type { SqliteConnection } from './connection.ts';
import { appendEvents, completeDelivery } from './outbox-sql.ts';
import { SqliteReader } from './reader.ts';
import { documentKey, type RecentReads } from './recent-reads.ts';
import type { OwnedRow, RowWriter } from './row-writer.ts';

interface ExpectedVersion {
  readonly expectedVersion?: number | undefined;
}

export interface WriterOptions {
  readonly clock: StoreClock;
  readonly subscribers: Subscribers;
  /** Told of what is written. */
  readonly recentReads: RecentReads;
}

/** One open transaction of a store. Everything in it is refused once the transaction has ended. */
export class SqliteWriter extends SqliteReader implements Writer {
  readonly #clock: StoreClock;
  readonly #subscribers: Subscribers;
  readonly #recentReads: RecentReads;
  #ended = false;
  #hasEvents = false;

  constructor(
    connection: SqliteConnection,
    collections: SqliteCollections,
    storeId: string,
    { clock, subscribers, recentReads }: WriterOptions,
  ) {
    super(connection, collections, storeId);
    this.#clock = clock;
    this.#subscribers = subscribers;
    this.#recentReads = recentReads;
  }

  async insert<Doc extends StoredDocument>(into: Collection<Doc>, document: NewDocument<Doc>): Promise<Doc> {
    const stored = newDocument<Doc>(document, this.#now());
    this.#insertAll(this.collections.of(into), [stored]);
    return stored;
  }

  async insertMany<Doc extends StoredDocument>(
    into: Collection<Doc>,
    documents: readonly NewDocument<Doc>[],
  ): Promise<Doc[]> {
    const now = this.#now();
    const stored = documents.map((document) => newDocument<Doc>(document, now));
    this.#insertAll(this.collections.of(into), stored);
    return stored;
  }

  async update<Doc extends StoredDocument>(
    into: Collection<Doc>,
    id: string,
    change: (current: Doc) => NewDocument<Doc>,
    { expectedVersion }: ExpectedVersion = {},
  ): Promise<Doc> {
    const collection = this.collections.of(into);
    const current = this.#current<Doc>(collection, id, expectedVersion);
    const changed = change(current);
    if (changed === current) return current;
    const next = nextDocument<Doc>(current, changed, this.#now());
    const rows = collection.rowWriters.map((rowWriter) => {
      const { added, removed } = changedRows(
        rowsOf(collection, rowWriter, current),
        rowsOf(collection, rowWriter, next),
      );
      return { rowWriter, added: owned(next.id, added), removed: owned(next.id, removed) };
    });
    this.#willChange(collection, id);
    this.#insertRows(rows);
    for (const { rowWriter, removed } of rows) rowWriter.remove(this.connection, this.storeId, removed);
    this.connection
      .statement(collection.documents.update)
      .run(next.version, JSON.stringify(next), this.storeId, next.id);
    return next;
  }

  async delete(from: Collection, id: string, { expectedVersion }: ExpectedVersion = {}): Promise<void> {
    const collection = this.collections.of(from);
    const current = this.#current(collection, id, expectedVersion);
    this.#willChange(collection, id);
    for (const rowWriter of collection.rowWriters) {
      const rows = owned(current.id, rowsOf(collection, rowWriter, current));
      rowWriter.remove(this.connection, this.storeId, rows);
    }
    this.connection.statement(collection.documents.remove).run(this.storeId, current.id);
  }

  async append(events: readonly OutboxEvent[]): Promise<void> {
    if (events.length === 0) return;
    appendEvents(this.connection, this.storeId, events, this.#subscribers);
    this.#hasEvents = true;
  }

  async completeDelivery(deliveryId: string): Promise<void> {
    if (!completeDelivery(this.connection, deliveryId)) throw new DeliveryLost(deliveryId);
  }

  get hasEvents(): boolean {
    return this.#hasEvents;
  }

  end(): void {
    this.#ended = true;
  }

  protected override get connection(): SqliteConnection {
    this.#refuseWhenEnded();
    return super.connection;
  }

  protected override get isInTransaction(): boolean {
    return true;
  }

  #willChange({ tables }: SqliteCollection, id: string): void {
    this.#recentReads.willChange(documentKey(tables.documents, this.storeId, id));
  }

  #now(): Date {
    return this.#clock.now(this.storeId);
  }

  #refuseWhenEnded(): void {
    if (!this.#ended) return;
    throw new TypeError('The transaction has ended. Await every call on the writer before its work returns.');
  }

  #current<Doc extends StoredDocument>(
    collection: SqliteCollection,
    id: string,
    expectedVersion: number | undefined,
  ): Doc {
    const { name } = collection.tables.collection;
    const row = this.connection.statement(collection.documents.get).get(this.storeId, keyText(id));
    if (!row) throw new DocumentNotFound(name, id);
    if (expectedVersion !== undefined && row.version !== expectedVersion) {
      throw new VersionMismatch(name, id, expectedVersion, row.version as number);
    }
    return JSON.parse(row.body as string) as Doc;
  }

  /** All or none: what was written before a refusal is taken back, and the transaction can go on. */
  #insertAll(collection: SqliteCollection, documents: readonly StoredDocument[]): void {
    // Computed first, so that a bad row is refused before anything is written.
    const rows = collection.rowWriters.map((rowWriter) => ({
      rowWriter,
      added: documents.flatMap((document) =>
        owned(keyText(document.id), rowsOf(collection, rowWriter, document)),
      ),
    }));
    const inserted: string[] = [];
    try {
      for (const document of documents) {
        const id = keyText(document.id);
        const count = this.connection
          .statement(collection.documents.insert)
          .run(this.storeId, id, document.version, JSON.stringify(document));
        if (count === 0) throw new UniqueViolation(collection.tables.collection.name, 'id', [id], id);
        inserted.push(id);
      }
      this.#insertRows(rows);
    } catch (error) {
      const remove = this.connection.statement(collection.documents.remove);
      for (const id of inserted) remove.run(this.storeId, id);
      throw error;
    }
  }

  #insertRows(
    changes: readonly { readonly rowWriter: RowWriter; readonly added: readonly OwnedRow[] }[],
  ): void {
    for (const [position, { rowWriter, added }] of changes.entries()) {
      try {
        rowWriter.insert(this.connection, this.storeId, added);
      } catch (error) {
        for (const earlier of changes.slice(0, position)) {
          earlier.rowWriter.remove(this.connection, this.storeId, earlier.added);
        }
        throw error;
      }
    }
  }
}

function rowsOf(collection: SqliteCollection, rowWriter: RowWriter, document: StoredDocument) {
  const { indexName, index } = rowWriter.table;
  return indexRows(collection.tables.collection, indexName, index, document);
}

function owned(id: string, rows: readonly OwnedRow['row'][]): OwnedRow[] {
  return rows.map((row) => ({ id, row }));
}
