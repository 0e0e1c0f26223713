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
import type { PostgresCollections } from './collections.ts';
import type { PostgresRow, PostgresSession } from './database.ts';
import { latestSequence } from './outbox-sql.ts';
import { countRows, documentSql, selectIds, selectPage, selectPages } from './sql.ts';

/** Reads of one store over one session. */
export class PostgresReader implements Reader {
  readonly storeId: string;
  readonly #session: PostgresSession;
  readonly #collections: PostgresCollections;

  constructor(session: PostgresSession, collections: PostgresCollections, storeId: string) {
    this.#session = session;
    this.#collections = collections;
    this.storeId = storeId;
  }

  async get<Doc extends StoredDocument>(
    from: Collection<Doc>,
    id: string,
    options?: { readonly lock?: boolean },
  ): Promise<Doc | undefined> {
    // Outside of a transaction a lock would end with the statement that took it.
    const row = await this.row(from, id, this.isInTransaction && options?.lock === true);
    return row && parseBody<Doc>(row);
  }

  async getBytes(from: Collection, id: string): Promise<DocumentBytes | undefined> {
    const row = await this.row(from, id, false);
    return row && { id, version: Number(row.version), bytes: Buffer.from(String(row.body)) };
  }

  async getMany<Doc extends StoredDocument>(
    from: Collection<Doc>,
    ids: readonly string[],
  ): Promise<(Doc | undefined)[]> {
    if (ids.length === 0) return [];
    const collection = this.#collections.of(from);
    const sql = collection.sql('getMany', () => documentSql.getMany(collection.tables));
    const { rows } = await this.session.run(sql, [this.storeId, ids.map(keyText)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = byId.get(keyText(id));
      return row && parseBody<Doc>(row);
    });
  }

  async getManyJson(from: Collection, ids: readonly string[]): Promise<(JsonDocument | undefined)[]> {
    if (ids.length === 0) return [];
    const collection = this.#collections.of(from);
    const sql = collection.sql('getMany', () => documentSql.getMany(collection.tables));
    const { rows } = await this.session.run(sql, [this.storeId, ids.map(keyText)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = byId.get(keyText(id));
      return row && { id, version: Number(row.version), json: String(row.body) };
    });
  }

  async find<Doc extends StoredDocument>(
    from: Collection<Doc>,
    index: string,
    where: Query['where'],
  ): Promise<Doc | undefined> {
    const rows = await this.#rows(
      from,
      planFind(this.#collections.of(from).tables.collection, index, where),
      1,
    );
    return rows[0] && parseBody<Doc>(rows[0]);
  }

