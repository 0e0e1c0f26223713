import { type Collection, collection, type Store, type StoredDocument } from '../../../runtime/store/port.ts';

export interface PartnerLine {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly shipped: number;
  /** Will not come: there is none. */
  readonly short: number;
}

export interface PartnerShipment {
  readonly id: string;
  readonly state: 'shipped' | 'delivered' | 'cancelled';
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly trackingNumber: string;
  readonly at: string;
}

/** An order as the partner has it; its id is the shop's own for it. */
export interface PartnerOrder extends StoredDocument {
  readonly number: string;
  readonly state: 'open' | 'in_parts' | 'shipped' | 'refused' | 'cancelled';
  readonly recipient: string;
  readonly currency: string;
  readonly total: number;
  readonly lines: readonly PartnerLine[];
  readonly shipments: readonly PartnerShipment[];
  readonly invoices: readonly string[];
}

/** An item of the partner's; its id is its SKU. */
export interface PartnerItem extends StoredDocument {
  readonly title: string;
  readonly onHand: number;
  readonly barcode: string;
  readonly grams: number | null;
  /** When it was last counted or changed. */
  readonly asOf: string;
}

/** A request as it came. */
export interface PartnerMessage extends StoredDocument {
  readonly at: string;
  readonly http: string;
  readonly idempotencyKey: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

export interface CallbackAttempt {
  readonly at: string;
  /** Null where there was no answer. */
  readonly status: number | null;
  readonly text: string;
}

/** What is to be sent to one address. `messageId` is the same for each attempt, and for a duplicate. */
export interface PartnerCallback extends StoredDocument {
  readonly messageId: string;
  readonly type: string;
  readonly hookId: string;
  readonly body: string;
  readonly state: 'pending' | 'sent' | 'failed';
  readonly dueAt: string;
  readonly queuedAt: string;
  readonly order: number;
  /** Signed with a secret that nobody has. */
  readonly isBadlySigned: boolean;
  readonly attempts: readonly CallbackAttempt[];
}

export interface PartnerHook extends StoredDocument {
  readonly url: string;
  readonly secret: string;
}

/** Counts what is numbered: shipments, invoices, messages. */
export interface PartnerCounter extends StoredDocument {
  readonly last: number;
}

const all = { name: 'all', type: 'integer' } as const;
const at = { name: 'at', type: 'text' } as const;

// What a shop tells its partner of people is as personal here as it is there.
export const partnerOrders = collection<PartnerOrder, 'recipient'>({
  name: 'partner_orders',
  sealed: { recipient: true },
  indexes: {
    byTime: { version: 1, columns: [all, at], keys: ({ createdAt }) => [[1, createdAt]] },
  },
});
export const partnerItems = collection<PartnerItem>({
  name: 'partner_items',
  indexes: {
    bySku: { version: 1, columns: [all, { name: 'sku', type: 'text' }], keys: ({ id }) => [[1, id]] },
  },
});
export const partnerMessages = collection<PartnerMessage, 'body' | 'answer'>({
  name: 'partner_messages',
  sealed: { body: true, answer: true },
  indexes: {
    byTime: { version: 1, columns: [all, at], keys: (message) => [[1, message.at]] },
    byKey: {
      version: 1,
      columns: [{ name: 'key', type: 'text' }],
      keys: ({ idempotencyKey }) => (idempotencyKey === null ? [] : [[idempotencyKey]]),
    },
  },
});
export const partnerCallbacks = collection<PartnerCallback, 'body' | 'attempts'>({
  name: 'partner_callbacks',
  sealed: { body: true, attempts: true },
  indexes: {
    byTime: {
      version: 1,
      columns: [all, at, { name: 'order', type: 'integer' }],
      keys: ({ queuedAt, order }) => [[1, queuedAt, order]],
    },
    due: {
      version: 1,
      columns: [all, at, { name: 'order', type: 'integer' }],
      keys: ({ state, dueAt, order }) => (state === 'pending' ? [[1, dueAt, order]] : []),
    },
  },
});
export const partnerHooks = collection<PartnerHook, 'secret'>({
  name: 'partner_hooks',
  sealed: { secret: true },
  indexes: {
    byTime: { version: 1, columns: [all, at], keys: ({ createdAt }) => [[1, createdAt]] },
  },
});
export const partnerCounters = collection<PartnerCounter>({ name: 'partner_counters', indexes: {} });

// A collection is stored by its documents' own type; an engine takes collections of all types.
export const partnerCollections = [
  ...[partnerOrders, partnerItems, partnerMessages, partnerCallbacks, partnerHooks, partnerCounters],
] as unknown as readonly Collection[];

/** Whether a callback waits to be sent, so that the simulator has to run unasked. */
export async function hasPendingCallbacks(store: Store): Promise<boolean> {
  const due = await store.queryIds(partnerCallbacks as unknown as Collection, {
    ...{ index: 'due', where: { all: 1 }, pageSize: 1 },
  });
  return due.items.length > 0;
}
