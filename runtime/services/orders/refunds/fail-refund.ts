import type { Context } from '../../../context/context.ts';
import { moneyText } from '../../../money/index.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { happened } from '../orders/timeline.ts';
import { orderRefunds } from './stored-refund.ts';

interface FailedPart {
  readonly id: string;
  readonly reference: string | null;
  readonly failure: string | null;
}

/** A refund of a locked order that a bank has sent back, days after it was made: it is owed to the customer again. */
export async function failRefund(
  context: Context,
  order: StoredOrder,
  { id, reference, failure }: FailedPart,
): Promise<void> {
  const found = reference === null ? undefined : await context.store.get(orderRefunds, reference);
  // One that is pending is told of when all its payments have been asked.
  if (found?.state !== 'completed' || !found.parts.some(({ refundId }) => refundId === id)) return;
  const why = failure ?? 'The bank sent it back.';
  const refund = await context.store.update(orderRefunds, found.id, (before) => ({
    ...{ ...before, state: 'failed' as const, failure: why },
  }));
  await happened(context, order.id, 'order.refund_failed', refund, {
    message: `${moneyText(refund.amount)} came back: ${why}`,
    refundId: refund.id,
  });
}
