import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import type { GivenCart } from '../checkout/given-checkout.ts';
import { type CrashPlan, crashingEngine } from './crashing-engine.ts';
import { type GivenPurchase, givenPurchase } from './given-purchase.ts';

/** Every place at which a process can die in a purchase: between any two transactions. */
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

    /** Runs until the process dies; answers whether it did. */
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

    /** What the provider has taken, and still holds, of the purchase of this amount. */
    async function atStripe(amount: number) {
      const { data } = await shop.stripe.paymentIntents.list({ limit: 100 });
      const ours = data.filter((intent) => intent.amount === amount);
      return {
        received: ours.reduce((sum, intent) => sum + intent.amount_received, 0),
        held: ours.filter(({ status }) => status === 'requires_capture').length,
      };
    }

    async function dieEverywhere(after: (cart: GivenCart) => Promise<void>) {
      for (const when of ['before', 'after'] as const) {
        for (let at = 1; ; at += 1) {
          price += 1;
          const variantId = await shop.variant(3, price);
          const cart = await shop.readyCart(variantId);
          const amount = price + 490;
          const died = await buyAndDie(cart, { at, when });
          await after(cart);
          const orders = await shop.ordersOf(cart);
          const place = `${when} transaction ${at}`;
          expect({ place, orders: orders.length, ...(await atStripe(amount)) }).toEqual({
            ...{ place, orders: 1, received: amount, held: 0 },
          });
          expect(orders[0]).toMatchObject({ paid: { amount }, paymentState: 'captured' });
          expect(await shop.levelOf(variantId)).toMatchObject({ onHand: 3, reserved: 1 });
          if (!died) break;
        }
      }
    }

    test('the same requests again make one order and one charge, wherever it was', async () => {
      await dieEverywhere((cart) => buy(cart));
    }, 120_000);

    test('so do new ones, of a shopper who loads the page again', async () => {
      await dieEverywhere((cart) => buy(cart, '-again'));
    }, 120_000);

    test('a shopper who never comes back gets an order, or keeps their money', async () => {
      for (const when of ['before', 'after'] as const) {
        for (let at = 1; ; at += 1) {
          price += 1;
          const cart = await shop.readyCart(await shop.variant(3, price));
          const died = await buyAndDie(cart, { at, when });
          await shop.drain();
          // Whatever was left half-way is taken up, or runs out.
          for (let round = 0; round < 4; round += 1) {
            shop.moveClock(12 * 3600);
            await shop.drain();
          }
          const orders = await shop.ordersOf(cart);
          const { received, held } = await atStripe(price + 490);
          const paid = orders.reduce((sum: number, order: Body) => sum + order.paid.amount, 0);
          const place = `${when} transaction ${at}`;
          expect({ place, received, held }).toEqual({ place, received: paid, held: 0 });
          if (!died) break;
        }
      }
    }, 120_000);
  });
}
