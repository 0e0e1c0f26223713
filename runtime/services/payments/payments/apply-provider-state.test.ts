import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOf, figuresOf } from '../ledger/ledger-transaction.ts';
import { feesByCurrency } from '../ledger/merge-fees.ts';
import type { Movement } from '../ledger/movements.ts';
import type { ProviderState } from '../payment-provider.ts';
import { applyProviderState } from './apply-provider-state.ts';
import { type PaymentFacts, refundable } from './payment-facts.ts';
import { pathBetween } from './payment-states.ts';

const amount = 1000;

const fresh: PaymentFacts = {
  payment: {
    ...{ id: 'pay_1', orderId: null, cartId: null, customerId: null, provider: 'stripe', methodKey: null },
    ...{ method: null, state: 'pending', currency: 'EUR', amount, authorized: 0, capturable: 0, captured: 0 },
    ...{ refunded: 0, refundPending: 0, withdrawn: 0, isCancelled: false, redirectUrl: null, failure: null },
    ...{ providerReference: null, aliases: [], riskScore: null, riskLevel: null, capture: 'automatic' },
    fees: [],
    ...{ expiresAt: null, description: null, wanted: null, done: [], attempts: 0, dueAt: null },
  },
  refunds: [],
  disputes: [],
};

const begun: ProviderState = {
  ...{ reference: 'pi_1', aliases: ['pi_1'], status: 'pending', amount, currency: 'EUR', authorized: 0 },
  ...{ capturable: 0, captured: 0, refunds: [], disputes: [], fees: [], redirectUrl: null, failure: null },
  ...{ isExpired: false, method: null, riskScore: null, riskLevel: null, expiresAt: null },
};
const held: ProviderState = { ...begun, status: 'authorized', authorized: amount, capturable: amount };
const taken: ProviderState = { ...held, capturable: 0, captured: amount };
const declined = { code: 'card_declined', message: 'The card was declined.', isRetryable: false };
const refundOf = (reference: string, refunded: number, state: 'pending' | 'succeeded' | 'failed') => ({
  ...{
    reference,
    refundId: null,
    amount: refunded,
    state,
    failure: state === 'failed' ? 'account closed' : null,
  },
});
const disputeOf = (state: 'needs_response' | 'under_review' | 'won' | 'lost', isInquiry = false) => ({
  ...{ reference: 'dp_1', amount, state, isInquiry, reason: 'fraudulent', respondBy: null },
});

function applying() {
  let count = 0;
  let facts = fresh;
  const events: string[] = [];
  const movements: Movement[] = [];
  return {
    events,
    movements,
    facts: () => facts,
    tell(state: ProviderState) {
      const applied = applyProviderState(facts, state, (prefix) => `${prefix}_${++count}`);
      facts = applied.facts;
      events.push(...applied.events.map(({ type }) => type));
      movements.push(...applied.movements);
      return applied;
    },
  };
}

