/**
 * The storage port. Collections hold JSON documents; what can be asked of a collection is what its indexes
 * declare, so nothing works on a laptop that dies in production at a million products. Engines (`sqlite/`,
 * `postgres/`) implement `Engine`; `engine.suite.ts` is the conformance suite that each of them passes.
 */

import type { Outbox, OutboxEvent } from './outbox-port.ts';

export type {
  AbandonedDelivery,
  Delivery,
  Outbox,
  OutboxEvent,
  SequencedEvent,
  Subscriber,
  Waiting,
} from './outbox-port.ts';

/** Every stored document. `version` starts at 1 and rises by 1 with each update. Times are RFC 3339 UTC. */
export interface StoredDocument {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type KeyValue = string | number;

export interface IndexColumn {
  readonly name: string;
  readonly type: 'text' | 'integer';
}

/**
 * An index is a function from a document to the rows under which it is found: none (not in this index), one, or
 * several (a product is listed under each of its categories). Rows are ordered by their columns, then by id.
 * Text compares by code point in every engine; fold case in `keys` where that is wanted.
 */
export interface Index<Doc extends StoredDocument = StoredDocument> {
  /** Raise it when `keys` changes its meaning: stores of an older version are reindexed when they are opened. */
  readonly version: number;
  readonly columns: readonly IndexColumn[];
  /** No two documents of a store may share a row. */
  readonly unique?: boolean;
  keys(document: Doc): readonly (readonly KeyValue[])[];
}

export interface Collection<Doc extends StoredDocument = StoredDocument> {
  /** snake_case, plural: `price_lists`. */
  readonly name: string;
  /**
   * Fields that hold personal data or credentials: encrypted at rest, open for whoever reads through the store. No
   * index can use them; for exact look-ups keep a digest beside them, see `Engine.digestOf`.
   */
  readonly sealed?: readonly string[];
  readonly indexes: Readonly<Record<string, Index<Doc>>>;
}

/** `Sealed` names the fields to seal, which the functions of the indexes then do not get to see. */
export interface CollectionDefinition<Doc extends StoredDocument, Sealed extends keyof Doc> {
  readonly name: string;
  readonly sealed: Readonly<Record<Sealed, true>>;
  readonly indexes: Readonly<Record<string, Index<Omit<Doc, Sealed> & StoredDocument>>>;
}

type SealableField<Doc> = Exclude<keyof Doc, keyof StoredDocument>;

/**
 * @example
 * collection<Letter, 'address'>({ name: 'letters', sealed: { address: true }, indexes: {} });
 */
export function collection<Doc extends StoredDocument>(definition: Collection<Doc>): Collection<Doc>;
export function collection<Doc extends StoredDocument, Sealed extends SealableField<Doc>>(
  definition: CollectionDefinition<Doc, Sealed>,
): Collection<Doc>;
export function collection<Doc extends StoredDocument>(
  definition: Collection<Doc> | CollectionDefinition<Doc, never>,
): Collection<Doc> {
  const { sealed } = definition;
  const fields = Array.isArray(sealed) ? sealed : Object.keys(sealed ?? {});
  // An index that takes a part of a document takes the whole of it, too.
  const { name, indexes } = definition as Collection<Doc>;
  return fields.length > 0 ? { name, sealed: fields, indexes } : { name, indexes };
}

/** A place in an index: the row's column values and the document's id. Encoded for callers by `runtime/cursor`. */
export type Position = readonly KeyValue[];

export interface Query {
  readonly index: string;
  /** Equality on the first columns of the index, in any order of keys. The other columns give the order. */
  readonly where: Readonly<Record<string, KeyValue>>;
  /** Bounds on the first column that `where` leaves open. `from` is inclusive, `before` exclusive. */
  readonly range?: { readonly from?: KeyValue; readonly before?: KeyValue };
  readonly direction?: 'ascending' | 'descending';
  /** Continue after this position, exclusively. */
  readonly after?: Position;
  /** At least 1. */
  readonly pageSize: number;
}

export interface QueryItem<Doc> {
  readonly document: Doc;
  readonly position: Position;
}

export interface QueryResult<Doc> {
  readonly items: readonly QueryItem<Doc>[];
  /** Whether anything follows the last item. */
  readonly hasMore: boolean;
}

export interface IdsResult {
  readonly items: readonly { readonly id: string; readonly position: Position }[];
  readonly hasMore: boolean;
}

/** A document as the text that was stored: it can go to the wire unparsed. */
export interface JsonDocument {
  readonly id: string;
  readonly version: number;
  readonly json: string;
}

/** A document as the UTF-8 that was stored: it can go to the wire without ever being a text. */
export interface DocumentBytes {
  readonly id: string;
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** Reads of one store (tenant). Outside a transaction each call sees the latest committed state. */
export interface Reader {
  /** `lock` (in a transaction) keeps other writers from changing the document until the transaction ends. */
  get<Doc extends StoredDocument>(
    from: Collection<Doc>,
    id: string,
    options?: { readonly lock?: boolean },
  ): Promise<Doc | undefined>;
  getBytes(from: Collection, id: string): Promise<DocumentBytes | undefined>;
  /** In the order of `ids`, `undefined` where there is none. One read, however many ids. */
  getMany<Doc extends StoredDocument>(
    from: Collection<Doc>,
    ids: readonly string[],
  ): Promise<(Doc | undefined)[]>;
  /** Like `getMany`, the documents unparsed. */
  getManyJson(from: Collection, ids: readonly string[]): Promise<(JsonDocument | undefined)[]>;
  /** The first document under an exact row of an index, usually a unique one. */
  find<Doc extends StoredDocument>(
    from: Collection<Doc>,
    index: string,
    where: Readonly<Record<string, KeyValue>>,
  ): Promise<Doc | undefined>;
  query<Doc extends StoredDocument>(from: Collection<Doc>, query: Query): Promise<QueryResult<Doc>>;
  /** Like `query`, by the index alone: the documents are not read. */
  queryIds(from: Collection, query: Query): Promise<IdsResult>;
  /** Several queries of one collection in one read; results in the order asked. Batches of relations use it. */
  queryEach<Doc extends StoredDocument>(
    from: Collection<Doc>,
    queries: readonly Query[],
  ): Promise<QueryResult<Doc>[]>;
  /** How many rows match, counted to `atMost` and no further, so the cost is bounded. */
  count(from: Collection, query: Pick<Query, 'index' | 'where' | 'range'>, atMost: number): Promise<number>;
  /**
   * Sequence of this store's latest event, those of the families named left out (`inventory` is the family of
   * `inventory.adjusted`); 0 where there is none. Inside a transaction it includes what was appended there.
   */
  revision(ignoringFamilies: readonly string[]): Promise<number>;
}

export type NewDocument<Doc extends StoredDocument> = Omit<Doc, 'version' | 'createdAt' | 'updatedAt'>;

export interface Writer extends Reader {
  /** Throws `UniqueViolation` where the id or a unique row is taken. */
  insert<Doc extends StoredDocument>(into: Collection<Doc>, document: NewDocument<Doc>): Promise<Doc>;
  /** Many inserts at the cost of a few statements; all or none. */
  insertMany<Doc extends StoredDocument>(
    into: Collection<Doc>,
    documents: readonly NewDocument<Doc>[],
  ): Promise<Doc[]>;
  /**
   * Reads the document under a lock, hands it to `change`, writes what that returns. `change` must not mutate.
   * Throws `DocumentNotFound`, `VersionMismatch` (where `expectedVersion` is not the stored version) or
   * `UniqueViolation`. Returning the very same object writes nothing.
   */
  update<Doc extends StoredDocument>(
    into: Collection<Doc>,
    id: string,
    change: (current: Doc) => NewDocument<Doc>,
    options?: { readonly expectedVersion?: number | undefined },
  ): Promise<Doc>;
  /** Throws `DocumentNotFound` or `VersionMismatch`. */
  delete(
    from: Collection,
    id: string,
    options?: { readonly expectedVersion?: number | undefined },
  ): Promise<void>;
  /** Adds to the outbox, in this transaction. */
  append(events: readonly OutboxEvent[]): Promise<void>;
  /**
   * Marks a delivery as done, in this transaction, so that what its handler wrote and its completion are
   * committed together. Throws `DeliveryLost` where its lease ran out and another claimer has it.
   */
  completeDelivery(deliveryId: string): Promise<void>;
}

/** One store (tenant) in an engine. */
export interface Store extends Reader {
  readonly id: string;
  /**
   * Runs `work` in one transaction: all of it is committed, or none. Concurrent transactions that collide are
   * retried as a whole, so `work` must have no effect beyond the writer. When it returns, the writes are on disk.
   */
  transaction<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
}

/** Time of `createdAt` and `updatedAt`: business time of the store, so that the emulator can move it. */
export interface StoreClock {
  now(storeId: string): Date;
}

/** What an engine's own folder makes: it stores what it is given, sealed or not. */
export interface BareEngine {
  /** For people: `SQLite (better-sqlite3)`, `PostgreSQL 18`. */
  readonly description: string;
  readonly outbox: Outbox;
  /** A store of this engine. Stores share the database and see nothing of each other. */
  store(id: string): Store;
  /** Ids of the stores that hold anything. */
  storeIds(): Promise<string[]>;
  /** Removes everything of a store. */
  drop(storeId: string): Promise<void>;
  close(): Promise<void>;
}

/** An engine as the runtime gets it: personal data is sealed on its way in, and opened on its way out. */
export interface Engine extends BareEngine {
  /**
   * A keyed digest, under which a sealed value can be looked up exactly: an e-mail address, say. The same within a
   * store for ever, also when the encryption keys are others. Fold case before, where it makes no difference.
   */
  digestOf(storeId: string, text: string): Promise<string>;
}
