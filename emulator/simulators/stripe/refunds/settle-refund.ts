import { move } from '../balance/balance-transaction.ts';
import { charges } from '../charges/charge.ts';
import { emit } from '../events/emit.ts';
import { change, findOrRefuse, findToChange } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { type Refund, refunds } from './refund.ts';

/** A pending refund has arrived. */
export async function settleRefund(work: Work, id: string): Promise<void> {
  const { object: before } = await findOrRefuse(work, refunds, id);
  if (before.status !== 'pending') return;
  const refund = await change(work, refunds, id, { status: 'succeeded' });
  await emit(work, 'refund.updated', refund, { status: before.status });
}

/** The bank sends a refund back, or it is cancelled before it left: the money is the merchant's again. */
export async function returnRefund(work: Work, id: string, status: 'failed' | 'canceled'): Promise<Refund> {
  const { object: before } = await findOrRefuse(work, refunds, id);
  const movement = await move(work, {
    ...{ amount: before.amount, currency: before.currency, fee: 0, description: 'REFUND FAILURE' },
    ...{ source: id, type: 'refund_failure', category: 'refund_failure', isAvailableAtOnce: true },
  });
  const refund = await change(work, refunds, id, {
    ...{ status, failure_balance_transaction: movement.id },
    ...(status === 'failed' ? { failure_reason: 'unknown' } : {}),
  });
  const { object: charge } = await findToChange(work, charges, before.charge);
  await change(work, charges, charge.id, {
    ...{ amount_refunded: charge.amount_refunded - before.amount, refunded: false },
  });
  await emit(work, status === 'failed' ? 'refund.failed' : 'refund.updated', refund, {
    status: before.status,
  });
  return refund;
}