describe.each<[string, ProviderState[], string, string[], string[]]>([
  ['a card that passes', [held], 'authorized', ['authorized'], []],
  ['a card that is declined', [{ ...begun, status: 'failed', failure: declined }], 'failed', ['failed'], []],
  [
    'a page that waits',
    [{ ...begun, status: 'requires_action', redirectUrl: 'u' }],
    'requires_action',
    ['requires_action'],
    [],
  ],
  [
    'money that was taken while nobody looked',
    [taken],
    'captured',
    ['authorized', 'captured'],
    ['capture 1000'],
  ],
  [
    'a part that was taken, the rest released',
    [held, { ...held, capturable: 0, captured: 400 }],
    'partially_captured',
    ['authorized', 'captured'],
    ['capture 400'],
  ],
  [
    'two parts',
    [{ ...held, capturable: 600, captured: 400 }, taken],
    'captured',
    ['authorized', 'captured', 'captured'],
    ['capture 400', 'capture 600'],
  ],
  [
    'a hold that ran out',
    [held, { ...held, status: 'cancelled', capturable: 0, isExpired: true }],
    'cancelled',
    ['authorized', 'cancelled'],
    [],
  ],
  [
    'a refund that fails after it succeeded',
    [
      { ...taken, refunds: [refundOf('re_1', 300, 'succeeded')] },
      { ...taken, refunds: [refundOf('re_1', 300, 'failed')] },
    ],
    'captured',
    ['authorized', 'captured', 'refunded', 'refund_failed'],
    ['capture 1000', 'refund 300', 'refund_failed 300'],
  ],
  [
    'a refund that never got away',
    [
      { ...taken, refunds: [refundOf('re_1', 300, 'pending')] },
      { ...taken, refunds: [refundOf('re_1', 300, 'failed')] },
    ],
    'captured',
    ['authorized', 'captured', 'refund_failed'],
    ['capture 1000'],
  ],
  [
    'a dispute that is won',
    [
      { ...taken, disputes: [disputeOf('needs_response')] },
      { ...taken, disputes: [disputeOf('won')] },
    ],
    'captured',
    ['authorized', 'captured', 'disputed', 'dispute_closed'],
    ['capture 1000', 'dispute_opened 1000', 'dispute_won 1000'],
  ],
  [
    'a dispute that was lost while nobody looked',
    [{ ...taken, disputes: [disputeOf('lost')] }],
    'lost',
    ['authorized', 'captured', 'disputed', 'dispute_closed'],
    ['capture 1000', 'dispute_opened 1000', 'dispute_lost 1000'],
  ],
  [
    'an inquiry that becomes a dispute',
    [
      { ...taken, disputes: [disputeOf('needs_response', true)] },
      { ...taken, disputes: [disputeOf('needs_response')] },
    ],
    'disputed',
    ['authorized', 'captured', 'disputed'],
    ['capture 1000', 'dispute_opened 1000'],
  ],
])('%s', (_name, states, state, events, movements) => {
  test(`ends ${state}, with its events and movements, also when told twice`, () => {
    const payment = applying();
    for (const told of states) payment.tell(told);
    for (const told of states) payment.tell(told);
    expect(payment.facts().payment.state).toBe(state);
    expect(payment.events).toEqual(events.map((event) => `payment.${event}`));
    expect(payment.movements.map(({ kind, amount: moved }) => `${kind} ${moved}`)).toEqual(movements);
  });
});

test('a second attempt after a failure begins anew', () => {
  const payment = applying();
  payment.tell({ ...begun, status: 'failed', failure: declined });
  const { moves, facts } = payment.tell(held);
  expect(moves.map(({ to }) => to)).toEqual(['pending', 'authorized']);
  expect(facts.payment).toMatchObject({ state: 'authorized', failure: null });
});

type Draw = (most: number) => number;

/** A life that a payment can have at a provider, look by look. */
function life(draw: Draw): ProviderState[] {
  const states: ProviderState[] = [begun];
  if (draw(2) === 1)
    states.push({ ...begun, status: 'requires_action', redirectUrl: 'https://bank.example' });
  if (draw(3) === 0) states.push({ ...begun, status: 'failed', failure: declined });
  let state = held;
  states.push(state);
  if (draw(5) === 0) return [...states, { ...state, status: 'cancelled', capturable: 0 }];
  for (let parts = 1 + draw(2); parts > 0 && state.capturable > 0; parts--) {
    const captured = 1 + draw(state.capturable - 1);
    state = { ...state, captured: state.captured + captured, capturable: state.capturable - captured };
    states.push(state);
  }
  if (draw(2) === 0) {
    state = { ...state, capturable: 0 };
    states.push(state);
  }
  for (let count = draw(4); count > 0; count--) {
    const kept = state.refunds.filter((refund) => refund.state !== 'failed');
    const left = state.captured - kept.reduce((sum, refund) => sum + refund.amount, 0);
    if (left === 0) break;
    const reference = `re_${state.refunds.length}`;
    const refunded = 1 + draw(left - 1);
    for (const step of (['pending', 'succeeded', 'failed'] as const).slice(0, 2 + draw(1))) {
      const others = state.refunds.filter((refund) => refund.reference !== reference);
      state = { ...state, refunds: [...others, refundOf(reference, refunded, step)] };
      states.push(state);
    }
  }
  return states;
}

