import type {
  Collection,
  DocumentBytes,
  IdsResult,
  JsonDocument,
  Query,
  QueryResult,
  Reader,
  StoredDocument,
} from '../port.ts';
import { openDocument, type Seal, type SealedFields } from './sealed-document.ts';

/** Runs `open` with the keys of a store. */
export type WithSeal = <Result>(open: (seal: Seal) => Result) => Promise<Result>;

/** Reads that open what is sealed. Collections without sealed fields are handed through as they are. */
export class SealedReader implements Reader {
  readonly #inner: Reader;
  readonly #withSeal: WithSeal;
  protected readonly fields: SealedFields;

  constructor(inner: Reader, fields: SealedFields, withSeal: WithSeal) {
    this.#inner = inner;
    this.fields = fields;
    this.#withSeal = withSeal;
  }

  get<Doc extends StoredDocument>(
    from: Collection<Doc>,
    id: string,
    options?: { readonly lock?: boolean },
  ): Promise<Doc | undefined> {
    const found = this.#inner.get(from, id, options);
    return this.#isSealed(from) ? this.#openOne(from, found) : found;
  }

  getBytes(from: Collection, id: string): Promise<DocumentBytes | undefined> {
    return this.#isSealed(from) ? this.#bytes(from, id) : this.#inner.getBytes(from, id);
  }

  getMany<Doc extends StoredDocument>(
    from: Collection<Doc>,
    ids: readonly string[],
  ): Promise<(Doc | undefined)[]> {
    const found = this.#inner.getMany(from, ids);
    return this.#isSealed(from) ? this.#openMany(from, found) : found;
  }

  getManyJson(from: Collection, ids: readonly string[]): Promise<(JsonDocument | undefined)[]> {
    return this.#isSealed(from) ? this.#texts(from, ids) : this.#inner.getManyJson(from, ids);
  }

  find<Doc extends StoredDocument>(
    from: Collection<Doc>,
    index: string,
    where: Query['where'],
  ): Promise<Doc | undefined> {
    const found = this.#inner.find(from, index, where);
    return this.#isSealed(from) ? this.#openOne(from, found) : found;
  }

  query<Doc extends StoredDocument>(from: Collection<Doc>, query: Query): Promise<QueryResult<Doc>> {
    const found = this.#inner.query(from, query);
    return this.#isSealed(from) ? this.#openPage(from, found) : found;
  }

  queryIds(from: Collection, query: Query): Promise<IdsResult> {
    return this.#inner.queryIds(from, query);
  }

  queryEach<Doc extends StoredDocument>(
    from: Collection<Doc>,
    queries: readonly Query[],
  ): Promise<QueryResult<Doc>[]> {
    const found = this.#inner.queryEach(from, queries);
    return this.#isSealed(from) ? this.#openPages(from, found) : found;
  }

  count(from: Collection, query: Pick<Query, 'index' | 'where' | 'range'>, atMost: number): Promise<number> {
    return this.#inner.count(from, query, atMost);
  }

  revision(ignoringFamilies: readonly string[]): Promise<number> {
    return this.#inner.revision(ignoringFamilies);
  }

  #isSealed({ name }: Pick<Collection, 'name'>): boolean {
    return this.fields.has(name);
  }

  async #openOne<Doc extends StoredDocument>(
    { name }: Pick<Collection, 'name'>,
    finding: Promise<Doc | undefined>,
  ): Promise<Doc | undefined> {
    const found = await finding;
    return found && this.#withSeal((seal) => openDocument(seal, name, found));
  }

  async #openMany<Doc extends StoredDocument>(
    { name }: Pick<Collection, 'name'>,
    finding: Promise<(Doc | undefined)[]>,
  ): Promise<(Doc | undefined)[]> {
    const found = await finding;
    return this.#withSeal((seal) => found.map((document) => document && openDocument(seal, name, document)));
  }

  async #openPage<Doc extends StoredDocument>(
    from: Pick<Collection, 'name'>,
    finding: Promise<QueryResult<Doc>>,
  ): Promise<QueryResult<Doc>> {
    const found = await finding;
    return this.#withSeal((seal) => openedPage(seal, from.name, found));
  }

  async #openPages<Doc extends StoredDocument>(
    from: Pick<Collection, 'name'>,
    finding: Promise<QueryResult<Doc>[]>,
  ): Promise<QueryResult<Doc>[]> {
    const found = await finding;
    return this.#withSeal((seal) => found.map((page) => openedPage(seal, from.name, page)));
  }

  /** A sealed document can't go out as it was stored, so it is written anew. */
  async #bytes(from: Collection, id: string): Promise<DocumentBytes | undefined> {
    const document = await this.get(from, id);
    return (
      document && { id, version: document.version, bytes: new TextEncoder().encode(JSON.stringify(document)) }
    );
  }

  async #texts(from: Collection, ids: readonly string[]): Promise<(JsonDocument | undefined)[]> {
    const documents = await this.getMany(from, ids);
    return documents.map(
      (document) =>
        document && { id: document.id, version: document.version, json: JSON.stringify(document) },
    );
  }
}

function openedPage<Doc extends StoredDocument>(
  seal: Seal,
  collection: string,
  { items, hasMore }: QueryResult<Doc>,
): QueryResult<Doc> {
  return {
    items: items.map(({ document, position }) => ({
      document: openDocument(seal, collection, document),
      position,
    })),
    hasMore,
  };
}
