import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../../catalog/given-store.ts';
import type { GivenCart } from '../../checkout/given-checkout.ts';
import { type GivenPurchase, givenPurchase } from '../../purchase/given-purchase.ts';
import { type CrashPlan, crashingEngine } from './crashing-engine.ts';

/**
 * Every place at which a process can die in a purchase. State changes in transactions and at the provider, which is
 * asked between them: dying after a transaction leaves the provider unasked, before the next one it has answered and
 * nobody knows.
 */
export function crashSuite(openEngine: OpenEngine): void {
  describe('a process that dies in the middle of a purchase', () => {
    let shop: GivenPurchase;
    let price = 1000;
    beforeAll(async () => {
      shop = await givenPurchase(openEngine, { isQuiet: true });
    });
    afterAll(() => shop.close());

    /** Begins to pay and completes, as far as the process lives. */
    async function buy(cart: GivenCart, suffix = ''): Promise<void> {
      const key = (step: string) => ({ 'idempotency-key': `${cart.id}-${step}${suffix}` });
      const payment = {
        provider: 'stripe',
        paymentToken: 'pm_card_visa',
        returnUrl: 'https://shop.example/',
      };
      await shop.at(cart, 'POST payments', payment, key('pay'));
      await shop.at(cart, 'POST complete', {}, key('complete'));
      await shop.drain();
    }

    /** Buys until the process dies, and starts another; answers whether it did. */
    async function buyAndDie(cart: GivenCart, plan: CrashPlan): Promise<boolean> {
      let hasCrashed = () => false;
      await shop.restart((engine) => {
        const crashing = crashingEngine(engine, 'shop', plan);
        hasCrashed = crashing.hasCrashed;
        return crashing.engine;
      });
      await buy(cart).catch(() => undefined);
      await shop.restart();
      return hasCrashed();
    }

    /** Leases of the dead process run out, and what it left half-way is taken up. */
    async function settle(seconds: number): Promise<void> {
      for (let round = 0; round < 3; round += 1) {
        shop.moveClock(seconds);
        await shop.drain();
      }
    }

    /** What the provider has taken, and still holds, of the purchase of this amount. */
    async function atStripe(amount: number) {
      const { data } = await shop.stripe.paymentIntents.list({ limit: 100 });
      const ours = data.filter((intent) => intent.amount === amount);
      return {
        received: ours.reduce((sum, intent) => sum + intent.amount_received, 0),
        held: ours.filter(({ status }) => status === 'requires_capture').length,
      };
    }

    async function dieEverywhere(
      moments: readonly CrashPlan['when'][],
      check: (cart: GivenCart, variantId: string, place: string) => Promise<void>,
    ): Promise<void> {
      for (const when of moments) {
        for (let at = 1; ; at += 1) {
          price += 1;
          const variantId = await shop.variant(3, price);
          const cart = await shop.readyCart(variantId);
          const hasDied = await buyAndDie(cart, { at, when });
          await check(cart, variantId, `${when} transaction ${at}`);
          if (hasDied) continue;
          expect(at).toBeGreaterThan(10);
          break;
        }
      }
    }

    async function expectOneOrder(cart: GivenCart, variantId: string, place: string): Promise<void> {
      const amount = price + 490;
      const orders = await shop.ordersOf(cart);
      expect({ place, orders: orders.length, ...(await atStripe(amount)) }).toEqual({
        ...{ place, orders: 1, received: amount, held: 0 },
      });
      expect(orders[0]).toMatchObject({ paid: { amount }, paymentState: 'captured' });
      expect(await shop.levelOf(variantId)).toMatchObject({ onHand: 3, reserved: 1 });
    }

    test('the same requests again make one order and one charge, wherever it was', async () => {
      await dieEverywhere(['before', 'after'], async (cart, variantId, place) => {
        await buy(cart);
        await settle(120);
        await expectOneOrder(cart, variantId, place);
      });
    });

    test('so do new ones, of a shopper who loads the page again', async () => {
      await dieEverywhere(['before'], async (cart, variantId, place) => {
        await buy(cart, '-again');
        await settle(120);
        await expectOneOrder(cart, variantId, place);
      });
    });

    test('a shopper who never comes back gets an order, or keeps their money', async () => {
      await dieEverywhere(['before'], async (cart, _variantId, place) => {
        await settle(12 * 3600);
        const orders = await shop.ordersOf(cart);
        const { received, held } = await atStripe(price + 490);
        const paid = orders.reduce((sum: number, order: Body) => sum + order.paid.amount, 0);
        expect({ place, received, held }).toEqual({ place, received: paid, held: 0 });
      });
    });
  });
}
