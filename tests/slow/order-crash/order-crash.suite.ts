import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../../catalog/given-store.ts';
import { type Bought, type GivenOrders, givenOrders, shipped } from '../../orders/given-orders.ts';
import { type CrashPlan, crashingEngine } from '../purchase-crash/crashing-engine.ts';

const price = 1000;
const paid = 3 * price + 490;
const onHand = 10;

/** Something that gives money back, and what has to be true once it was done, however often it was cut off. */
interface Deed {
  readonly name: string;
  prepare(shop: GivenOrders): Promise<{ readonly bought: Bought; readonly route: string }>;
  readonly input: (bought: Bought) => object;
  /** Minor units that the customer has paid in the end. */
  readonly kept: number;
  readonly stock: { readonly onHand: number; readonly reserved: number };
  /** The same before it was done. */
  readonly stockBefore: { readonly onHand: number; readonly reserved: number };
  /** Whether an order shows that it was done. */
  isDone(order: Body): boolean;
}

const unitsOf = ({ lineId }: Bought, quantity: number) => [{ lineId, quantity }];

const deeds: readonly Deed[] = [
  {
    name: 'a refund of all units with the shipping',
    async prepare(shop) {
      const bought = await shop.buy({ onHand, price });
      return { bought, route: `orders/${bought.id}/refunds` };
    },
    input: (bought) => ({ lines: unitsOf(bought, 3), shipping: true }),
    ...{ kept: 0, stock: { onHand, reserved: 3 }, stockBefore: { onHand, reserved: 3 } },
    isDone: ({ credited }) => credited.amount > 0,
  },
  {
    name: 'a cancellation of a paid order',
    async prepare(shop) {
      const bought = await shop.buy({ onHand, price });
      await shop.parcel(bought, 2, ['pack']);
      return { bought, route: `orders/${bought.id}/cancel` };
    },
    input: () => ({ reason: 'Changed my mind' }),
    ...{ kept: 0, stock: { onHand, reserved: 0 }, stockBefore: { onHand, reserved: 3 } },
    isDone: ({ state }) => state === 'cancelled',
  },
  {
    name: 'a cancellation at the very moment of the purchase',
    async prepare(shop) {
      const bought = await shop.buy({ onHand, price, isSettled: false });
      return { bought, route: `orders/${bought.id}/cancel` };
    },
    input: () => ({}),
    ...{ kept: 0, stock: { onHand, reserved: 0 }, stockBefore: { onHand, reserved: 3 } },
    isDone: ({ state }) => state === 'cancelled',
  },
  {
    name: 'a cancellation of units',
    async prepare(shop) {
      const bought = await shop.buy({ onHand, price });
      return { bought, route: `orders/${bought.id}/cancel` };
    },
    // Asked for again by another request, there are not so many any more.
    input: (bought) => ({ lines: unitsOf(bought, 2) }),
    ...{ kept: price + 490, stock: { onHand, reserved: 1 }, stockBefore: { onHand, reserved: 3 } },
    isDone: ({ credited }) => credited.amount > 0,
  },
  {
    name: 'an edit that makes it cost less',
    async prepare(shop) {
      const bought = await shop.buy({ onHand, price });
      return { bought, route: `orders/${bought.id}/edits` };
    },
    // Asked for again by another request, it changes nothing any more.
    input: ({ lineId }) => ({ lines: [{ lineId, quantity: 1 }] }),
    ...{ kept: price + 490, stock: { onHand, reserved: 1 }, stockBefore: { onHand, reserved: 3 } },
    isDone: ({ editedAt }) => editedAt !== null,
  },
  {
    name: 'a return that is completed',
    async prepare(shop) {
      const bought = await shop.buy({ onHand, price });
      await shop.parcel(bought, 3, shipped);
      const back = await shop.sendBack(bought, 2, ['approve', 'ship-back', 'receive', 'inspect']);
      return { bought, route: `returns/${back.id}/complete` };
    },
    input: () => ({ shipping: true, restockingFee: 100 }),
    kept: price + 100,
    stock: { onHand: onHand - 1, reserved: 0 },
    stockBefore: { onHand: onHand - 1, reserved: 0 },
    isDone: ({ lines }) => lines[0].returnedQuantity > 0,
  },
];

export interface OrderCrashOptions {
  /**
   * Dies after each transaction alone, and asks by the same request. Who asks again, and what the provider has heard by
   * then, is the same on every engine; what a commit left behind is what one engine could do differently from another.
   */
  readonly isBrief?: boolean;
}

/**
 * Every place at which a process can die while it gives money back: before and after each of its transactions, those
 * that hear of it included. What was written down is given back once, by the retry or by the clock.
 */
