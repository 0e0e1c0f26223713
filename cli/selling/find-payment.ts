import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { PaymentOperations } from '../../runtime/contract/payments/index.ts';
import { refused, usage } from '../cli-error.ts';
import { findOrder } from './find-order.ts';
import type { Selling } from './open-selling.ts';

export type Payment = OutputOf<PaymentOperations['payments.payments.get']>;

/** The payment that somebody means by its id, or by the order that it alone pays for. */
export async function findPayment(selling: Selling, text: string): Promise<Payment> {
  if (text.startsWith('pay_')) return selling.call('payments.payments.get', { paymentId: text });
  const order = await findOrder(selling, text);
  const { data } = await selling.call('payments.payments.list', { orderId: order.id, pageSize: 100 });
  const [only, ...others] = data;
  if (!only) throw refused('no_payment', `Order ${order.number} has no payment.`);
  if (others.length === 0) return only;
  throw usage('several_payments', `Order ${order.number} has ${data.length} payments.`, {
    fix: `Name the one that is meant: ${data.map(({ id }) => id).join(', ')}.`,
    details: { payments: data.map(({ id }) => id) },
  });
}
