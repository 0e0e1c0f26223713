import { keyText } from '../key-text.ts';
import type {
  Collection,
  DocumentBytes,
  IdsResult,
  JsonDocument,
  Position,
  Query,
  QueryResult,
  Reader,
  StoredDocument,
} from '../port.ts';
import { planFind, planMatch, planQuery, planShape, type QueryPlan } from '../query-plan.ts';
import type { SqliteCollection, SqliteCollections } from './collections.ts';
import type { SqliteConnection } from './connection.ts';
import type { SqliteRow, SqliteValue } from './driver.ts';
import { latestSequence } from './outbox-sql.ts';
import { documentKey, type Recall, type RecentReads, readAnew } from './recent-reads.ts';
import { countRows, selectIds, selectPage } from './sql.ts';

export type ReadGuard = <Result>(read: () => Result) => Promise<Result>;

interface ReaderOptions {
  /** Reads go through it where the connection is not always free to read. */
  readonly guard?: ReadGuard | undefined;
  /** What reads of documents are kept in; within a transaction they are not. */
  readonly recentReads?: RecentReads;
}

/** Reads of one store over one connection. */
export class SqliteReader implements Reader {
  readonly storeId: string;
  readonly #connection: SqliteConnection;
  readonly #collections: SqliteCollections;
  readonly #guard: ReadGuard | undefined;
  readonly #recentReads: RecentReads | undefined;

  constructor(
    connection: SqliteConnection,
    collections: SqliteCollections,
    storeId: string,
    { guard, recentReads }: ReaderOptions = {},
  ) {
    this.#connection = connection;
    this.#collections = collections;
    this.storeId = storeId;
    this.#guard = guard;
    this.#recentReads = recentReads;
  }

  async get<Doc extends StoredDocument>(from: Collection<Doc>, id: string): Promise<Doc | undefined> {
    return this.#read(() => this.#consistent((recall) => this.#document(recall, from, id)));
  }

  async getBytes(from: Collection, id: string): Promise<DocumentBytes | undefined> {
    return this.#read(() => this.#consistent((recall) => this.#bytes(recall, from, id)));
  }

