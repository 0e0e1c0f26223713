import { isOpen, isWithdrawn, mergeDisputes } from '../disputes/merge-disputes.ts';
import { mergeFees } from '../ledger/merge-fees.ts';
import { type Movement, movementsBetween } from '../ledger/movements.ts';
import type { ProviderState } from '../payment-provider.ts';
import { mergeRefunds, sumOf } from '../refunds/merge-refunds.ts';
import type { PaymentDocument, PaymentFacts } from './payment-facts.ts';
import { type PaymentMove, pathBetween } from './payment-states.ts';
import type { PaymentState } from './stored-payment.ts';

/*
 * How what a provider says changes what we have. Money only comes further there (authorized, captured, refunded,
 * decided), so what is merged is always the furthest that was heard of: answers and notices may come twice, late and
 * in any order, and the result is the same. Only what is before any money, the shopper's attempts, goes round in
 * circles (`failed` and tried again), and of that the latest word counts.
 *
 * The awkward case: a refund that succeeded and failed days later. It is further than success, so a notice of the
 * success that comes after it changes nothing.
 */

export interface PaymentEvent {
  readonly type: string;
  /** The refund it is about; null where it is about the payment. */
  readonly refundId: string | null;
}

export interface Applied {
  readonly facts: PaymentFacts;
  /** From the state before to the one after. */
  readonly moves: readonly PaymentMove[];
  readonly movements: readonly Movement[];
  readonly events: readonly PaymentEvent[];
}

/** Captures take from what can be captured, so of two equal amounts the lower is the later. */
function capturableOf(payment: PaymentDocument, state: ProviderState): number {
  if (state.captured !== payment.captured)
    return state.captured > payment.captured ? state.capturable : payment.capturable;
  if (state.authorized !== payment.authorized)
    return state.authorized > payment.authorized ? state.capturable : payment.capturable;
  return Math.min(payment.capturable, state.capturable);
}

function stateBeforeMoney(status: ProviderState['status']): PaymentState {
  // Approved is not yet paid: the provider is about to be asked for that.
  if (status === 'requires_action' || status === 'failed') return status;
  return 'pending';
}

function stateOf({ payment, disputes }: PaymentFacts, status: ProviderState['status']): PaymentState {
  const { captured, refunded, amount, authorized, isCancelled } = payment;
  if (captured === 0) {
    if (isCancelled) return 'cancelled';
    return authorized > 0 ? 'authorized' : stateBeforeMoney(status);
  }
  if (disputes.some(isOpen)) return 'disputed';
  if (disputes.some(isWithdrawn)) return 'lost';
  if (refunded >= captured) return 'refunded';
  if (refunded > 0) return 'partially_refunded';
  return captured < amount ? 'partially_captured' : 'captured';
}

/** What the furthest amounts leave of the way before money: nothing to do, nothing that failed. */
function attemptOf(payment: PaymentDocument, state: ProviderState, isCancelled: boolean) {
  const { redirectUrl, failure } = payment;
  const expired = {
    ...{ code: 'expired', message: 'The payment was not completed in time.', isRetryable: true },
  };
  if (isCancelled) {
    // Why it was cancelled is said before the provider confirms it; only that time did it is the provider's news.
    const reason = payment.isCancelled ? failure : state.isExpired ? expired : (failure ?? state.failure);
    return { redirectUrl: null, failure: reason };
  }
  if (payment.authorized > 0 || state.authorized > 0) return { redirectUrl: null, failure: null };
  const isWaiting = state.status === 'requires_action';
  return { redirectUrl: isWaiting ? (state.redirectUrl ?? redirectUrl) : null, failure: state.failure };
}

function eventsBetween(
  before: PaymentFacts,
  after: PaymentFacts,
  movements: readonly Movement[],
): PaymentEvent[] {
  const { payment: was } = before;
  const { payment: is } = after;
  const of = (type: string) => ({ type: `payment.${type}`, refundId: null });
  const isNew = (state: PaymentState) => is.state === state && was.state !== state;
  const moved = (kind: Movement['kind']) => movements.filter((movement) => movement.kind === kind);
  const failedRefunds = after.refunds.filter(
    ({ id, state }) =>
      state === 'failed' && before.refunds.find((refund) => refund.id === id)?.state !== 'failed',
  );
  return [
    ...(isNew('requires_action') ? [of('requires_action')] : []),
    ...(is.authorized > 0 && was.authorized === 0 ? [of('authorized')] : []),
    ...(isNew('failed') ? [of('failed')] : []),
    ...(isNew('cancelled') ? [of('cancelled')] : []),
    ...moved('capture').map(() => of('captured')),
    ...moved('refund').map(({ reference }) => ({ type: 'payment.refunded', refundId: reference })),
    ...failedRefunds.map(({ id }) => ({ type: 'payment.refund_failed', refundId: id })),
    ...moved('dispute_opened').map(() => of('disputed')),
    ...[...moved('dispute_won'), ...moved('dispute_lost')].map(() => of('dispute_closed')),
  ];
}

/** What a payment is after what its provider says of it. `nextId` names refunds and disputes that are new to us. */
export function applyProviderState(
  before: PaymentFacts,
  state: ProviderState,
  nextId: (prefix: 'rfnd' | 'disp') => string,
): Applied {
  const { payment } = before;
  const refunds = mergeRefunds(before, state.refunds, () => nextId('rfnd'));
  const disputes = mergeDisputes(before, state.disputes, () => nextId('disp'));
  const captured = Math.max(payment.captured, state.captured);
  const isCancelled = captured === 0 && (payment.isCancelled || state.status === 'cancelled');
  const merged: PaymentDocument = {
    ...payment,
    ...attemptOf(payment, state, isCancelled),
    providerReference: state.reference,
    aliases: [...new Set([...payment.aliases, ...state.aliases])],
    authorized: Math.max(payment.authorized, state.authorized, captured),
    capturable: isCancelled ? 0 : capturableOf(payment, state),
    captured,
    isCancelled,
    refunded: sumOf(refunds, ['succeeded']),
    refundPending: sumOf(refunds, ['pending']),
    withdrawn: sumOf(disputes.filter(isWithdrawn), ['needs_response', 'under_review', 'lost']),
    fees: mergeFees(payment.fees, state.fees),
    method: state.method ?? payment.method,
    riskScore: state.riskScore ?? payment.riskScore,
    riskLevel: state.riskLevel ?? payment.riskLevel,
    expiresAt: state.expiresAt ?? payment.expiresAt,
  };
  const next = stateOf({ payment: merged, refunds, disputes }, state.status);
  const after = { payment: { ...merged, state: next }, refunds, disputes };
  const movements = movementsBetween(before, after);
  return {
    facts: after,
    moves: pathBetween(payment.state, next) ?? [],
    movements,
    events: eventsBetween(before, after, movements),
  };
}
