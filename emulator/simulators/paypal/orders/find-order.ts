import type { Reader } from '../../../../runtime/store/port.ts';
import { notFound } from '../http/paypal-error.ts';
import { type Order, orders } from './order.ts';

/** @throws {PayPalError} `INVALID_RESOURCE_ID` */
export async function findOrder(reader: Reader, id: string): Promise<Order> {
  const order = await reader.get(orders, id);
  if (!order) throw notFound('order_id', id);
  return order;
}
