import type {
  Collection,
  DocumentBytes,
  IdsResult,
  JsonDocument,
  KeyValue,
  Query,
  QueryResult,
  Store,
  StoredDocument,
  Writer,
} from '../../runtime/store/port.ts';

/** Runs work with a store of a file that stays open meanwhile. */
export type UseStore = <Result>(work: (store: Store) => Promise<Result>) => Promise<Result>;

/** A store whose file is opened for each call, unless it is open still. */
export class PooledStore implements Store {
  readonly id: string;
  readonly #use: UseStore;

  constructor(id: string, use: UseStore) {
    this.id = id;
    this.#use = use;
  }

  transaction<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
    return this.#use((store) => store.transaction(work));
  }

  get<Doc extends StoredDocument>(
    from: Collection<Doc>,
    id: string,
    options?: { readonly lock?: boolean },
  ): Promise<Doc | undefined> {
    return this.#use((store) => store.get(from, id, options));
  }

  getBytes(from: Collection, id: string): Promise<DocumentBytes | undefined> {
    return this.#use((store) => store.getBytes(from, id));
  }

  getMany<Doc extends StoredDocument>(
    from: Collection<Doc>,
    ids: readonly string[],
  ): Promise<(Doc | undefined)[]> {
    return this.#use((store) => store.getMany(from, ids));
  }

  getManyJson(from: Collection, ids: readonly string[]): Promise<(JsonDocument | undefined)[]> {
    return this.#use((store) => store.getManyJson(from, ids));
  }

  find<Doc extends StoredDocument>(
    from: Collection<Doc>,
    index: string,
    where: Readonly<Record<string, KeyValue>>,
  ): Promise<Doc | undefined> {
    return this.#use((store) => store.find(from, index, where));
  }

  query<Doc extends StoredDocument>(from: Collection<Doc>, query: Query): Promise<QueryResult<Doc>> {
    return this.#use((store) => store.query(from, query));
  }

  queryIds(from: Collection, query: Query): Promise<IdsResult> {
    return this.#use((store) => store.queryIds(from, query));
  }

  queryEach<Doc extends StoredDocument>(
    from: Collection<Doc>,
    queries: readonly Query[],
  ): Promise<QueryResult<Doc>[]> {
    return this.#use((store) => store.queryEach(from, queries));
  }

  count(from: Collection, query: Pick<Query, 'index' | 'where' | 'range'>, atMost: number): Promise<number> {
    return this.#use((store) => store.count(from, query, atMost));
  }

  revision(ignoringFamilies: readonly string[]): Promise<number> {
    return this.#use((store) => store.revision(ignoringFamilies));
  }
}
