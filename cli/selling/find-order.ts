import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import { refused } from '../cli-error.ts';
import type { Selling } from './open-selling.ts';

export type Order = OutputOf<OrderOperations['orders.orders.get']>;

/**
 * The order that somebody means by its number or its id. What was placed a moment ago may not be in the search yet, so
 * the newest are looked at too.
 */
export async function findOrder(selling: Selling, text: string): Promise<Order> {
  if (text.startsWith('ord_')) return selling.call('orders.orders.get', { orderId: text });
  const number = text.replace(/^#/, '');
  const isIt = (order: Order) => order.number === number;
  const found =
    (await selling.call('orders.orders.search', { query: number, pageSize: 100 })).data.find(isIt) ??
    (await selling.call('orders.orders.list', { pageSize: 100 })).data.find(isIt);
  if (found) return found;
  throw refused('no_order', `There is no order ${number} in ${selling.name}.`, {
    fix: '`hp orders list` shows the newest; `--search` finds others.',
  });
}
