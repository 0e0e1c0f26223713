import type { Context, StepsContext } from '../../../context/context.ts';
import { paymentProblems } from '../../../contract/payments/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { moneyText } from '../../../money/index.ts';
import { openPayment } from './open-payment.ts';
import { requireAllowed, stateProblem } from './payment-states.ts';
import type { StoredPayment } from './stored-payment.ts';
import { putPayment } from './write-payment.ts';

interface AmountInput {
  readonly amount: number;
  readonly currency: string;
}

/** @throws {Problem} `invalid_input` where the amount is in another currency than the payment. */
export function requireCurrency({ id, currency }: StoredPayment, amount: AmountInput | undefined): void {
  if (!amount || amount.currency === currency) return;
  const message = `must be "${currency}", the currency of the payment.`;
  throw problem(problems.invalidInput, {
    detail: `Payment ${id} is in ${currency}, not in ${amount.currency}.`,
    errors: [{ pointer: '/amount/currency', message }],
  });
}

/** @throws {Problem} `payment_amount` where it is more than there is. */
export function requireAvailable({ id, currency }: StoredPayment, amount: number, available: number): void {
  if (amount <= available) return;
  const text = (each: number) => moneyText({ amount: each, currency });
  throw problem(paymentProblems.paymentAmount, {
    detail: `${text(amount)} is more than the ${text(available)} that payment ${id} has left for that.`,
    errors: [{ pointer: '/amount/amount', message: `must be at most ${available}.` }],
    details: { available, currency },
  });
}

/** What refuses because the provider has not yet done something else. */
export function inProgress({ id, wanted }: StoredPayment) {
  return problem(paymentProblems.paymentInProgress, {
    detail: `Payment ${id} has a ${wanted?.kind ?? 'change'} that its provider has not confirmed.`,
    retryAfter: 5,
  });
}

/**
 * Records that money is meant to be taken. Asked again while that is under way or done, the payment is answered as it
 * is.
 */
export function intendCapture(
  context: StepsContext,
  paymentId: string,
  amount: AmountInput | undefined,
): Promise<StoredPayment> {
  const key = context.stableId('cap');
  return context.transaction(async (inside: Context) => {
    const payment = await openPayment(inside.store, paymentId, true);
    requireCurrency(payment, amount);
    const { wanted, done, captured, capturable } = payment;
    if (done.includes(key) || wanted?.key === key) return payment;
    if (wanted?.kind === 'capture' && (amount?.amount ?? wanted.amount) === wanted.amount) return payment;
    if (wanted) throw inProgress(payment);
    const isDone = captured > 0 && capturable === 0 && (amount?.amount ?? captured) === captured;
    if (isDone) return payment;
    requireAllowed(payment, 'payments.payments.capture');
    const taken = amount?.amount ?? capturable;
    requireAvailable(payment, taken, capturable);
    const capture = { kind: 'capture' as const, key, amount: taken, capturedBefore: captured };
    return putPayment(inside, { ...payment, wanted: capture, attempts: 0 });
  });
}

export interface CancelIntent {
  readonly reason: string;
  /** Refuse where it pays an order. */
  readonly unassignedOnly: boolean;
}

/** Records that a payment is meant to end without money. Asked again, the payment is answered as it is. */
export function intendCancel(
  context: StepsContext,
  paymentId: string,
  { reason, unassignedOnly }: CancelIntent,
): Promise<StoredPayment> {
  const key = context.stableId('void');
  return context.transaction(async (inside: Context) => {
    const payment = await openPayment(inside.store, paymentId, true);
    const { wanted, isCancelled, orderId } = payment;
    if (isCancelled || wanted?.kind === 'cancel') return payment;
    if (unassignedOnly && orderId !== null) throw stateProblem(payment, `cancelling it for no order`);
    if (wanted) throw inProgress(payment);
    requireAllowed(payment, 'payments.payments.cancel');
    return putPayment(inside, { ...payment, wanted: { kind: 'cancel', key, reason }, attempts: 0 });
  });
}