export function orderCrashSuite(openEngine: OpenEngine, { isBrief = false }: OrderCrashOptions = {}): void {
  describe('a process that dies while it gives money back', () => {
    let shop: GivenOrders;
    beforeAll(async () => {
      shop = await givenOrders(openEngine, { isQuiet: true });
    });
    afterAll(() => shop.close());

    const ask = (route: string, input: object, key: string) =>
      shop.request(`POST /v1/${route}`, input, { 'idempotency-key': key });

    /** Asks until the process dies, and starts another; answers whether it did. */
    async function askAndDie(asking: () => Promise<unknown>, plan: CrashPlan): Promise<boolean> {
      let hasCrashed = () => false;
      await shop.restart((engine) => {
        const crashing = crashingEngine(engine, 'shop', plan);
        hasCrashed = crashing.hasCrashed;
        return crashing.engine;
      });
      // A process that died in the request works off nothing: who hears of it is not kept waiting by an attempt.
      await asking().catch(() => undefined);
      if (!hasCrashed()) await shop.drain().catch(() => undefined);
      await shop.restart();
      return hasCrashed();
    }

    /** Leases of the dead process run out, and what it left half-way is taken up. */
    async function settle(): Promise<void> {
      for (let round = 0; round < 3; round += 1) {
        shop.moveClock(200);
        await shop.drain();
      }
    }

    /** What the provider still has of an order's money. */
    async function atStripe(bought: Bought) {
      const { providerReference, id } = await shop.payment(bought);
      const intent = await shop.stripe.paymentIntents.retrieve(providerReference, {
        expand: ['latest_charge'],
      });
      const charge = typeof intent.latest_charge === 'string' ? null : intent.latest_charge;
      const { body } = await shop.request(`GET /v1/ledger?paymentId=${id}&pageSize=100`);
      const moved = body.data.filter(({ kind }: Body) => !kind.startsWith('fee'));
      const booked = moved.flatMap(({ entries }: Body) => entries);
      const ofProvider = booked.filter(({ account }: Body) => account === 'provider:stripe');
      return {
        // An authorization that is let go of is told as refunded, too.
        kept: charge?.captured ? charge.amount_captured - charge.amount_refunded : 0,
        isHeld: intent.status === 'requires_capture',
        booked: ofProvider.reduce((sum: number, { amount }: Body) => sum + amount.amount, 0),
      };
    }

    async function expectDone(deed: Deed, bought: Bought, isDone: boolean, place: string): Promise<void> {
      const order = await shop.order(bought);
      const kept = isDone ? deed.kept : paid;
      const { variantId } = bought;
      const { onHand: there, reserved } = await shop.levelOf(variantId);
      const { body: refunds } = await shop.request(`GET /v1/orders/${bought.id}/refunds`);
      expect({
        ...{ place, isDone: deed.isDone(order), paid: order.paid.amount - order.refunded.amount },
        ...{ balance: order.balance.amount, stock: { onHand: there, reserved } },
        ...{ pending: refunds.data.filter(({ state }: Body) => state !== 'completed') },
        ...(await atStripe(bought)),
      }).toEqual({
        ...{ place, isDone, paid: kept, balance: 0, stock: isDone ? deed.stock : deed.stockBefore },
        ...{ pending: [], kept, isHeld: false, booked: kept },
      });
      expect(refunds.data.length).toBeLessThanOrEqual(1);
    }

    async function dieEverywhere(
      deed: Deed,
      moments: readonly CrashPlan['when'][],
      then: (again: (key: string) => Promise<unknown>, key: string) => Promise<unknown>,
      isRetried = true,
    ): Promise<void> {
      for (const when of moments) {
        for (let at = 1; ; at += 1) {
          const { bought, route } = await deed.prepare(shop);
          const again = (key: string) => ask(route, deed.input(bought), key);
          const key = bought.id;
          const hasDied = await askAndDie(() => again(key), { at, when });
          await then(again, key);
          await settle();
          const isDone = isRetried || deed.isDone(await shop.order(bought));
          await expectDone(deed, bought, isDone, `${when} transaction ${at}`);
          if (hasDied) continue;
          expect(at).toBeGreaterThan(5);
          break;
        }
      }
    }

    describe.each(deeds.map((deed) => [deed.name, deed] as const))('%s', (_name, deed) => {
      test('the same request again does it once, wherever it was', async () => {
        await dieEverywhere(deed, isBrief ? ['after'] : ['before', 'after'], async (again, key) => {
          await again(key);
          await settle();
          expect(await again(key)).toMatchObject({ status: expect.toSatisfy((status) => status < 300) });
        });
      });

      if (isBrief) return;

      test('a new request does it once, or is told that it is done', async () => {
        await dieEverywhere(deed, ['before'], (again, key) => again(`${key}-again`));
      });

      test('without another request it is done in full or not at all', async () => {
        // Others hear of what was done before the clock takes up the rest.
        await dieEverywhere(deed, ['before'], () => shop.drain(), false);
      });
    });
  });
}