  async getMany<Doc extends StoredDocument>(
    from: Collection<Doc>,
    ids: readonly string[],
  ): Promise<(Doc | undefined)[]> {
    if (ids.length === 0) return [];
    return this.#snapshot(() =>
      this.#consistent((recall) => ids.map((id) => this.#document(recall, from, id))),
    );
  }

  async getManyJson(from: Collection, ids: readonly string[]): Promise<(JsonDocument | undefined)[]> {
    if (ids.length === 0) return [];
    return this.#snapshot(() => this.#consistent((recall) => ids.map((id) => this.#json(recall, from, id))));
  }

  async find<Doc extends StoredDocument>(
    from: Collection<Doc>,
    index: string,
    where: Query['where'],
  ): Promise<Doc | undefined> {
    const collection = this.#collections.of(from);
    const plan = planFind(collection.tables.collection, index, where);
    return this.#read(() => {
      const row = this.#rows(collection, plan, 1)[0];
      return row && parse<Doc>(row);
    });
  }

  async query<Doc extends StoredDocument>(from: Collection<Doc>, query: Query): Promise<QueryResult<Doc>> {
    return this.#read(() => this.#page(from, query, documentItem<Doc>));
  }

  async queryIds(from: Collection, query: Query): Promise<IdsResult> {
    const collection = this.#collections.of(from);
    const plan = planQuery(collection.tables.collection, query);
    const sql = collection.sql(`ids:${planShape(plan)}`, () =>
      selectIds(collection.table(plan.indexName), plan),
    );
    return this.#read(() => page(plan, this.#rowsOf(sql, plan, plan.pageSize + 1), idItem));
  }

  async queryEach<Doc extends StoredDocument>(
    from: Collection<Doc>,
    queries: readonly Query[],
  ): Promise<QueryResult<Doc>[]> {
    if (queries.length === 0) return [];
    return this.#snapshot(() => queries.map((query) => this.#page(from, query, documentItem<Doc>)));
  }

  async count(
    from: Collection,
    query: Pick<Query, 'index' | 'where' | 'range'>,
    atMost: number,
  ): Promise<number> {
    const collection = this.#collections.of(from);
    const plan = planMatch(collection.tables.collection, query);
    const sql = collection.sql(`count:${planShape(plan)}`, () =>
      countRows(collection.table(plan.indexName), plan),
    );
    return this.#read(() => {
      const row = this.connection.statement(sql).get(...this.#parameters(plan), atMost);
      return (row?.total as number | undefined) ?? 0;
    });
  }

  async revision(ignoringFamilies: readonly string[]): Promise<number> {
    return this.#read(() => latestSequence(this.connection, this.storeId, ignoringFamilies));
  }

  /** A writer's connection is only its own until its transaction ends. */
  protected get connection(): SqliteConnection {
    return this.#connection;
  }

  protected get collections(): SqliteCollections {
    return this.#collections;
  }

  #read<Result>(read: () => Result): Result | Promise<Result> {
    return this.#guard ? this.#guard(read) : read();
  }

  /** Several statements that see one state: a writer's transaction, or one that is opened for them. */
  #snapshot<Result>(read: () => Result): Result | Promise<Result> {
    return this.#read(() => (this.isInTransaction ? read() : this.connection.snapshot(read)));
  }

  protected get isInTransaction(): boolean {
    return false;
  }

  #consistent<Result>(read: (recall: Recall) => Result): Result {
    return this.#recentReads ? this.#recentReads.consistent(read) : read(readAnew);
  }

  #document<Doc extends StoredDocument>(recall: Recall, from: Collection<Doc>, id: string): Doc | undefined {
    const { key, documents } = this.#place(from, id);
    const found = recall(key, 'document', () => {
      const row = this.connection.statement(documents.get).get(this.storeId, keyText(id));
      return row && { value: parse<Doc>(row), length: (row.body as string).length };
    });
    // The key names the collection, and so the type.
    return found as Doc | undefined;
  }

  #json(recall: Recall, from: Collection, id: string): JsonDocument | undefined {
    const { key, documents } = this.#place(from, id);
    return recall(key, 'json', () => {
      const row = this.connection.statement(documents.get).get(this.storeId, keyText(id));
      if (!row) return undefined;
      const json = row.body as string;
      return { value: { id, version: row.version as number, json }, length: json.length };
    });
  }

  #bytes(recall: Recall, from: Collection, id: string): DocumentBytes | undefined {
    const { key, documents } = this.#place(from, id);
    return recall(key, 'bytes', () => {
      const row = this.connection.statement(documents.getBytes).get(this.storeId, keyText(id));
      if (!row) return undefined;
      const bytes = row.bytes as Uint8Array;
      return { value: { id, version: row.version as number, bytes }, length: bytes.length };
    });
  }

  #place(from: Collection, id: string) {
    const { documents, tables } = this.#collections.of(from);
    return { key: documentKey(tables.documents, this.storeId, id), documents };
  }

  #rows(collection: SqliteCollection, plan: QueryPlan, limit: number): SqliteRow[] {
    const sql = collection.sql(planShape(plan), () =>
      selectPage(collection.tables, collection.table(plan.indexName), plan),
    );
    return this.#rowsOf(sql, plan, limit);
  }

  #rowsOf(sql: string, plan: QueryPlan, limit: number): SqliteRow[] {
    return this.connection.statement(sql).all(...this.#parameters(plan), ...(plan.after ?? []), limit);
  }

  #parameters(plan: QueryPlan): SqliteValue[] {
    const parameters: SqliteValue[] = [this.storeId, ...plan.equals];
    if (plan.from !== undefined) parameters.push(plan.from);
    if (plan.before !== undefined) parameters.push(plan.before);
    return parameters;
  }

  #page<Item>(from: Collection, query: Query, item: (row: SqliteRow, position: Position) => Item) {
    const collection = this.#collections.of(from);
    const plan = planQuery(collection.tables.collection, query);
    // One more than the page tells whether anything follows.
    return page(plan, this.#rows(collection, plan, plan.pageSize + 1), item);
  }
}

function page<Item>(
  plan: QueryPlan,
  rows: readonly SqliteRow[],
  item: (row: SqliteRow, position: Position) => Item,
) {
  const columns = plan.index.columns.length;
  return {
    items: rows.slice(0, plan.pageSize).map((row) => item(row, positionOf(row, columns))),
    hasMore: rows.length > plan.pageSize,
  };
}

function positionOf(row: SqliteRow, columns: number): Position {
  const position = [];
  for (let place = 0; place < columns; place += 1) position.push(row[`c${place}`] as string | number);
  position.push(row.id as string);
  return position;
}

/** What was stored under a collection is a document of it. */
function parse<Doc extends StoredDocument>(row: SqliteRow): Doc {
  return JSON.parse(row.body as string) as Doc;
}

function documentItem<Doc extends StoredDocument>(row: SqliteRow, position: Position) {
  return { document: parse<Doc>(row), position };
}

function idItem(row: SqliteRow, position: Position) {
  return { id: row.id as string, position };
}
