import type { Clock } from '../../../runtime/context/context.ts';
import type { OutboxEvent } from '../../../runtime/store/index.ts';
import type { DocumentChange, EntryDescription, NewEntry } from './entry.ts';
import type { Journal } from './journal.ts';
import { messageBody } from './message-body.ts';
import type { Committed } from './witness-engine.ts';

/** Book-keeping of the platform itself, and what is only counted or found by. */
const unseen =
  /^(?:idempotency_records|keys|.*_counters|.*_searches|analytics_.*|listing_refreshes|product_listings)$/;
const listedChanges = 100;

/** What a mail's event is called after the dot is what has become of it. */
function mailState(type: string): string | null {
  return type.startsWith('mail.') ? type.slice('mail.'.length) : null;
}

function eventEntry(storeId: string, event: OutboxEvent): NewEntry {
  const state = mailState(event.type);
  return {
    kind: state === null ? 'event' : 'mail',
    at: event.time,
    describe: (): EntryDescription => ({
      ...{ storeId, traceId: event.traceId, title: event.type, type: event.type, endpoint: null },
      ...{ status: state, isFailure: state === 'failed', durationMs: null, subject: event.subject },
      detail: {
        eventId: event.id,
        ...dataOf(event),
      },
    }),
  };
}

function dataOf({ data }: OutboxEvent): EntryDescription['detail'] {
  const body = messageBody('application/json', data);
  return body === null ? {} : { data: body };
}

/** `orders, payments (2)` */
function collectionsOf(changes: readonly DocumentChange[]): string {
  const counts = new Map<string, number>();
  for (const { collection } of changes) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count})`)).join(', ');
}

function changeEntry(
  { storeId, events }: Committed,
  changes: readonly DocumentChange[],
  at: string,
): NewEntry {
  const [event] = events;
  return {
    kind: 'change',
    at,
    describe: (): EntryDescription => ({
      ...{ storeId, traceId: event?.traceId ?? null, title: collectionsOf(changes) },
      ...{ type: changes[0]?.collection ?? null, endpoint: null, status: null, isFailure: false },
      ...{ durationMs: null, subject: event?.subject ?? changes[0]?.id ?? null },
      detail: {
        changes: changes.slice(0, listedChanges),
        furtherChanges: Math.max(0, changes.length - listedChanges),
      },
    }),
  };
}

/** Writes down what a transaction changed, and the events that it caused. */
export function journalCommit(
  journal: Pick<Journal, 'add'>,
  clockOf: (storeId: string) => Clock,
  committed: Committed,
): void {
  const { storeId, events } = committed;
  const changes = committed.changes.filter(({ collection }) => !unseen.test(collection));
  if (changes.length > 0) journal.add(changeEntry(committed, changes, clockOf(storeId).now().toISOString()));
  for (const event of events) journal.add(eventEntry(storeId, event));
}
