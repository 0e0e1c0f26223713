import type { Store, StoreClock, Writer } from '../port.ts';
import type { Subscribers } from '../subscribers.ts';
import type { PostgresCollections } from './collections.ts';
import type { PostgresDatabase } from './database.ts';
import type { PostgresOutbox } from './outbox.ts';
import { PostgresReader } from './reader.ts';
import { runTransaction } from './transactions.ts';
import { PostgresWriter } from './writer.ts';

export interface PostgresStoreOptions {
  readonly id: string;
  readonly database: PostgresDatabase;
  readonly collections: PostgresCollections;
  readonly clock: StoreClock;
  readonly subscribers: Subscribers;
  readonly outbox: PostgresOutbox;
}

export class PostgresStore extends PostgresReader implements Store {
  readonly #options: PostgresStoreOptions;

  constructor(options: PostgresStoreOptions) {
    super(options.database, options.collections, options.id);
    this.#options = options;
  }

  get id(): string {
    return this.storeId;
  }

  async transaction<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
    const { database, collections, clock, subscribers, outbox } = this.#options;
    let hasEvents = false;
    const result = await runTransaction(database, async (session) => {
      const writer = new PostgresWriter(session, collections, this.storeId, clock, subscribers);
      try {
        const answer = await work(writer);
        await writer.flush();
        return answer;
      } finally {
        hasEvents = writer.hasEvents;
        writer.end();
      }
    });
    if (hasEvents) outbox.announce();
    return result;
  }
}
