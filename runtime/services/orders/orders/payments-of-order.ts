import type { Context } from '../../../context/context.ts';
import type { OutputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { PaymentOperations } from '../../../contract/payments/index.ts';
import type { OrderPayment } from './stored-order.ts';

export type Payment = OutputOf<PaymentOperations['payments.payments.get']>;

/** What an order keeps of a payment. */
export function paymentOfOrder(payment: Payment): OrderPayment {
  const { id: paymentId, provider, state, amount, authorized, capturable, captured, refunded } = payment;
  return { paymentId, provider, state, amount, authorized, capturable, captured, refunded };
}

/** Payments as they are now. */
export async function readPayments(context: Context, ids: readonly string[]): Promise<OrderPayment[]> {
  const get = operationOf(context, 'payments.payments.get');
  const found: OrderPayment[] = [];
  for (const paymentId of ids) found.push(paymentOfOrder(await context.call(get, { paymentId })));
  return found;
}
