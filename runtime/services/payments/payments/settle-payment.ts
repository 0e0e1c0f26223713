import type { StepsContext } from '../../../context/context.ts';
import { paymentProblems } from '../../../contract/payments/index.ts';
import { Problem } from '../../../contract/problem.ts';
import { knownPayment } from '../known-payment.ts';
import type { ProviderFailure, ProviderState } from '../payment-provider.ts';
import type { Reached } from '../ports.ts';
import { factsOf, openPayment } from './open-payment.ts';
import { presentPayment } from './present-payment.ts';
import { recordAnswer } from './record-answer.ts';
import type { StoredPayment, Wanted } from './stored-payment.ts';
import { putPayment } from './write-payment.ts';

async function known(context: StepsContext, payment: StoredPayment, reference: string) {
  return knownPayment(await factsOf(context.store, payment), reference);
}

/** An approved payment is authorized at once, because nobody else would; one that was given up is not. */
async function authorizeApproved(
  context: StepsContext,
  { provider, connection }: Reached,
  payment: StoredPayment,
  state: ProviderState,
): Promise<ProviderState> {
  if (state.status !== 'approved' || !provider.authorize) return state;
  if (payment.isCancelled || payment.wanted?.kind === 'cancel') return state;
  const told = await known(context, payment, state.reference);
  return provider.authorize(told, `${payment.id}-authorize`, connection);
}

/** Reads the provider's truth and records it. `reference` is a notice's, where our own answer is not recorded yet. */
export async function readAgain(
  context: StepsContext,
  reached: Reached,
  payment: StoredPayment,
  reference = payment.providerReference,
): Promise<StoredPayment> {
  if (reference === null) return payment;
  const told = await reached.provider.read(await known(context, payment, reference), reached.connection);
  return recordAnswer(context, reached, payment, await authorizeApproved(context, reached, payment, told));
}

function failureOf(error: Problem): ProviderFailure {
  return { code: 'refused', message: error.message, isRetryable: false };
}

/** The provider said no, for good: it is wanted no more, and nothing is recorded that did not happen. */
async function giveUp(
  context: StepsContext,
  seen: StoredPayment,
  wanted: Wanted,
  error: Problem,
): Promise<StoredPayment> {
  return context.transaction(async (inside) => {
    const payment = await openPayment(inside.store, seen.id, true);
    if (payment.wanted?.key !== wanted.key) return payment;
    if (wanted.kind !== 'start') return putPayment(inside, { ...payment, wanted: null });
    const failed = { ...payment, state: 'failed' as const, wanted: null, failure: failureOf(error) };
    const written = await putPayment(inside, failed);
    await inside.emit('payment.failed', payment.id, presentPayment(written));
    return written;
  });
}

/** Asks the provider for what is wanted, with the key under which it does it once. */
async function ask(
  context: StepsContext,
  { provider, connection }: Reached,
  payment: StoredPayment,
  wanted: Wanted,
): Promise<ProviderState> {
  if (wanted.kind === 'start') return provider.start(wanted.request, connection);
  const told = await known(context, payment, payment.providerReference ?? '');
  if (wanted.kind === 'capture') return provider.capture(told, wanted.amount, wanted.key, connection);
  return provider.cancel(told, wanted.key, connection);
}

/** Whether a state shows that what was wanted has happened, though its answer was lost. */
function hasHappened(wanted: Wanted, state: ProviderState): boolean {
  if (wanted.kind === 'capture') return state.captured >= wanted.capturedBefore + wanted.amount;
  return wanted.kind === 'cancel' && state.status === 'cancelled';
}

async function answerTo(
  context: StepsContext,
  reached: Reached,
  payment: StoredPayment,
  wanted: Wanted,
  isResumed: boolean,
): Promise<ProviderState> {
  const reference = payment.providerReference;
  if (isResumed && wanted.kind !== 'start' && reference !== null) {
    // Providers forget idempotency keys after a day; amounts they don't.
    const told = await known(context, payment, reference);
    const state = await reached.provider.read(told, reached.connection);
    if (hasHappened(wanted, state)) return state;
  }
  const state = await ask(context, reached, payment, wanted);
  return authorizeApproved(context, reached, payment, state);
}

/**
 * Finishes what is wanted of a payment: asks the provider, records what it answers. Done by the request that wants it;
 * where that was cut off, by its retry, by the clock or by whoever asks next.
 * @throws {Problem} `payment_provider_failed`: it stays wanted; `payment_provider_refused`: it doesn't.
 */
export async function settlePayment(
  context: StepsContext,
  reached: Reached,
  payment: StoredPayment,
  { isResumed }: { readonly isResumed: boolean },
): Promise<StoredPayment> {
  const { wanted } = payment;
  if (wanted === null) return payment;
  try {
    return await reached.settlements.during(payment.id, async () => {
      const state = await answerTo(context, reached, payment, wanted, isResumed);
      return recordAnswer(context, reached, payment, state, wanted.key);
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== paymentProblems.providerRefused.code) throw error;
    const left = await giveUp(context, payment, wanted, error);
    if (wanted.kind !== 'start') await readAgain(context, reached, left);
    throw error;
  }
}
