import { paymentProblems } from '../../../contract/payments/index.ts';
import { type Problem, problem } from '../../../contract/problem.ts';
import { refundable } from './payment-facts.ts';
import type { PaymentState, StoredPayment } from './stored-payment.ts';

interface Move {
  readonly from: PaymentState;
  readonly to: PaymentState;
  /** What is asked for, or what the provider tells. */
  readonly operation: string;
  readonly by: 'caller' | 'provider' | 'clock';
  readonly guard: string;
  readonly event: string;
}

const capture = {
  operation: 'payments.payments.capture',
  by: 'caller',
  event: 'payment.captured',
} as const;
const cancel = {
  operation: 'payments.payments.cancel',
  by: 'caller',
  event: 'payment.cancelled',
} as const;
const refund = {
  operation: 'payments.payments.refund',
  by: 'caller',
  event: 'payment.refunded',
} as const;
const told = (operation: string, event: string) => ({ operation, by: 'provider', event }) as const;

/** The life of a payment, as data: the diagram in the documentation is drawn from it. */
export const paymentMoves = [
  {
    ...{ from: 'pending', to: 'requires_action' },
    ...told('authentication or approval is asked for', 'payment.requires_action'),
    guard: 'the shopper has to do something',
  },
  {
    ...{ from: 'pending', to: 'authorized' },
    ...told('authorize', 'payment.authorized'),
    guard: 'all of the amount is promised',
  },
  { ...{ from: 'pending', to: 'failed' }, ...told('decline', 'payment.failed'), guard: 'none' },
  { ...{ from: 'pending', to: 'cancelled' }, ...cancel, guard: 'none' },
  {
    ...{ from: 'requires_action', to: 'authorized' },
    ...told('authorize', 'payment.authorized'),
    guard: 'the shopper has passed',
  },
  {
    ...{ from: 'requires_action', to: 'failed' },
    ...told('decline', 'payment.failed'),
    guard: 'the shopper has not passed',
  },
  {
    ...{ from: 'requires_action', to: 'pending' },
    ...told('work on it', 'payment.updated'),
    guard: 'the shopper is back, and the provider has not decided',
  },
  { ...{ from: 'requires_action', to: 'cancelled' }, ...cancel, guard: 'none' },
  {
    ...{ from: 'failed', to: 'pending' },
    ...told('try again', 'payment.updated'),
    guard: 'the shopper tries again on the same page',
  },
  { ...{ from: 'failed', to: 'cancelled' }, ...cancel, guard: 'none' },
  {
    ...{ from: 'authorized', to: 'partially_captured' },
    ...capture,
    guard: 'less than the amount, and no more than `capturable`',
  },
  { ...{ from: 'authorized', to: 'captured' }, ...capture, guard: 'no more than `capturable`' },
  { ...{ from: 'authorized', to: 'cancelled' }, ...cancel, guard: 'nothing was captured' },
  { ...{ from: 'partially_captured', to: 'captured' }, ...capture, guard: 'no more than `capturable`' },
  {
    ...{ from: 'partially_captured', to: 'partially_refunded' },
    ...refund,
    guard: 'less than was captured',
  },
  { ...{ from: 'partially_captured', to: 'refunded' }, ...refund, guard: 'all that was captured' },
  { ...{ from: 'captured', to: 'partially_refunded' }, ...refund, guard: 'less than was captured' },
  { ...{ from: 'captured', to: 'refunded' }, ...refund, guard: 'all that was captured' },
  { ...{ from: 'partially_refunded', to: 'refunded' }, ...refund, guard: 'all that was captured' },
  {
    ...{ from: 'partially_refunded', to: 'captured' },
    ...told('fail a refund', 'payment.refund_failed'),
    guard: 'the money came back: nothing is refunded',
  },
  {
    ...{ from: 'partially_refunded', to: 'partially_captured' },
    ...told('fail a refund', 'payment.refund_failed'),
    guard: 'the money came back, and a part had been captured',
  },
  {
    ...{ from: 'refunded', to: 'partially_refunded' },
    ...told('fail a refund', 'payment.refund_failed'),
    guard: 'the money of one refund came back',
  },
  {
    ...{ from: 'captured', to: 'disputed' },
    ...told('dispute', 'payment.disputed'),
    guard: 'the money is taken back until it is decided',
  },
  {
    ...{ from: 'partially_captured', to: 'disputed' },
    ...told('dispute', 'payment.disputed'),
    guard: 'as above',
  },
  {
    ...{ from: 'partially_refunded', to: 'disputed' },
    ...told('dispute', 'payment.disputed'),
    guard: 'as above',
  },
  { ...{ from: 'refunded', to: 'disputed' }, ...told('dispute', 'payment.disputed'), guard: 'as above' },
  {
    ...{ from: 'disputed', to: 'captured' },
    ...told('decide for the shop', 'payment.dispute_closed'),
    guard: 'nothing was refunded',
  },
  {
    ...{ from: 'disputed', to: 'partially_captured' },
    ...told('decide for the shop', 'payment.dispute_closed'),
    guard: 'a part had been captured',
  },
  {
    ...{ from: 'disputed', to: 'partially_refunded' },
    ...told('decide for the shop', 'payment.dispute_closed'),
    guard: 'a part had been refunded',
  },
  {
    ...{ from: 'disputed', to: 'refunded' },
    ...told('decide for the shop', 'payment.dispute_closed'),
    guard: 'all had been refunded',
  },
  {
    ...{ from: 'disputed', to: 'lost' },
    ...told('decide for the shopper', 'payment.dispute_closed'),
    guard: 'the money stays away',
  },
  {
    ...{ from: 'lost', to: 'disputed' },
    ...told('dispute', 'payment.disputed'),
    guard: 'another dispute of the same payment',
  },
] as const satisfies readonly Move[];

