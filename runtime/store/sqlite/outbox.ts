import { formatDeliveryId, parseDeliveryId } from '../delivery-id.ts';
import type { AbandonedDelivery, Delivery, Outbox, SequencedEvent, Subscriber, Waiting } from '../port.ts';
import type { Subscribers } from '../subscribers.ts';
import type { SqliteConnection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { completeDelivery } from './outbox-sql.ts';
import { limitParameter } from './sql.ts';
import type { Transactions } from './transactions.ts';

/** From one store to the next: never over all deliveries. */
const nextWaiting = `SELECT store_id, ready_at FROM outbox_deliveries INDEXED BY outbox_deliveries_waiting
  WHERE ready_at IS NOT NULL AND leased_until IS NULL AND store_id > ? ORDER BY store_id, ready_at LIMIT 1`;
const anyLeaseOver = 'SELECT 1 FROM outbox_deliveries WHERE leased_until <= ? LIMIT 1';
const takeBack = 'UPDATE outbox_deliveries SET leased_until = NULL WHERE leased_until <= ?';
const nextRetry = `SELECT ready_at FROM outbox_deliveries INDEXED BY outbox_deliveries_waiting
  WHERE store_id = ? AND ready_at > ? AND leased_until IS NULL ORDER BY ready_at LIMIT 1`;

/**
 * The first waiting delivery of each lane (subscriber and subject): whatever comes before it is done. Without its event,
 * because most of what is found is left to a later claim.
 */
const selectReady = `SELECT d.sequence AS sequence, d.subscriber AS subscriber, d.attempt AS attempt
  FROM outbox_deliveries d INDEXED BY outbox_deliveries_waiting
  WHERE d.store_id = ? AND d.ready_at <= ? AND d.leased_until IS NULL AND d.subscriber IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
    SELECT 1 FROM outbox_deliveries earlier
    WHERE earlier.store_id = d.store_id AND earlier.subscriber = d.subscriber AND earlier.subject = d.subject
      AND earlier.ready_at IS NOT NULL AND earlier.sequence < d.sequence)
  ORDER BY d.ready_at, d.sequence ${limitParameter}`;
const anyOfSubscriber = `SELECT 1 FROM outbox_deliveries INDEXED BY outbox_deliveries_lane
  WHERE store_id = ? AND subscriber = ? AND ready_at IS NOT NULL LIMIT 1`;
const lease = `UPDATE outbox_deliveries SET leased_until = ?, attempt = attempt + 1
  WHERE sequence = ? AND subscriber = ?`;
const laterOfTypes = `SELECT 1 FROM outbox_events
  WHERE store_id = ? AND sequence > ? AND type IN (SELECT value FROM json_each(?)) LIMIT 1`;
const spare = `DELETE FROM outbox_deliveries WHERE store_id = ? AND subscriber = ? AND ready_at IS NOT NULL
  AND leased_until IS NULL AND sequence > ?`;
const setFailed = `UPDATE outbox_deliveries SET ready_at = ?, error = ?, leased_until = NULL
  WHERE sequence = ? AND subscriber = ? AND attempt = ?`;
const selectEvent = 'SELECT * FROM outbox_events WHERE sequence = ?';
const selectEvents = `SELECT * FROM outbox_events WHERE store_id = ? AND sequence > ? ORDER BY sequence ${limitParameter}`;
const selectAbandoned = `SELECT d.subscriber AS subscriber, d.attempt AS attempt, d.error AS error, e.*
  FROM outbox_deliveries d CROSS JOIN outbox_events e ON e.sequence = d.sequence
  WHERE d.store_id = ? AND d.ready_at IS NULL ORDER BY d.sequence DESC ${limitParameter}`;
const deleteOldest = `DELETE FROM outbox_events WHERE sequence IN (
  SELECT sequence FROM (SELECT sequence, time FROM outbox_events ORDER BY sequence ${limitParameter}) oldest
  WHERE time < ? AND NOT EXISTS (SELECT 1 FROM outbox_deliveries d WHERE d.sequence = oldest.sequence))`;

export class SqliteOutbox implements Outbox {
  readonly #transactions: Transactions;
  readonly #reader: SqliteConnection;
  readonly #subscribers: Subscribers;

  constructor(transactions: Transactions, reader: SqliteConnection, subscribers: Subscribers) {
    this.#transactions = transactions;
    this.#reader = reader;
    this.#subscribers = subscribers;
  }

  subscribe(subscribers: readonly Subscriber[]): void {
    this.#subscribers.add(subscribers);
  }

  async rest(storeId: string, subscriber: string, sequence: number): Promise<void> {
    if (this.#subscribers.isResting(subscriber, storeId)) return;
    const rousing = JSON.stringify(this.#subscribers.rousing(subscriber));
    // As a writer: what rouses it is either there to be seen, or comes afterwards.
    await this.#transactions.run((connection) => {
      const isRoused = connection.statement(laterOfTypes).get(storeId, sequence, rousing);
      if (isRoused) return;
      this.#subscribers.rest(subscriber, storeId);
      connection.statement(spare).run(storeId, subscriber, sequence);
    });
  }

  async waiting(): Promise<Waiting[]> {
    return this.#transactions.read(() => {
      const found: Waiting[] = [];
      const next = this.#reader.statement(nextWaiting);
      for (let row = next.get(''); row; row = next.get(String(row.store_id))) {
        found.push({ storeId: String(row.store_id), readyAt: new Date(Number(row.ready_at)) });
      }
      return found;
    });
  }

  async claim(options: Parameters<Outbox['claim']>[0]): Promise<Delivery[]> {
    const { storeId, now, leaseUntil, limit, limitTogether = 0 } = options;
    return this.#transactions.run((connection) => {
      const { names } = this.#subscribers;
      const together = limitTogether > 0 ? this.#waitingTogether(connection, storeId) : [];
      const most = together.length > 0 ? Math.max(limit, limitTogether) : limit;
      const ready = connection
        .statement(selectReady)
        .all(storeId, now.getTime(), JSON.stringify(names), most);
      let alone = 0;
      const rows = ready.filter(
        ({ subscriber }) => together.includes(subscriber as string) || ++alone <= limit,
      );
      return rows.flatMap((row) => {
        const sequence = row.sequence as number;
        const event = connection.statement(selectEvent).get(sequence);
        if (!event) return [];
        connection.statement(lease).run(leaseUntil.getTime(), sequence, row.subscriber as string);
        return [delivery(row, sequencedEvent(event))];
      });
    });
  }

  /** Most often none of them wait, and then a claim need not look further than at what it takes. */
  #waitingTogether(connection: SqliteConnection, storeId: string): string[] {
    const any = connection.statement(anyOfSubscriber);
    return [...this.#subscribers.together].filter((name) => any.get(storeId, name));
  }

  async takeBack({ now }: Parameters<Outbox['takeBack']>[0]): Promise<void> {
    const time = now.getTime();
    // Most calls find nothing; they should not take the writer's lock to learn that.
    const isAny = await this.#transactions.read(() => this.#reader.statement(anyLeaseOver).get(time));
    if (isAny) await this.#transactions.run((connection) => connection.statement(takeBack).run(time));
  }

  async nextRetryAt(storeId: string, after: Date): Promise<Date | undefined> {
    const row = await this.#transactions.read(() =>
      this.#reader.statement(nextRetry).get(storeId, after.getTime()),
    );
    return row && new Date(Number(row.ready_at));
  }

  async complete(_storeId: string, deliveryId: string): Promise<void> {
    await this.#transactions.run((connection) => completeDelivery(connection, deliveryId));
  }

  async fail(...[_storeId, deliveryId, error, retryAt]: Parameters<Outbox['fail']>): Promise<void> {
    const { sequence, attempt, subscriber } = parseDeliveryId(deliveryId);
    await this.#transactions.run((connection) =>
      connection.statement(setFailed).run(retryAt?.getTime() ?? null, error, sequence, subscriber, attempt),
    );
  }

  async events(
    storeId: string,
    { after, limit }: Parameters<Outbox['events']>[1],
  ): Promise<SequencedEvent[]> {
    return this.#transactions.read(() =>
      this.#reader.statement(selectEvents).all(storeId, after, limit).map(sequencedEvent),
    );
  }

  async abandoned(storeId: string, { limit }: { readonly limit: number }): Promise<AbandonedDelivery[]> {
    const rows = await this.#transactions.read(() =>
      this.#reader.statement(selectAbandoned).all(storeId, limit),
    );
    return rows.map((row) => ({
      id: formatDeliveryId({
        sequence: row.sequence as number,
        attempt: row.attempt as number,
        subscriber: row.subscriber as string,
      }),
      subscriber: row.subscriber as string,
      event: sequencedEvent(row),
      attempt: row.attempt as number,
      error: String(row.error),
    }));
  }

  async forget({ before, limit }: Parameters<Outbox['forget']>[0]): Promise<number> {
    return this.#transactions.run((connection) =>
      connection.statement(deleteOldest).run(limit, before.toISOString()),
    );
  }

  onCommit(listener: () => void): () => void {
    return this.#transactions.onEvents(listener);
  }
}

/** The row as it was before this claim raised its attempt. */
function delivery(row: SqliteRow, event: SequencedEvent): Delivery {
  const subscriber = row.subscriber as string;
  const attempt = (row.attempt as number) + 1;
  const id = formatDeliveryId({ sequence: event.sequence, attempt, subscriber });
  return { id, subscriber, event, attempt };
}

function sequencedEvent(row: SqliteRow): SequencedEvent {
  return {
    sequence: row.sequence as number,
    storeId: row.store_id as string,
    id: row.id as string,
    type: row.type as string,
    subject: row.subject as string,
    time: row.time as string,
    traceId: row.trace_id as string,
    data: JSON.parse(row.data as string),
  };
}
