import fc from 'fast-check';
import { expect } from 'vitest';
import type { Answer, Body } from '../../catalog/given-store.ts';
import type { GivenOrders } from '../given-orders.ts';
import type { Attempt } from './attempt.ts';
import { givenPlaces, givenWalk, type WalkedOrder, type WalkedShop } from './given-walk.ts';
import { walks } from './wishes.ts';

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, each) => sum + each, 0);

/** What the model has an opinion of, as the platform says it. */
function figuresOf({ order, parcels, returns, levels }: Body) {
  const states = (list: readonly Body[]) => Object.fromEntries(list.map(({ id, state }) => [id, state]));
  return {
    ...{ state: order.state, fulfilmentState: order.fulfilmentState, returnState: order.returnState },
    ...{ paymentState: order.paymentState, paid: order.paid.amount, refunded: order.refunded.amount },
    ...{ credited: order.credited.amount, shippingRefunded: order.shippingRefunded.amount },
    balance: order.balance.amount,
    lines: order.lines.map((line: Body) => ({
      ...{ id: line.id, plannedQuantity: line.plannedQuantity, fulfilledQuantity: line.fulfilledQuantity },
      ...{ cancelledQuantity: line.cancelledQuantity, returningQuantity: line.returningQuantity },
      ...{ returnedQuantity: line.returnedQuantity, refundedQuantity: line.refundedQuantity },
      refundedAmount: line.refundedAmount.amount,
    })),
    ...{ parcels: states(parcels), returns: states(returns) },
    stock: Object.fromEntries(
      Object.entries<readonly Body[]>(levels).map(([variantId, each]) => [
        variantId,
        {
          onHand: sumOf(each.map((level) => level.onHand)),
          reserved: sumOf(each.map((level) => level.reserved)),
          available: sumOf(each.map((level) => level.available)),
        },
      ]),
    ),
  };
}

/** What holds of every order, whatever the model says. */
function expectSound({ order, payment, ledger, levels }: Body): void {
  for (const line of order.lines) {
    const { quantity, plannedQuantity, fulfilledQuantity, cancelledQuantity, ...units } = line;
    expect(plannedQuantity + fulfilledQuantity + cancelledQuantity).toBeLessThanOrEqual(quantity);
    expect(units.returningQuantity + units.returnedQuantity).toBeLessThanOrEqual(fulfilledQuantity);
    expect(units.refundedAmount.amount).toBeLessThanOrEqual(line.total.gross.amount);
  }
  for (const level of Object.values<readonly Body[]>(levels).flat()) {
    for (const units of [level.onHand, level.reserved, level.available])
      expect(units).toBeGreaterThanOrEqual(0);
  }
  // What the provider keeps for its work is no money of the customer's.
  const moved = ledger.filter(({ kind }: Body) => !kind.startsWith('fee'));
  const ofProvider = moved.flatMap(({ entries }: Body) =>
    entries.filter(({ account }: Body) => account.startsWith('provider:')),
  );
  const net = payment.captured.amount - payment.refunded.amount;
  expect(sumOf(ofProvider.map(({ amount }: Body) => amount.amount))).toBe(net);
  expect(order.paid.amount - order.refunded.amount).toBe(net);
  expect(net).toBeGreaterThanOrEqual(0);
}

function expectRefused({ status, body }: Answer, refusal: NonNullable<Attempt['refusal']>): void {
  const { details } = body;
  const sorted = details?.allowed ? { ...details, allowed: [...details.allowed].sort() } : details;
  expect({ status, body: { ...body, details: sorted } }).toMatchObject({
    status: refusal.status,
    body: { code: refusal.code, ...(refusal.details ? { details: refusal.details } : {}) },
  });
  expect(body.hint).toMatch(/\S/);
}

/** What left a place left that place. */
function expectShipped(attempt: Attempt, walk: WalkedOrder, before: Body, after: Body, parcel: Body): void {
  if (!attempt.route.endsWith('/ship') || parcel.locationId === null) return;
  const units = walk.model.byVariant(walk.model.parcels.get(parcel.id)?.units ?? new Map());
  const onHand = ({ levels }: Body, variantId: string) =>
    levels[variantId].find(({ locationId }: Body) => locationId === parcel.locationId)?.onHand ?? 0;
  for (const [variantId, quantity] of units)
    expect(onHand(before, variantId) - onHand(after, variantId)).toBe(quantity);
}