export type PaymentMove = (typeof paymentMoves)[number];

export type AskedOperation = Extract<PaymentMove, { by: 'caller' }>['operation'];

type Amounts = Pick<StoredPayment, 'capturable' | 'captured' | 'refunded' | 'refundPending' | 'withdrawn'>;

/** What amounts have to be for an operation that the state allows. */
const hasAmountFor: Readonly<Record<AskedOperation, (amounts: Amounts) => boolean>> = {
  'payments.payments.capture': ({ capturable }) => capturable > 0,
  'payments.payments.cancel': ({ captured }) => captured === 0,
  'payments.payments.refund': (amounts) => refundable(amounts) > 0,
};

/** The operations that a payment allows now. */
export function allowedOperations(payment: Pick<StoredPayment, 'state'> & Amounts): AskedOperation[] {
  const moves: readonly Move[] = paymentMoves;
  const asked = moves.filter(({ from, by }) => by === 'caller' && from === payment.state);
  const operations = new Set(asked.map(({ operation }) => operation as AskedOperation)); // by `by`
  return [...operations].filter((operation) => hasAmountFor[operation](payment));
}

/** What refuses an operation in the payment's state. */
export function stateProblem(payment: Pick<StoredPayment, 'id' | 'state'> & Amounts, what: string): Problem {
  const allowed = allowedOperations(payment);
  return problem(paymentProblems.paymentState, {
    detail: `Payment ${payment.id} is in the state "${payment.state}", so ${what} is not possible. ${
      allowed.length > 0 ? `It allows ${allowed.join(' and ')}.` : 'Nothing can be asked of it now.'
    }`,
    details: { state: payment.state, allowed },
  });
}

/** @throws {Problem} `payment_state` where the payment doesn't allow the operation now. */
export function requireAllowed(
  payment: Pick<StoredPayment, 'id' | 'state'> & Amounts,
  operation: AskedOperation,
): void {
  if (!allowedOperations(payment).includes(operation)) throw stateProblem(payment, operation);
}

/**
 * The moves from one state to another, the fewest that lead there: a provider may tell of several at once. Undefined
 * where no moves lead there.
 */
export function pathBetween(from: PaymentState, to: PaymentState): readonly PaymentMove[] | undefined {
  const paths: PaymentMove[][] = [[]];
  const seen = new Set<PaymentState>([from]);
  for (const path of paths) {
    const at = path.at(-1)?.to ?? from;
    if (at === to) return path;
    for (const move of paymentMoves) {
      if (move.from !== at || seen.has(move.to)) continue;
      seen.add(move.to);
      paths.push([...path, move]);
    }
  }
  return undefined;
}
