import type { Context, StepsContext } from '../../../context/context.ts';
import { knownPayment } from '../known-payment.ts';
import type { ProviderState } from '../payment-provider.ts';
import type { Reached } from '../ports.ts';
import { factsOf, openPayment } from './open-payment.ts';
import type { PaymentFacts } from './payment-facts.ts';
import type { StoredPayment } from './stored-payment.ts';
import { writeProviderState } from './write-payment.ts';

/**
 * What a wanted operation leaves of a payment when it is confirmed; other operations stay wanted. That it was started
 * is confirmed by whatever the provider says of it, be it told by a notice that was faster than the answer.
 */
function withDone({ payment, ...rest }: PaymentFacts, doneKey: string | null): PaymentFacts {
  const { wanted, done } = payment;
  const key = wanted?.kind === 'start' ? wanted.key : doneKey;
  if (wanted === null || wanted.key !== key) return { payment, ...rest };
  const failure =
    wanted.kind === 'cancel'
      ? { code: wanted.reason, message: 'The payment was cancelled.', isRetryable: true }
      : payment.failure;
  return { payment: { ...payment, wanted: null, done: [...done, key], failure }, ...rest };
}

async function applyIn(
  context: Context,
  { id, version }: StoredPayment,
  state: ProviderState,
  doneKey: string | null,
): Promise<StoredPayment | undefined> {
  const payment = await openPayment(context.store, id, true);
  if (payment.version !== version) return undefined;
  const facts = withDone(await factsOf(context.store, payment), doneKey);
  return writeProviderState(context, payment, facts, state);
}

/** Reads that other writers overtook; the next one is almost always in time. */
const mostReads = 10;

/**
 * Records what the provider answered about a payment as it was at `seen`. Where the payment has changed since, the
 * answer may be older than the change, so the provider is asked again: what is recorded was always read after the
 * latest record. `doneKey` names what is confirmed by the answer.
 */
export async function recordAnswer(
  context: StepsContext,
  { provider, connection }: Reached,
  seen: StoredPayment,
  answer: ProviderState,
  doneKey: string | null = null,
): Promise<StoredPayment> {
  let [payment, state] = [seen, answer];
  for (let reads = 0; reads < mostReads; reads++) {
    const [at, told] = [payment, state];
    const recorded = await context.transaction((inside) => applyIn(inside, at, told, doneKey));
    if (recorded) return recorded;
    payment = await openPayment(context.store, seen.id);
    const known = knownPayment(await factsOf(context.store, payment), state.reference);
    state = await provider.read(known, connection);
  }
  throw new Error(`Payment ${seen.id} changed faster than its provider could be asked.`);
}