  async query<Doc extends StoredDocument>(from: Collection<Doc>, query: Query): Promise<QueryResult<Doc>> {
    const plan = planQuery(this.#collections.of(from).tables.collection, query);
    return page(await this.#rows(from, plan, plan.pageSize + 1), plan, documentItem<Doc>);
  }

  async queryIds(from: Collection, query: Query): Promise<IdsResult> {
    const collection = this.#collections.of(from);
    const plan = planQuery(collection.tables.collection, query);
    const limit = plan.pageSize + 1;
    const sql = collection.sql(`ids:${planShape(plan)}:${limit}`, () =>
      selectIds(collection.table(plan.indexName), plan, limit),
    );
    const { rows } = await this.session.run(sql, [this.storeId, ...planValues(plan)]);
    return page(rows, plan, idItem);
  }

  /** Queries that differ only in values, as those of a relation do, are one statement. */
  async queryEach<Doc extends StoredDocument>(
    from: Collection<Doc>,
    queries: readonly Query[],
  ): Promise<QueryResult<Doc>[]> {
    const { collection } = this.#collections.of(from).tables;
    const plans = queries.map((query) => planQuery(collection, query));
    const shapes = groupBy(plans, (plan) => `${planShape(plan)}:${plan.pageSize}`);
    const results = new Map<QueryPlan, QueryResult<Doc>>();
    for (const alike of shapes.values()) {
      const rows = await this.#rowsOfEach(from, alike);
      for (const [place, plan] of alike.entries()) {
        results.set(plan, page(rows[place] ?? [], plan, documentItem<Doc>));
      }
    }
    return plans.map((plan) => results.get(plan) ?? { items: [], hasMore: false });
  }

  async count(
    from: Collection,
    query: Pick<Query, 'index' | 'where' | 'range'>,
    atMost: number,
  ): Promise<number> {
    const collection = this.#collections.of(from);
    const plan = planMatch(collection.tables.collection, query);
    const sql = collection.sql(`count:${planShape(plan)}:${atMost}`, () =>
      countRows(collection.table(plan.indexName), plan, atMost),
    );
    const { rows } = await this.session.run(sql, [this.storeId, ...planValues(plan)]);
    return Number(rows[0]?.total ?? 0);
  }

  async revision(ignoringFamilies: readonly string[]): Promise<number> {
    return latestSequence(this.session, this.storeId, ignoringFamilies);
  }

  /** A writer's session is only its own until its transaction ends. */
  protected get session(): PostgresSession {
    return this.#session;
  }

  protected get collections(): PostgresCollections {
    return this.#collections;
  }

  protected get isInTransaction(): boolean {
    return false;
  }

  protected async row(from: Collection, id: string, isLocked: boolean): Promise<PostgresRow | undefined> {
    const collection = this.#collections.of(from);
    const sql = isLocked
      ? collection.sql('getLocked', () => documentSql.getLocked(collection.tables))
      : collection.sql('get', () => documentSql.get(collection.tables));
    const { rows } = await this.session.run(sql, [this.storeId, keyText(id)]);
    return rows[0];
  }

  async #rows(from: Collection, plan: QueryPlan, limit: number): Promise<readonly PostgresRow[]> {
    const collection = this.#collections.of(from);
    const sql = collection.sql(`${planShape(plan)}:${limit}`, () =>
      selectPage(collection.tables, collection.table(plan.indexName), plan, limit),
    );
    const { rows } = await this.session.run(sql, [this.storeId, ...planValues(plan)]);
    return rows;
  }

  /** Rows of plans of one shape, in the order of the plans. */
  async #rowsOfEach(from: Collection, plans: readonly QueryPlan[]): Promise<(readonly PostgresRow[])[]> {
    const [first] = plans;
    if (!first) return [];
    const values = plans.map(planValues);
    const isAnyParameter = (values[0]?.length ?? 0) > 0;
    if (plans.length === 1 || !isAnyParameter) {
      const rows = await this.#rows(from, first, first.pageSize + 1);
      return plans.map(() => rows);
    }
    const collection = this.#collections.of(from);
    const limit = first.pageSize + 1;
    const sql = collection.sql(`each:${planShape(first)}:${limit}`, () =>
      selectPages(collection.tables, collection.table(first.indexName), first, limit),
    );
    const arrays = (values[0] ?? []).map((_, place) => values.map((value) => value[place] ?? ''));
    const { rows } = await this.session.run(sql, [this.storeId, ...arrays]);
    const byPlan = groupBy(rows, (row) => Number(row.q) - 1);
    return plans.map((_, place) => byPlan.get(place) ?? []);
  }
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export function parseBody<Doc extends StoredDocument>(row: PostgresRow): Doc {
  // What was stored under a collection is a document of it.
  return JSON.parse(String(row.body)) as Doc;
}

function planValues(plan: QueryPlan): (string | number)[] {
  const bounds = [plan.from, plan.before].filter((bound) => bound !== undefined);
  return [...plan.equals, ...bounds, ...(plan.after ?? [])];
}

function page<Item>(
  rows: readonly PostgresRow[],
  plan: QueryPlan,
  item: (row: PostgresRow, position: Position) => Item,
) {
  const columns = plan.index.columns.map((_, place) => `c${place}`);
  return {
    items: rows.slice(0, plan.pageSize).map((row) => {
      // Columns are text or bigint, which come as strings and numbers.
      const position = [...columns, 'id'].map((column) => row[column] as string | number);
      return item(row, position);
    }),
    hasMore: rows.length > plan.pageSize,
  };
}

function documentItem<Doc extends StoredDocument>(row: PostgresRow, position: Position) {
  return { document: parseBody<Doc>(row), position };
}

function idItem(row: PostgresRow, position: Position) {
  return { id: String(row.id), position };
}