async function step(shop: GivenOrders, walk: WalkedOrder, attempt: Attempt, before: Body): Promise<Body> {
  const answer = await shop.request(attempt.route, attempt.input);
  if (attempt.route.startsWith('POST /v1/payments')) await shop.drain();
  const after = await walk.look();
  const lacksStock = attempt.mayLackStock && answer.body?.code === 'out_of_stock';
  const refusal = lacksStock ? { status: 409, code: 'out_of_stock' } : attempt.refusal;
  if (refusal) {
    expectRefused(answer, refusal);
    expect(after).toEqual(before);
    return after;
  }
  expect({ status: answer.status, body: answer.body }).toMatchObject({
    status: expect.toSatisfy((status) => status < 300),
  });
  attempt.apply(answer.body);
  expect(figuresOf(after)).toEqual(walk.model.figures);
  expectSound(after);
  expectShipped(attempt, walk, before, after, answer.body);
  return after;
}

/** What the simulated Stripe has of the order's payment. */
async function expectSameAtStripe(shop: GivenOrders, { payment }: Body): Promise<void> {
  if (payment.provider !== 'stripe') return;
  const intent = await shop.stripe.paymentIntents.retrieve(payment.providerReference, {
    expand: ['latest_charge'],
  });
  expect(intent.latest_charge).toMatchObject({
    ...{ amount_captured: payment.captured.amount, amount_refunded: payment.refunded.amount },
  });
}

type Walk = ReturnType<typeof walks> extends fc.Arbitrary<infer Value> ? Value : never;

async function takeWalk(walked: WalkedShop, { wishes, ...wanted }: Walk, seen: Set<string>): Promise<void> {
  const { shop } = walked;
  const walk = await givenWalk(walked, wanted);
  let now = await walk.look();
  expect(figuresOf(now)).toEqual(walk.model.figures);
  const steps: string[] = [];
  for (const wish of wishes) {
    const attempt = wish(walk);
    if (!attempt) continue;
    const { route, input, refusal } = attempt;
    const verb = route.replace(/[a-z]+_[0-9A-Z]{26}/g, '…');
    steps.push(`${verb} ${JSON.stringify(input)} -> ${refusal?.code ?? 'done'}`);
    seen.add(`${verb} ${refusal?.code ?? 'done'}`);
    try {
      now = await step(shop, walk, attempt, now);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${why}\nafter step ${steps.length} of this walk:\n${steps.join('\n')}`, {
        cause: error,
      });
    }
    await expectSameAtStripe(shop, now);
  }
  // Events and the clock have nothing to add.
  shop.moveClock(600);
  await shop.drain();
  expect(figuresOf(await walk.look())).toEqual(walk.model.figures);
}

/** Every payment of the shop is the same in our books and in the provider's. */
async function expectBalancedBooks(shop: GivenOrders): Promise<void> {
  let after: string | null = null;
  do {
    const more: object = after === null ? {} : { after };
    const input = { provider: 'stripe', pageSize: 100, ...more };
    const { body }: Answer = await shop.request('POST /v1/ledger/reconcile', input);
    expect(body).toMatchObject({ isBalanced: true, differences: [] });
    after = body.next;
  } while (after !== null);
}

export interface WalkPlan {
  readonly runs: number;
  readonly longest: number;
  /** Printed by a walk that fails: with it the same walks are taken again. */
  readonly seed: number;
}

/**
 * Walks through random lives of orders; every step is held against the model. Answers what was met on the way:
 * operations, each with what came of it.
 */
export async function walkOrders(
  shop: GivenOrders,
  { runs, longest, seed }: WalkPlan,
): Promise<ReadonlySet<string>> {
  const walked = await givenPlaces(shop);
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.noBias(walks(longest)), (walk) => takeWalk(walked, walk, seen)),
    { numRuns: runs, seed, endOnFailure: true, includeErrorInReport: true },
  );
  await expectBalancedBooks(shop);
  return seen;
}
