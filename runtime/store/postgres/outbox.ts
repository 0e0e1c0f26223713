import { formatDeliveryId, parseDeliveryId } from '../delivery-id.ts';
import type { AbandonedDelivery, Delivery, Outbox, SequencedEvent, Subscriber, Waiting } from '../port.ts';
import type { Subscribers } from '../subscribers.ts';
import type { PostgresDatabase, PostgresRow } from './database.ts';
import { completeDelivery } from './outbox-sql.ts';

/**
 * The first waiting delivery of each lane (subscriber and subject): whatever comes before it is done. Instances
 * that claim at the same time skip each other's rows.
 */
const claimReady = `
  WITH ready AS (
    SELECT d.sequence, d.subscriber, d.ready_at FROM outbox_deliveries d
    WHERE d.store_id = $5 AND d.ready_at <= $1 AND d.leased_until IS NULL
      AND d.subscriber = ANY($2::text[]) AND NOT EXISTS (
      SELECT 1 FROM outbox_deliveries earlier
      WHERE earlier.store_id = d.store_id AND earlier.subscriber = d.subscriber AND earlier.subject = d.subject
        AND earlier.ready_at IS NOT NULL AND earlier.sequence < d.sequence)
    ORDER BY d.ready_at, d.sequence LIMIT greatest($3::bigint, $6::bigint) FOR UPDATE SKIP LOCKED),
  numbered AS (
    SELECT r.*, r.subscriber = ANY($7::text[]) AS is_together,
      row_number() OVER (PARTITION BY r.subscriber = ANY($7::text[]) ORDER BY r.ready_at, r.sequence) AS place
    FROM ready r),
  claimed AS (
    UPDATE outbox_deliveries d SET leased_until = $4, attempt = d.attempt + 1 FROM numbered r
    WHERE (r.is_together OR r.place <= $3::bigint) AND d.sequence = r.sequence AND d.subscriber = r.subscriber
    RETURNING d.sequence, d.subscriber, d.attempt)
  SELECT c.subscriber, c.attempt, e.* FROM claimed c JOIN outbox_events e ON e.sequence = c.sequence
  ORDER BY e.sequence, c.subscriber`;
const firstWaiting = (where: string) => `SELECT store_id, ready_at FROM outbox_deliveries
  WHERE ready_at IS NOT NULL AND leased_until IS NULL${where} ORDER BY store_id, ready_at LIMIT 1`;
/** From one store to the next: never over all deliveries. */
const selectWaiting = `WITH RECURSIVE found AS ((${firstWaiting('')}) UNION ALL
  SELECT n.* FROM found CROSS JOIN LATERAL (${firstWaiting(' AND store_id > found.store_id')}) n)
  SELECT * FROM found`;
const takeBack = 'UPDATE outbox_deliveries SET leased_until = NULL WHERE leased_until <= $1';
const nextRetry = `SELECT ready_at FROM outbox_deliveries
  WHERE store_id = $1 AND ready_at > $2 AND leased_until IS NULL ORDER BY ready_at LIMIT 1`;
const setFailed = `UPDATE outbox_deliveries SET ready_at = $1, error = $2, leased_until = NULL
  WHERE sequence = $3 AND subscriber = $4 AND attempt = $5`;
const selectEvents =
  'SELECT * FROM outbox_events WHERE store_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3';
const selectAbandoned = `SELECT d.subscriber, d.attempt, d.error, e.*
  FROM outbox_deliveries d JOIN outbox_events e ON e.sequence = d.sequence
  WHERE d.store_id = $1 AND d.ready_at IS NULL ORDER BY d.sequence DESC LIMIT $2`;
const deleteOldest = `DELETE FROM outbox_events WHERE sequence IN (
  SELECT oldest.sequence FROM (SELECT sequence, time FROM outbox_events ORDER BY sequence LIMIT $1) oldest
  WHERE oldest.time < $2
    AND NOT EXISTS (SELECT 1 FROM outbox_deliveries d WHERE d.sequence = oldest.sequence))`;

export class PostgresOutbox implements Outbox {
  readonly #database: PostgresDatabase;
  readonly #subscribers: Subscribers;
  readonly #listeners = new Set<() => void>();

  constructor(database: PostgresDatabase, subscribers: Subscribers) {
    this.#database = database;
    this.#subscribers = subscribers;
  }

  subscribe(subscribers: readonly Subscriber[]): void {
    this.#subscribers.add(subscribers);
  }

  async rest(): Promise<void> {
    // Others write to the same store, and nobody here would hear of what they do in time.
  }

  async waiting(): Promise<Waiting[]> {
    const { rows } = await this.#database.run(selectWaiting, []);
    return rows.map((row) => ({ storeId: String(row.store_id), readyAt: new Date(Number(row.ready_at)) }));
  }

  async claim(options: Parameters<Outbox['claim']>[0]): Promise<Delivery[]> {
    const { storeId, now, leaseUntil, limit, limitTogether = 0 } = options;
    const { names, together } = this.#subscribers;
    const { rows } = await this.#database.run(claimReady, [
      ...[now.getTime(), names, limit, leaseUntil.getTime(), storeId, limitTogether],
      limitTogether > 0 ? [...together] : [],
    ]);
    return rows.map(delivery);
  }

  async takeBack({ now }: Parameters<Outbox['takeBack']>[0]): Promise<void> {
    await this.#database.run(takeBack, [now.getTime()]);
  }

  async nextRetryAt(storeId: string, after: Date): Promise<Date | undefined> {
    const [row] = (await this.#database.run(nextRetry, [storeId, after.getTime()])).rows;
    return row && new Date(Number(row.ready_at));
  }

  async complete(_storeId: string, deliveryId: string): Promise<void> {
    await completeDelivery(this.#database, deliveryId);
  }

  async fail(...[_storeId, deliveryId, error, retryAt]: Parameters<Outbox['fail']>): Promise<void> {
    const { sequence, attempt, subscriber } = parseDeliveryId(deliveryId);
    // A text column takes anything but U+0000.
    const text = error.replaceAll('\0', '\ufffd');
    await this.#database.run(setFailed, [retryAt?.getTime() ?? null, text, sequence, subscriber, attempt]);
  }

  async events(
    storeId: string,
    { after, limit }: Parameters<Outbox['events']>[1],
  ): Promise<SequencedEvent[]> {
    const { rows } = await this.#database.run(selectEvents, [storeId, after, limit]);
    return rows.map(sequencedEvent);
  }

  async abandoned(storeId: string, { limit }: { readonly limit: number }): Promise<AbandonedDelivery[]> {
    const { rows } = await this.#database.run(selectAbandoned, [storeId, limit]);
    return rows.map((row) => ({ ...delivery(row), error: String(row.error) }));
  }

  async forget({ before, limit }: Parameters<Outbox['forget']>[0]): Promise<number> {
    return (await this.#database.run(deleteOldest, [limit, before.toISOString()])).rowCount;
  }

  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

function delivery(row: PostgresRow): Delivery {
  const event = sequencedEvent(row);
  const subscriber = String(row.subscriber);
  const attempt = Number(row.attempt);
  const id = formatDeliveryId({ sequence: event.sequence, attempt, subscriber });
  return { id, subscriber, event, attempt };
}

function sequencedEvent(row: PostgresRow): SequencedEvent {
  return {
    sequence: Number(row.sequence),
    storeId: String(row.store_id),
    id: String(row.id),
    type: String(row.type),
    subject: String(row.subject),
    time: String(row.time),
    traceId: String(row.trace_id),
    data: JSON.parse(String(row.data)),
  };
}
