import { parseDeliveryId } from '../delivery-id.ts';
import type { OutboxEvent } from '../port.ts';
import { familyOf, type Subscribers } from '../subscribers.ts';
import type { PostgresSession } from './database.ts';

/** The same tables as in SQLite, see `sqlite/outbox-sql.ts`. */
export const createOutbox = `
  CREATE SEQUENCE IF NOT EXISTS outbox_sequence;
  CREATE TABLE IF NOT EXISTS outbox_events (
    sequence bigint PRIMARY KEY, store_id text COLLATE "C" NOT NULL, id text NOT NULL, type text NOT NULL,
    subject text NOT NULL, time text COLLATE "C" NOT NULL, trace_id text NOT NULL, data text NOT NULL
  );
  CREATE INDEX IF NOT EXISTS outbox_events_by_store ON outbox_events (store_id, sequence);
  CREATE TABLE IF NOT EXISTS outbox_deliveries (
    sequence bigint NOT NULL, subscriber text COLLATE "C" NOT NULL, store_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL, ready_at bigint, attempt integer NOT NULL, error text, leased_until bigint,
    PRIMARY KEY (sequence, subscriber)
  );
  CREATE INDEX IF NOT EXISTS outbox_deliveries_waiting ON outbox_deliveries (store_id, ready_at, sequence)
    WHERE ready_at IS NOT NULL AND leased_until IS NULL;
  CREATE INDEX IF NOT EXISTS outbox_deliveries_leased ON outbox_deliveries (leased_until)
    WHERE leased_until IS NOT NULL;
  CREATE INDEX IF NOT EXISTS outbox_deliveries_lane
    ON outbox_deliveries (store_id, subscriber, subject, sequence) WHERE ready_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS outbox_deliveries_abandoned ON outbox_deliveries (store_id, sequence)
    WHERE ready_at IS NULL;
  CREATE TABLE IF NOT EXISTS outbox_families (
    store_id text COLLATE "C" NOT NULL, family text COLLATE "C" NOT NULL, sequence bigint NOT NULL,
    PRIMARY KEY (store_id, family)
  );
`;

/** What a table of version 1 lacks, where a claim had `ready_at` for its lease, too. */
export const addLeases = `
  ALTER TABLE outbox_deliveries ADD COLUMN leased_until bigint;
  DROP INDEX outbox_deliveries_ready;
`;

const lockStore = "SELECT pg_advisory_xact_lock(hashtextextended('headlesspro outbox ' || $1, 0))";
const insertEvents = `
  WITH numbered AS MATERIALIZED (
    SELECT nextval('outbox_sequence') AS sequence, e.* FROM (
      SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
        WITH ORDINALITY AS e(id, type, subject, time, trace_id, data, family, place) ORDER BY place) e),
  events AS (
    INSERT INTO outbox_events SELECT sequence, $1, id, type, subject, time, trace_id, data FROM numbered),
  families AS (
    INSERT INTO outbox_families SELECT $1, family, max(sequence) FROM numbered GROUP BY family
    ON CONFLICT (store_id, family) DO UPDATE SET sequence = excluded.sequence)
  INSERT INTO outbox_deliveries
    SELECT n.sequence, s.subscriber, $1, n.subject, 0, 0, NULL, NULL
    FROM unnest($9::bigint[], $10::text[]) AS s(place, subscriber) JOIN numbered n ON n.place = s.place`;
const latest = `SELECT coalesce(max(sequence), 0) AS sequence FROM outbox_families
  WHERE store_id = $1 AND NOT family = ANY($2::text[])`;

/**
 * Writes events and hands each to its subscribers, in the transaction that is open. The lock is held until it
 * ends, so that within a store a later number is a later commit, and no reader of the log skips one.
 */
export async function appendEvents(
  session: PostgresSession,
  storeId: string,
  events: readonly OutboxEvent[],
  subscribers: Subscribers,
): Promise<void> {
  await session.run(lockStore, [storeId]);
  const deliveries = events.flatMap(({ type }, place) =>
    subscribers.handedTo(type, storeId).map((subscriber) => ({ place: place + 1, subscriber })),
  );
  await session.run(insertEvents, [
    storeId,
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    events.map(({ subject }) => subject),
    events.map(({ time }) => time),
    events.map(({ traceId }) => traceId),
    events.map(({ data }) => JSON.stringify(data ?? null)),
    events.map(({ type }) => familyOf(type)),
    deliveries.map(({ place }) => place),
    deliveries.map(({ subscriber }) => subscriber),
  ]);
}

/** Whether the attempt that the id names was still the latest one. */
export async function completeDelivery(session: PostgresSession, deliveryId: string): Promise<boolean> {
  const { sequence, attempt, subscriber } = parseDeliveryId(deliveryId);
  const sql = 'DELETE FROM outbox_deliveries WHERE sequence = $1 AND subscriber = $2 AND attempt = $3';
  return (await session.run(sql, [sequence, subscriber, attempt])).rowCount > 0;
}

/** The latest sequence of each family is kept beside the log, so that this never reads the log. */
export async function latestSequence(
  session: PostgresSession,
  storeId: string,
  ignoringFamilies: readonly string[],
): Promise<number> {
  const { rows } = await session.run(latest, [storeId, ignoringFamilies]);
  return Number(rows[0]?.sequence ?? 0);
}
