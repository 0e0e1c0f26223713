import type {
  Collection,
  Engine,
  OutboxEvent,
  Reader,
  Store,
  StoredDocument,
  Writer,
} from '../../../runtime/store/index.ts';
import type { DocumentChange } from './entry.ts';

/** What one transaction did, once it is committed. */
export interface Committed {
  readonly storeId: string;
  readonly events: readonly OutboxEvent[];
  readonly changes: readonly DocumentChange[];
}

interface Seen {
  readonly events: OutboxEvent[];
  readonly changes: DocumentChange[];
}

/** The reads of a store, as they are. */
function reading(inner: Reader): Reader {
  return {
    get: inner.get.bind(inner),
    getBytes: inner.getBytes.bind(inner),
    getMany: inner.getMany.bind(inner),
    getManyJson: inner.getManyJson.bind(inner),
    find: inner.find.bind(inner),
    query: inner.query.bind(inner),
    queryIds: inner.queryIds.bind(inner),
    queryEach: inner.queryEach.bind(inner),
    count: inner.count.bind(inner),
    revision: inner.revision.bind(inner),
  };
}

function note(
  { changes }: Seen,
  { name }: Collection,
  document: StoredDocument,
  action: DocumentChange['action'],
) {
  changes.push({ collection: name, id: document.id, version: document.version, action });
}

function writing(inner: Writer, seen: Seen): Writer {
  return {
    ...reading(inner),
    async insert<Doc extends StoredDocument>(...[into, document]: Parameters<typeof inner.insert<Doc>>) {
      const inserted = await inner.insert(into, document);
      note(seen, into as unknown as Collection, inserted, 'created'); // of any documents
      return inserted;
    },
    async insertMany<Doc extends StoredDocument>(
      ...[into, documents]: Parameters<typeof inner.insertMany<Doc>>
    ) {
      const inserted = await inner.insertMany(into, documents);
      for (const document of inserted) note(seen, into as unknown as Collection, document, 'created');
      return inserted;
    },
    async update<Doc extends StoredDocument>(
      ...[into, id, change, options]: Parameters<typeof inner.update<Doc>>
    ) {
      let before: Doc | undefined;
      const updated = await inner.update(
        into,
        id,
        (current) => {
          before = current;
          return change(current);
        },
        options,
      );
      if (updated.version !== before?.version) note(seen, into as unknown as Collection, updated, 'changed');
      return updated;
    },
    async delete(from, id, options) {
      await inner.delete(from, id, options);
      seen.changes.push({ collection: from.name, id, version: null, action: 'deleted' });
    },
    async append(events) {
      await inner.append(events);
      seen.events.push(...events);
    },
    completeDelivery: (id) => inner.completeDelivery(id),
  };
}

function witnessStore(
  inner: Store,
  onCommitted: (committed: Committed) => void,
  isWatched: () => boolean,
): Store {
  return {
    ...reading(inner),
    id: inner.id,
    async transaction(work) {
      if (!isWatched()) return inner.transaction(work);
      // A transaction that collides is run again: what counts is what the last run did.
      let seen: Seen = { events: [], changes: [] };
      const result = await inner.transaction((writer) => {
        seen = { events: [], changes: [] };
        return work(writing(writer, seen));
      });
      if (seen.events.length > 0 || seen.changes.length > 0) onCommitted({ storeId: inner.id, ...seen });
      return result;
    },
  };
}

/**
 * An engine that tells what each transaction did, after it was committed, while `isWatched`. It stores nothing and
 * changes nothing.
 */
export function witnessEngine(
  inner: Engine,
  onCommitted: (committed: Committed) => void,
  isWatched: () => boolean,
): Engine {
  return {
    get description() {
      return inner.description;
    },
    outbox: inner.outbox,
    store: (id) => witnessStore(inner.store(id), onCommitted, isWatched),
    storeIds: () => inner.storeIds(),
    drop: (storeId) => inner.drop(storeId),
    digestOf: (storeId, text) => inner.digestOf(storeId, text),
    close: () => inner.close(),
  };
}