const lives = fc.array(fc.nat({ max: 10_000 }), { minLength: 40, maxLength: 40 }).map((draws) => {
  let next = 0;
  return life((most) => (draws[next++ % draws.length] ?? 0) % (most + 1));
});

const told = lives.chain((states) =>
  fc.record({
    states: fc.constant(states),
    order: fc.array(fc.nat({ max: states.length - 1 }), { maxLength: 30 }),
  }),
);

test('a fee is booked when it is known, once, in its own currency; one that comes back is booked against it', () => {
  const fee = { reference: 'txn_1', amount: 320, currency: 'USD' };
  const back = { reference: 'txn_3', amount: -1500, currency: 'USD' };
  const payment = applying();
  payment.tell(taken);
  for (const fees of [[fee], [fee], [], [fee, { ...back, reference: 'txn_2', amount: 1500 }, back]])
    payment.tell({ ...taken, fees });
  expect(payment.movements.map(({ kind, amount: moved, currency }) => [kind, moved, currency])).toEqual([
    ['capture', 1000, undefined],
    ...[
      ['fee', 320, 'USD'],
      ['fee', 1500, 'USD'],
      ['fee_returned', 1500, 'USD'],
    ],
  ]);
  const transactions = payment.movements.map((movement) => ({
    currency: movement.currency ?? 'EUR',
    entries: entriesOf(movement, 'stripe'),
  }));
  expect(figuresOf(transactions)).toEqual({ captured: 1000, refunded: 0, fees: { USD: 320 } });
});

test('whatever is told in whatever order and however often, the end is the same', () => {
  fc.assert(
    fc.property(told, ({ states, order }) => {
      const inOrder = applying();
      for (const state of states) inOrder.tell(state);
      const shuffled = applying();
      for (const index of order) shuffled.tell(states[index] ?? begun);
      shuffled.tell(states.at(-1) ?? begun);
      // Old news after the last.
      for (const state of states.filter(({ authorized }) => authorized > 0)) shuffled.tell(state);
      const figures = ({ payment }: PaymentFacts) => {
        const { state, authorized, capturable, captured, refunded, refundPending } = payment;
        return { state, authorized, capturable, captured, refunded, refundPending };
      };
      expect(figures(shuffled.facts())).toEqual(figures(inOrder.facts()));
    }),
  );
});

test('amounts are never negative, no more is refunded than was captured, and every move is in the table', () => {
  fc.assert(
    fc.property(told, ({ states, order }) => {
      const payment = applying();
      for (const index of [...order, states.length - 1]) {
        const before = payment.facts().payment.state;
        const { facts, moves } = payment.tell(states[index] ?? begun);
        const { authorized, capturable, captured, refunded, state } = facts.payment;
        expect(
          Math.min(authorized, capturable, captured, refunded, refundable(facts.payment)),
        ).toBeGreaterThanOrEqual(0);
        expect(captured).toBeGreaterThanOrEqual(refunded);
        expect(authorized).toBeGreaterThanOrEqual(captured + capturable);
        expect(pathBetween(before, state)).toEqual(moves);
      }
    }),
  );
});

test('the books are balanced, and say what the payment says', () => {
  fc.assert(
    fc.property(told, ({ states, order }) => {
      const payment = applying();
      for (const index of [...order, states.length - 1]) payment.tell(states[index] ?? begun);
      const transactions = payment.movements.map((movement) => ({
        currency: movement.currency ?? 'EUR',
        entries: entriesOf(movement, 'stripe'),
      }));
      for (const { entries } of transactions)
        expect(entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0);
      const { captured, refunded, fees } = payment.facts().payment;
      expect(figuresOf(transactions)).toEqual({ captured, refunded, fees: feesByCurrency(fees) });
    }),
  );
});
