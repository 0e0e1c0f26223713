import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import { orders, type StoredOrder } from '../orders/stored-order.ts';
import { emailWord, nameWords, plainWords } from './order-words.ts';

/** What an order is found by, beside it: written after it, so that placing an order doesn't wait for it. */
interface OrderSearch extends StoredDocument {
  readonly placedAt: string;
  /** Digests of e-mail address and names, and SKUs as they are. */
  readonly words: readonly string[];
}

export const orderSearches = collection<OrderSearch>({
  name: 'order_searches',
  indexes: {
    byWord: {
      version: 1,
      columns: [
        { name: 'word', type: 'text' },
        { name: 'placedAt', type: 'text' },
      ],
      keys: ({ words, placedAt }) => words.map((word) => [word, placedAt]),
    },
  },
});

/** The document of an order: found without an index. */
export function searchId(orderId: string): string {
  return `osearch_${orderId.slice(orderId.indexOf('_') + 1)}`;
}

export function orderIdOf(id: string): string {
  return `ord_${id.slice(id.indexOf('_') + 1)}`;
}

async function wordsOf(context: Pick<Context, 'digestOf'>, order: StoredOrder): Promise<string[]> {
  const personal = [
    ...(order.email === null ? [] : [emailWord(order.email)]),
    ...nameWords(order).map((word) => `name:${word}`),
  ];
  const digests = await Promise.all(personal.map((word) => context.digestOf(word)));
  return [...digests, ...plainWords(order)];
}

/** Keeps what orders are found by as they are now. */
export const indexOrders: Subscription = {
  name: 'orders.index-searches',
  events: ['order.placed', 'order.updated', 'order.edited', 'order.anonymized'],
  async handle(context, { subject }) {
    const order = await context.store.get(orders, subject, { lock: true });
    if (!order) return;
    const id = searchId(subject);
    const words = await wordsOf(context, order);
    const found = await context.store.get(orderSearches, id);
    const { placedAt } = order;
    if (found) await context.store.update(orderSearches, id, (current) => ({ ...current, words }));
    else await context.store.insert(orderSearches, { id, placedAt, words });
  },
};
