import type { Subscription } from '../../../context/service.ts';
import type { OutputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { PaymentOperations } from '../../../contract/payments/index.ts';
import { failRefund } from '../refunds/fail-refund.ts';
import { orders } from './stored-order.ts';
import { syncPayments } from './sync-payments.ts';

type PaymentRefund = OutputOf<PaymentOperations['payments.refunds.get']>;

/** Events of payments are about a payment, or about a refund or dispute of one. */
function paymentIdIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, paymentId } = data as { readonly id?: unknown; readonly paymentId?: unknown };
  const found = paymentId ?? id;
  return typeof found === 'string' ? found : undefined;
}

/** Orders follow their payments: whatever an event says, the payment is read as it is now. */
export const hearPayments: Subscription = {
  name: 'orders.follow-payments',
  events: ['payment.*'],
  async handle(context, { type, data }) {
    const paymentId = paymentIdIn(data);
    if (paymentId === undefined) return;
    const { orderId } = await context.call(operationOf(context, 'payments.payments.get'), { paymentId });
    const order = orderId === null ? undefined : await context.store.get(orders, orderId, { lock: true });
    if (!order) return;
    await syncPayments(context, order, paymentId);
    // An event's data are as the contract declares them.
    if (type === 'payment.refund_failed') await failRefund(context, order, data as PaymentRefund);
  },
};
