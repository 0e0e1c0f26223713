import type { Static } from 'typebox';
import type { StepsContext } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { type PaymentOperations, paymentProblems } from '../../../contract/payments/index.ts';
import type { LedgerReconciliation } from '../../../contract/payments/ledger.ts';
import { Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { decodeCursor, encodeCursor, listScope } from '../../../cursor/index.ts';
import type { Reader } from '../../../store/port.ts';
import { knownPayment } from '../known-payment.ts';
import type { ProviderState } from '../payment-provider.ts';
import { allOfPayment, factsOf, openPayment } from '../payments/open-payment.ts';
import { payments, type StoredPayment } from '../payments/stored-payment.ts';
import { type PaymentPorts, type Reached, reach } from '../ports.ts';
import { type Books, compareBooks, type LedgerDifference } from './compare-books.ts';
import { figuresOf, type LedgerFigures, ledgerTransactions } from './ledger-transaction.ts';
import { feesByCurrency } from './merge-fees.ts';

type Reconciliation = Static<typeof LedgerReconciliation>;
export type ReconcileInput = InputOf<PaymentOperations['payments.ledger.reconcile']>;

interface Compared {
  readonly currency: string;
  readonly ours: LedgerFigures;
  readonly theirs: LedgerFigures;
  readonly differences: readonly LedgerDifference[];
}

async function pageOfPayments(
  store: Reader,
  { provider, paymentId, from, to, pageSize = 20, after }: ReconcileInput,
) {
  if (paymentId !== undefined) {
    const payment = await openPayment(store, paymentId);
    if (payment.provider !== provider) {
      throw problem(problems.notFound, { detail: `${paymentId} was not paid with "${provider}".` });
    }
    return { found: [payment], next: null };
  }
  const scope = listScope('payments.ledger.reconcile', { provider, from, to });
  const utc = (time: string) => new Date(time).toISOString();
  const { items, hasMore } = await store.query(payments, {
    ...{ index: 'byCreated', where: { group: `provider:${provider}` }, pageSize },
    range: { ...(from ? { from: utc(from) } : {}), ...(to ? { before: utc(to) } : {}) },
    ...(after === undefined ? {} : { after: decodeCursor(scope, after) }),
  });
  const last = items.at(-1);
  return {
    found: items.map(({ document }) => document),
    next: hasMore && last ? encodeCursor(scope, last.position) : null,
  };
}

function providerFigures({ captured, refunds, fees }: ProviderState): LedgerFigures {
  const succeeded = refunds.filter(({ state }) => state === 'succeeded');
  const refunded = succeeded.reduce((sum, { amount }) => sum + amount, 0);
  return { captured, refunded, fees: feesByCurrency(fees) };
}

/** A provider that is broken is said so as a whole; one that doesn't know a payment is a difference. */
function unreadable(payment: StoredPayment, error: unknown): LedgerDifference {
  if (!(error instanceof Problem) || error.code !== paymentProblems.providerRefused.code) throw error;
  const { id: paymentId, providerReference, currency, captured, refunded } = payment;
  return {
    ...{ paymentId, providerReference, currency, kind: 'missing_at_provider', theirs: 0 },
    ours: captured - refunded,
    message: `The provider does not answer for it: ${error.message}`,
    hint: 'Check that the secret key of the config is that of the account it was paid with.',
  };
}

async function compare(
  context: StepsContext,
  { provider, connection }: Reached,
  payment: StoredPayment,
): Promise<Compared> {
  const { id: paymentId, providerReference, currency, captured, refunded } = payment;
  const ours = { captured, refunded, fees: feesByCurrency(payment.fees) };
  const facts = await factsOf(context.store, payment);
  const ledger = figuresOf(await allOfPayment(context.store, ledgerTransactions, paymentId));
  const nothing = { captured: 0, refunded: 0, fees: {} };
  const books = { paymentId, providerReference, currency, payment: ours, ledger } satisfies Partial<Books>;
  // Nothing was started there, so there is nothing to ask for.
  if (providerReference === null)
    return { currency, ours, theirs: nothing, differences: compareBooks({ ...books, provider: nothing }) };
  try {
    // What manual payments are compared with is what we know: nobody else keeps books of them.
    const state = await provider.read(knownPayment(facts, providerReference), connection);
    const theirs = provider.isOffline ? ours : providerFigures(state);
    return { currency, ours, theirs, differences: compareBooks({ ...books, provider: theirs }) };
  } catch (error) {
    return { currency, ours, theirs: nothing, differences: [unreadable(payment, error)] };
  }
}

function sums(compared: readonly Compared[], whose: 'ours' | 'theirs'): Reconciliation['ours'] {
  const currencies = new Set(
    compared.flatMap((one) => [one.currency, ...Object.keys(one.ours.fees), ...Object.keys(one.theirs.fees)]),
  );
  return [...currencies].sort().map((currency) => {
    const inIt = compared.filter((one) => one.currency === currency);
    const captured = inIt.reduce((sum, one) => sum + one[whose].captured, 0);
    const refunded = inIt.reduce((sum, one) => sum + one[whose].refunded, 0);
    const fees = compared.reduce((sum, one) => sum + (one[whose].fees[currency] ?? 0), 0);
    return { currency, captured, refunded, net: captured - refunded, fees };
  });
}

/** How far the provider's own books were looked into: not all can list what they have. */
function comparisonWith({ provider }: Reached): Reconciliation['comparison'] {
  if (provider.isOffline) return 'own_records';
  return provider.list ? 'listing' : 'each_payment';
}

/** Payments that the provider has under our mark, and we don't. */
async function strangers(
  context: StepsContext,
  { provider, connection }: Reached,
  { from, to }: ReconcileInput,
): Promise<LedgerDifference[]> {
  const differences: LedgerDifference[] = [];
  if (!provider.list) return differences;
  let after: string | null = null;
  do {
    const page = await provider.list({ from: from ?? null, to: to ?? null, after }, connection);
    for (const { paymentId, state } of page.payments) {
      const known = paymentId === null ? undefined : await context.store.get(payments, paymentId);
      if (known || paymentId === null) continue;
      const { captured, refunded } = providerFigures(state);
      differences.push({
        ...{ paymentId: null, providerReference: state.reference, kind: 'unknown_payment' },
        ...{ currency: state.currency, ours: 0, theirs: captured - refunded },
        message: `The provider has a payment for ${paymentId}, which this store does not have.`,
        hint: 'It was made by another store with the same account, or before this store was restored: look it up there.',
      });
    }
    after = page.next;
  } while (after !== null);
  return differences;
}

/** A page of our payments beside what their provider says, and on the first page what only the provider has. */
export async function reconcile(
  context: StepsContext,
  ports: PaymentPorts,
  input: ReconcileInput,
): Promise<Reconciliation> {
  const reached = await reach(context, ports, input.provider);
  const { found, next } = await pageOfPayments(context.store, input);
  const compared: Compared[] = [];
  for (const payment of found) compared.push(await compare(context, reached, payment));
  const isFirstOfAll = input.paymentId === undefined && input.after === undefined;
  const differences = [
    ...compared.flatMap((one) => one.differences),
    ...(isFirstOfAll ? await strangers(context, reached, input) : []),
  ];
  return {
    ...{ provider: input.provider, comparison: comparisonWith(reached), checked: compared.length },
    isBalanced: differences.length === 0,
    ...{ ours: sums(compared, 'ours'), theirs: sums(compared, 'theirs'), differences, next },
  };
}
