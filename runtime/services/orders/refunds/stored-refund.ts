import type { Static } from 'typebox';
import type { OrderRefund as RefundSchema } from '../../../contract/orders/refunds.ts';
import { collection } from '../../../store/port.ts';

export type OrderRefund = Static<typeof RefundSchema>;

export const orderRefunds = collection<OrderRefund, 'reason'>({
  name: 'order_refunds',
  sealed: { reason: true },
  indexes: {
    byOrder: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, createdAt }) => [[orderId, createdAt]],
    },
    pending: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, state, createdAt }) => (state === 'pending' ? [[orderId, createdAt]] : []),
    },
  },
});
