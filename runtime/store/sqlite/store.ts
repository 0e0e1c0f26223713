import type { Store, StoreClock, Writer } from '../port.ts';
import type { Subscribers } from '../subscribers.ts';
import type { SqliteCollections } from './collections.ts';
import type { SqliteConnection } from './connection.ts';
import { SqliteReader } from './reader.ts';
import type { RecentReads } from './recent-reads.ts';
import type { Transactions } from './transactions.ts';
import { SqliteWriter } from './writer.ts';

export interface SqliteStoreOptions {
  readonly id: string;
  readonly reader: SqliteConnection;
  /** Whether reads share the connection with transactions. */
  readonly isShared: boolean;
  readonly transactions: Transactions;
  readonly recentReads: RecentReads;
  readonly collections: SqliteCollections;
  readonly clock: StoreClock;
  readonly subscribers: Subscribers;
}

export class SqliteStore extends SqliteReader implements Store {
  readonly #options: SqliteStoreOptions;

  constructor(options: SqliteStoreOptions) {
    const { transactions, isShared, recentReads } = options;
    const guard = isShared ? <Result>(read: () => Result) => transactions.read(read) : undefined;
    super(options.reader, options.collections, options.id, { guard, recentReads });
    this.#options = options;
  }

  get id(): string {
    return this.storeId;
  }

  async transaction<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
    const { transactions, recentReads, collections, clock, subscribers } = this.#options;
    let hasEvents = false;
    const result = await transactions.run(async (connection) => {
      const writer = new SqliteWriter(connection, collections, this.storeId, {
        ...{ clock, subscribers, recentReads },
      });
      try {
        return await work(writer);
      } finally {
        hasEvents = writer.hasEvents;
        writer.end();
      }
    });
    if (hasEvents) transactions.announceEvents();
    return result;
  }
}
