import { type Collection, collection, type Store, type StoredDocument } from '../../../runtime/store/port.ts';

/** Anything that Stripe gives an id, as it goes to the wire, beside what Stripe knows of it and does not show. */
export interface ObjectDocument extends StoredDocument {
  readonly account: string;
  /** Its `object` member: `payment_intent`. */
  readonly type: string;
  /** Unix seconds of business time. */
  readonly created: number;
  /** Puts those of one second in the order in which they were made. */
  readonly sequence: number;
  /** Name and value of each filter of a list or a search that finds it. Empty once it was deleted. */
  readonly foundBy: readonly (readonly [string, string])[];
  readonly object: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly hidden: Readonly<Record<string, unknown>>;
}

export const objects = collection<ObjectDocument>({
  name: 'stripe_objects',
  indexes: {
    found_by: {
      version: 1,
      columns: [
        { name: 'account', type: 'text' },
        { name: 'type', type: 'text' },
        { name: 'filter', type: 'text' },
        { name: 'value', type: 'text' },
        { name: 'created', type: 'integer' },
        { name: 'sequence', type: 'integer' },
      ],
      keys: ({ account, type, created, sequence, foundBy }) =>
        foundBy.map(([filter, value]) => [account, type, filter, value, created, sequence]),
    },
  },
});

/** The first answer to a request that carried an `Idempotency-Key`. Its id is the account and the key. */
export interface IdempotencyDocument extends StoredDocument {
  readonly requestId: string;
  /** A keyed hash of method, path and parameters: bodies may carry card numbers. */
  readonly digest: string;
  readonly status: number;
  readonly body: unknown;
  /** Unix seconds. */
  readonly expires: number;
}

export const idempotencyRecords = collection<IdempotencyDocument>({
  name: 'stripe_idempotency_records',
  indexes: {
    by_expiry: {
      version: 1,
      columns: [{ name: 'expires', type: 'integer' }],
      keys: ({ expires }) => [[expires]],
    },
  },
});

export interface DeliveryAttempt {
  /** Business time, RFC 3339. */
  readonly at: string;
  /** Null where no answer came. */
  readonly status: number | null;
  /** The beginning of what was answered, or why nothing was. */
  readonly answer: string;
}

/** One event on its way to one webhook endpoint, kept with every attempt. */
export interface DeliveryDocument extends StoredDocument {
  readonly account: string;
  readonly event: string;
  readonly endpoint: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  /** Milliseconds of business time at which it is tried next. */
  readonly due: number;
  readonly sequence: number;
  readonly attempts: readonly DeliveryAttempt[];
}

export const deliveries = collection<DeliveryDocument>({
  name: 'stripe_webhook_deliveries',
  indexes: {
    by_state: {
      version: 1,
      columns: [
        { name: 'state', type: 'text' },
        { name: 'due', type: 'integer' },
        { name: 'sequence', type: 'integer' },
      ],
      keys: ({ state, due, sequence }) => [[state, due, sequence]],
    },
    by_event: {
      version: 1,
      columns: [{ name: 'event', type: 'text' }],
      keys: ({ event }) => [[event]],
    },
  },
});

/** What happens by itself when its time has come: a hold runs out, a refund settles. */
export interface TaskDocument extends StoredDocument {
  readonly account: string;
  readonly action: string;
  /** The object that it happens to. */
  readonly subject: string;
  /** Milliseconds of business time. */
  readonly due: number;
}

export const tasks = collection<TaskDocument>({
  name: 'stripe_tasks',
  indexes: {
    by_due: {
      version: 1,
      columns: [{ name: 'due', type: 'integer' }],
      keys: ({ due }) => [[due]],
    },
  },
});

// A collection is stored by its documents' own type; an engine takes collections of all types.
export const stripeCollections = [
  objects,
  idempotencyRecords,
  deliveries,
  tasks,
] as unknown as readonly Collection[];

/** Whether something is to be sent or to happen by itself, so that the simulator has to run unasked. */
export async function hasPendingWork(store: Store): Promise<boolean> {
  const [task, delivery] = await Promise.all([
    store.queryIds(tasks as unknown as Collection, { index: 'by_due', where: {}, pageSize: 1 }),
    store.queryIds(deliveries as unknown as Collection, {
      ...{ index: 'by_state', where: { state: 'pending' }, pageSize: 1 },
    }),
  ]);
  return task.items.length + delivery.items.length > 0;
}
