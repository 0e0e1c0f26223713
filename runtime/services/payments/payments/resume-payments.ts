import type { StepsContext } from '../../../context/context.ts';
import { paymentProblems } from '../../../contract/payments/index.ts';
import { Problem } from '../../../contract/problem.ts';
import { type PaymentPorts, type Reached, reach } from '../ports.ts';
import { settleRefund } from '../refunds/settle-refund.ts';
import { paymentRefunds } from '../refunds/stored-refund.ts';
import { allOfPayment, openPayment } from './open-payment.ts';
import { readAgain, settlePayment } from './settle-payment.ts';
import { payments, type StoredPayment } from './stored-payment.ts';
import { putPayment } from './write-payment.ts';

/** Payments looked at a run; the rest follow in the next one. */
const most = 50;

const waiting: readonly string[] = ['pending', 'requires_action', 'failed'];

/** Ends a payment that nobody completes, so that nobody can complete it later. */
async function end(
  context: StepsContext,
  reached: Reached,
  payment: StoredPayment,
  reason: 'abandoned' | 'expired',
): Promise<void> {
  const key = `${payment.id}-${reason}`;
  const ending = await context.transaction(async (inside) => {
    const now = await openPayment(inside.store, payment.id, true);
    const isOpen = now.orderId === null && now.captured === 0 && !now.isCancelled && now.wanted === null;
    if (!isOpen) return now;
    return putPayment(inside, { ...now, wanted: { kind: 'cancel', key, reason } });
  });
  if (ending.wanted?.key === key) await settlePayment(context, reached, ending, { isResumed: false });
}

async function settleRefunds(context: StepsContext, reached: Reached, { id }: StoredPayment) {
  const refunds = await allOfPayment(context.store, paymentRefunds, id);
  for (const refund of refunds.filter(({ state }) => state === 'pending'))
    await settleRefund(context, reached, refund, { isResumed: true });
}

/** Finishes what was left half-way about a payment, and ends it where its time is over. */
async function resume(context: StepsContext, reached: Reached, payment: StoredPayment): Promise<void> {
  const { wanted } = payment;
  if (wanted) {
    const settled = await settlePayment(context, reached, payment, { isResumed: true });
    // Whoever started it did not come back for the answer.
    if (wanted.kind === 'start' && settled.state !== 'cancelled')
      await end(context, reached, settled, 'abandoned');
    return;
  }
  if (payment.refundPending > 0) return settleRefunds(context, reached, payment);
  const read = await readAgain(context, reached, payment);
  const isOver = read.expiresAt !== null && Date.parse(read.expiresAt) <= context.clock.now().getTime();
  if (isOver && waiting.includes(read.state)) await end(context, reached, read, 'expired');
}

/** Looks later, the later the more often nothing came of it. */
function postpone(context: StepsContext, id: string): Promise<void> {
  return context.transaction(async (inside) => {
    const payment = await openPayment(inside.store, id, true);
    const isStillDue = payment.dueAt !== null && payment.dueAt <= inside.clock.now().toISOString();
    if (isStillDue) await putPayment(inside, { ...payment, attempts: payment.attempts + 1 });
  });
}

/** Works off payments whose time has come: unconfirmed captures, refunds and cancellations, pages that ran out. */
export async function resumePayments(context: StepsContext, ports: PaymentPorts): Promise<void> {
  const now = context.clock.now();
  const { items } = await context.store.query(payments, {
    ...{ index: 'byDue', where: { all: 1 }, pageSize: most },
    range: { before: new Date(now.getTime() + 1).toISOString() },
  });
  for (const { document: payment } of items) {
    try {
      await resume(context, await reach(context, ports, payment.provider), payment);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, message } = error;
      const isRefused = code === paymentProblems.providerRefused.code;
      context.log[isRefused ? 'warn' : 'info']({ paymentId: payment.id, code }, message);
    } finally {
      await postpone(context, payment.id);
    }
  }
}
