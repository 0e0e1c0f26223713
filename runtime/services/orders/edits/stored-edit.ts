import type { Static } from 'typebox';
import type { OrderEdit as EditSchema } from '../../../contract/orders/edits.ts';
import { collection } from '../../../store/port.ts';

export type OrderEdit = Static<typeof EditSchema>;
export type OrderContent = OrderEdit['before'];

/** Sealed for the addresses, gift messages and custom data in them. */
export const orderEdits = collection<OrderEdit, 'before' | 'after' | 'reason'>({
  name: 'order_edits',
  sealed: { before: true, after: true, reason: true },
  indexes: {
    byOrder: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, createdAt }) => [[orderId, createdAt]],
    },
  },
});
