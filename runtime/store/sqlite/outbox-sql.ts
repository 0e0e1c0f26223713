import { parseDeliveryId } from '../delivery-id.ts';
import type { OutboxEvent } from '../port.ts';
import { familyOf, type Subscribers } from '../subscribers.ts';
import type { SqliteConnection } from './connection.ts';

/**
 * An event is a row for ever (until it is forgotten); a delivery is a row only until it is done. `ready_at` says
 * when a delivery may be claimed, by the clock of its store: 0 for at once, or the time of a retry; null once it is
 * given up. `leased_until` says how long it is a claimer's, by the clock of the machine. The indexes leave out what is
 * given up, so nothing old slows a claim down.
 */
export const createOutbox = `
  CREATE TABLE IF NOT EXISTS outbox_events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, store_id TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
    subject TEXT NOT NULL, time TEXT NOT NULL, trace_id TEXT NOT NULL, data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS outbox_events_by_store ON outbox_events (store_id, sequence);
  CREATE TABLE IF NOT EXISTS outbox_deliveries (
    sequence INTEGER NOT NULL, subscriber TEXT NOT NULL, store_id TEXT NOT NULL, subject TEXT NOT NULL,
    ready_at INTEGER, attempt INTEGER NOT NULL, error TEXT, leased_until INTEGER,
    PRIMARY KEY (sequence, subscriber)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS outbox_deliveries_waiting ON outbox_deliveries (store_id, ready_at, sequence)
    WHERE ready_at IS NOT NULL AND leased_until IS NULL;
  CREATE INDEX IF NOT EXISTS outbox_deliveries_leased ON outbox_deliveries (leased_until)
    WHERE leased_until IS NOT NULL;
  CREATE INDEX IF NOT EXISTS outbox_deliveries_lane
    ON outbox_deliveries (store_id, subscriber, subject, sequence) WHERE ready_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS outbox_deliveries_abandoned ON outbox_deliveries (store_id, sequence)
    WHERE ready_at IS NULL;
  CREATE TABLE IF NOT EXISTS outbox_families (
    store_id TEXT NOT NULL, family TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (store_id, family)
  ) STRICT, WITHOUT ROWID;
`;

/** What a table of version 1 lacks, where a claim had `ready_at` for its lease, too. */
export const addLeases = `
  ALTER TABLE outbox_deliveries ADD COLUMN leased_until INTEGER;
  DROP INDEX outbox_deliveries_ready;
`;

const insertEvent = `INSERT INTO outbox_events (store_id, id, type, subject, time, trace_id, data)
  VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING sequence`;
const insertDelivery = `INSERT INTO outbox_deliveries VALUES (?, ?, ?, ?, 0, 0, NULL, NULL)`;

const raiseFamily = `INSERT INTO outbox_families VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET sequence = excluded.sequence`;
const latest = `SELECT max(sequence) AS sequence FROM outbox_families
  WHERE store_id = ? AND family NOT IN (SELECT value FROM json_each(?))`;

/** Writes events and hands each to its subscribers, in the transaction that is open. */
export function appendEvents(
  connection: SqliteConnection,
  storeId: string,
  events: readonly OutboxEvent[],
  subscribers: Subscribers,
): void {
  const event = connection.statement(insertEvent);
  const delivery = connection.statement(insertDelivery);
  const families = new Map<string, number>();
  for (const { id, type, subject, time, traceId, data } of events) {
    const row = event.get(storeId, id, type, subject, time, traceId, JSON.stringify(data ?? null));
    const sequence = Number(row?.sequence);
    for (const subscriber of subscribers.handedTo(type, storeId))
      delivery.run(sequence, subscriber, storeId, subject);
    families.set(familyOf(type), sequence);
  }
  for (const [family, sequence] of families) connection.statement(raiseFamily).run(storeId, family, sequence);
}

/** The latest sequence of each family is kept beside the log, so that this never reads the log. */
export function latestSequence(
  connection: SqliteConnection,
  storeId: string,
  ignoringFamilies: readonly string[],
): number {
  return Number(connection.statement(latest).get(storeId, JSON.stringify(ignoringFamilies))?.sequence ?? 0);
}

/** Whether the attempt that the id names was still the latest one. */
export function completeDelivery(connection: SqliteConnection, deliveryId: string): boolean {
  const { sequence, attempt, subscriber } = parseDeliveryId(deliveryId);
  const sql = 'DELETE FROM outbox_deliveries WHERE sequence = ? AND subscriber = ? AND attempt = ?';
  return connection.statement(sql).run(sequence, subscriber, attempt) > 0;
}
