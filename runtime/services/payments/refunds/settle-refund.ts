import type { Context, StepsContext } from '../../../context/context.ts';
import { paymentProblems } from '../../../contract/payments/index.ts';
import { Problem } from '../../../contract/problem.ts';
import { knownPayment, stateAsKnown } from '../known-payment.ts';
import type { ProviderRefund } from '../payment-provider.ts';
import { factsOf, openPayment } from '../payments/open-payment.ts';
import { readAgain } from '../payments/settle-payment.ts';
import { writeProviderState } from '../payments/write-payment.ts';
import type { Reached } from '../ports.ts';
import { paymentRefunds, type StoredRefund } from './stored-refund.ts';

async function openRefund(context: StepsContext, id: string): Promise<StoredRefund> {
  const refund = await context.store.get(paymentRefunds, id);
  if (!refund) throw new Error(`The refund ${id} has disappeared.`);
  return refund;
}

async function recordRefund(inside: Context, paymentId: string, told: ProviderRefund): Promise<void> {
  const payment = await openPayment(inside.store, paymentId, true);
  const facts = await factsOf(inside.store, payment);
  await writeProviderState(inside, payment, facts, { ...stateAsKnown(facts), refunds: [told] });
}

/**
 * Asks the provider for a refund, and records what it answers; with the same key as ever, so that the money goes back
 * once. One that the provider has heard of is read instead.
 * @throws {Problem} `payment_provider_failed`: it stays pending, and is asked for again by the clock.
 */
export async function settleRefund(
  context: StepsContext,
  reached: Reached,
  refund: StoredRefund,
  { isResumed }: { readonly isResumed: boolean },
): Promise<StoredRefund> {
  if (refund.state !== 'pending') return refund;
  const { paymentId, id: refundId, amount, reason, note } = refund;
  let payment = await openPayment(context.store, paymentId);
  if (isResumed || refund.providerReference !== null) {
    payment = await readAgain(context, reached, payment);
    const seen = await openRefund(context, refundId);
    if (seen.state !== 'pending' || seen.providerReference !== null) return seen;
  }
  const { provider, connection } = reached;
  const known = knownPayment(await factsOf(context.store, payment), payment.providerReference ?? '');
  let told: ProviderRefund;
  try {
    told = await provider.refund(known, { refundId, amount, reason, note }, refundId, connection);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== paymentProblems.providerRefused.code) throw error;
    told = { reference: `refused:${refundId}`, refundId, amount, state: 'failed', failure: error.message };
  }
  await context.transaction((inside) => recordRefund(inside, paymentId, told));
  return openRefund(context, refundId);
}
