import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import type { TimelineEntry as TimelineSchema } from '../../../contract/orders/timeline.ts';
import { collection } from '../../../store/port.ts';

export type TimelineEntry = Static<typeof TimelineSchema>;

export const timeline = collection<TimelineEntry, 'message' | 'reason' | 'changes'>({
  name: 'order_timeline',
  sealed: { message: true, reason: true, changes: true },
  indexes: {
    byOrder: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, createdAt }) => [[orderId, createdAt]],
    },
    shown: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, createdAt, isShownToCustomer }) => (isShownToCustomer ? [[orderId, createdAt]] : []),
    },
  },
});

type Told = Pick<TimelineEntry, 'message'> &
  Partial<
    Pick<
      TimelineEntry,
      | 'id'
      | 'changes'
      | 'fulfilmentId'
      | 'returnId'
      | 'editId'
      | 'refundId'
      | 'paymentId'
      | 'isShownToCustomer'
    >
  > & { readonly reason?: string | null | undefined };

/** Writes into the timeline of an order what happened: who, when, why. */
export async function record(
  context: Context,
  orderId: string,
  type: string,
  { reason, ...told }: Told,
): Promise<TimelineEntry> {
  const { kind, id } = context.actor;
  return context.store.insert(timeline, {
    ...{ id: context.ids.next('otl'), orderId, type, actor: { kind, id }, reason: reason ?? null },
    ...{ changes: [], fulfilmentId: null, returnId: null, editId: null, refundId: null, paymentId: null },
    ...{ isShownToCustomer: false, ...told },
  });
}

/** Tells of a change of an order: to its timeline, and as an event. */
export async function happened(
  context: Context,
  orderId: string,
  type: string,
  data: unknown,
  told: Told,
): Promise<void> {
  await record(context, orderId, type, told);
  await context.emit(type, orderId, data);
}
