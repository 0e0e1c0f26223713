import type { Context, StepsContext } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { PaymentOperations } from '../../../contract/payments/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { inProgress, requireAvailable, requireCurrency } from '../payments/intend-move.ts';
import { allOfPayment, openPayment } from '../payments/open-payment.ts';
import { refundable } from '../payments/payment-facts.ts';
import { requireAllowed } from '../payments/payment-states.ts';
import { putPayment } from '../payments/write-payment.ts';
import { paymentRefunds, presentRefund, type StoredRefund } from './stored-refund.ts';

export type RefundInput = InputOf<PaymentOperations['payments.payments.refund']>;

/** The refund that was asked for before, by the same request or for the same thing. */
async function existing(
  context: Context,
  refundId: string,
  { paymentId, reference, amount }: RefundInput,
): Promise<StoredRefund | undefined> {
  const same = await context.store.get(paymentRefunds, refundId);
  if (same || reference === undefined) return same;
  const refunds = await allOfPayment(context.store, paymentRefunds, paymentId);
  return refunds.find(
    (refund) =>
      refund.reference === reference &&
      refund.state !== 'failed' &&
      (amount === undefined || amount.amount === refund.amount),
  );
}

function requireSamePayment(refund: StoredRefund, { paymentId }: RefundInput): StoredRefund {
  if (refund.paymentId === paymentId) return refund;
  throw problem(problems.alreadyExists, {
    detail: `Refund ${refund.id} exists, and is of another payment.`,
    errors: [{ pointer: '/id', message: 'is taken by a refund of another payment.' }],
    details: { id: refund.id },
  });
}

/**
 * Records that money is meant to be given back. The payment is locked meanwhile, so that refunds that are asked for at
 * once can't give back more than there is.
 */
export function intendRefund(context: StepsContext, input: RefundInput): Promise<StoredRefund> {
  const id = input.id ?? context.stableId('rfnd');
  return context.transaction(async (inside: Context) => {
    const payment = await openPayment(inside.store, input.paymentId, true);
    requireCurrency(payment, input.amount);
    const before = await existing(inside, id, input);
    if (before) return requireSamePayment(before, input);
    if (payment.wanted?.kind === 'capture') throw inProgress(payment);
    const available = refundable(payment);
    const amount = input.amount?.amount ?? available;
    requireAllowed(payment, 'payments.payments.refund');
    requireAvailable(payment, amount, available);
    const { id: paymentId, orderId, provider, currency } = payment;
    const { reason = 'other', note = null, reference = null } = input;
    const refund = await inside.store.insert(paymentRefunds, {
      ...{ id, paymentId, orderId, provider, state: 'pending', amount, currency, reason, note, reference },
      ...{ failure: null, providerReference: null },
    });
    await putPayment(inside, { ...payment, refundPending: payment.refundPending + amount, attempts: 0 });
    await inside.emit('payment.refund_requested', paymentId, presentRefund(refund));
    return refund;
  });
}
