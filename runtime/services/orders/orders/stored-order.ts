import type { Static } from 'typebox';
import type { Order as OrderSchema } from '../../../contract/orders/index.ts';
import { collection, type NewDocument, type StoredDocument } from '../../../store/port.ts';

export type Order = Static<typeof OrderSchema>;
export type OrderLine = Order['lines'][number];
export type OrderPayment = Order['payments'][number];

/** Committed stock of an order: units of a variant under one reservation. */
export interface HeldStock {
  readonly variantId: string;
  readonly reservationId: string;
  readonly quantity: number;
}

/** An order as it is stored: as it is answered, and what only the service needs to know. */
export interface StoredOrder extends Order {
  readonly internal: {
    /** SHA-256 of the token that reaches it; null where none does. */
    readonly tokenDigest: string | null;
    /** What is in no fulfilment yet, in the order of the variants' ids. */
    readonly stock: readonly HeldStock[];
    /** Refunds that are asked for and have not arrived in `refunded`, in minor units. */
    readonly refunding: readonly {
      readonly refundId: string;
      readonly paymentId: string;
      readonly amount: number;
    }[];
    /** What of payments of the balance is being taken, in minor units: two at a time take no more than is owed. */
    readonly capturing: readonly { readonly paymentId: string; readonly amount: number }[];
    readonly fulfilmentCount: number;
    readonly returnCount: number;
    /** When money that is to be given back or released is looked after again; null where none is. */
    readonly moneyDueAt: string | null;
  };
}

/** What lists can be filtered by together: every combination is one row of the index. */
function groupsOf({
  state,
  paymentState,
  fulfilmentState,
  channel,
}: Pick<StoredOrder, 'state' | 'paymentState' | 'fulfilmentState' | 'channel'>): string[] {
  const facts = [
    `state:${state}`,
    `payment:${paymentState}`,
    `fulfilment:${fulfilmentState}`,
    `channel:${channel}`,
  ];
  let groups = [''];
  for (const fact of facts)
    groups = groups.concat(groups.map((group) => (group === '' ? fact : `${group} ${fact}`)));
  return groups;
}

export const orders = collection<StoredOrder, 'email' | 'note' | 'shippingAddress' | 'billingAddress'>({
  name: 'orders',
  sealed: { email: true, note: true, shippingAddress: true, billingAddress: true },
  indexes: {
    byNumber: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'number', type: 'text' },
      ],
      unique: true,
      keys: ({ number }) => [[1, number]],
    },
    byCart: {
      version: 1,
      columns: [{ name: 'cartId', type: 'text' }],
      unique: true,
      keys: ({ cartId }) => (cartId === null ? [] : [[cartId]]),
    },
    byPlaced: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'placedAt', type: 'text' },
      ],
      keys: (order) => [
        ...groupsOf(order).map((group) => [group, order.placedAt]),
        ...(order.customerId === null ? [] : [[`customer:${order.customerId}`, order.placedAt]]),
        ...order.tags.map((tag) => [`tag:${tag}`, order.placedAt]),
      ],
    },
    byMoneyDue: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'dueAt', type: 'text' },
      ],
      keys: ({ internal }) => (internal.moneyDueAt === null ? [] : [[1, internal.moneyDueAt]]),
    },
  },
});

/** The last number given out. All orders of a store queue here until their transaction ends. */
export interface OrderCounter extends StoredDocument {
  readonly last: number;
}

export const orderCounters = collection<OrderCounter>({ name: 'order_counters', indexes: {} });

/** An order as callers see it. */
export function presentOrder({ internal: _internal, ...order }: StoredOrder): Order {
  return order;
}

export type NewOrder = NewDocument<StoredOrder>;
