import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenPurchase, givenPurchase } from './given-purchase.ts';

/** From a cart to an order that is paid: what is promised to the shopper, and to the shop. */
export function purchaseSuite(openEngine: OpenEngine): void {
  describe('a purchase', () => {
    let shop: GivenPurchase;
    beforeAll(async () => {
      shop = await givenPurchase(openEngine);
    });
    afterAll(() => shop.close());

    const intentOf = (payment: Body) => shop.stripe.paymentIntents.retrieve(payment.providerReference);
    const paymentOf = async (paymentId: string) => (await shop.request(`GET /v1/payments/${paymentId}`)).body;

    test('a paid cart becomes an order, once, and the money is taken after that', async () => {
      const variantId = await shop.variant(5);
      const cart = await shop.readyCart(variantId);
      const started = await shop.payByCard(cart);
      expect(started).toMatchObject({
        status: 201,
        body: { cart: { state: 'checkout' }, payment: { state: 'authorized', amount: { amount: 1490 } } },
      });
      const done = await shop.at(cart, 'POST complete', { paymentId: started.body.payment.id });
      expect(done).toMatchObject({
        status: 200,
        body: {
          order: { state: 'confirmed', cartId: cart.id, totals: { total: { gross: { amount: 1490 } } } },
          payment: { id: started.body.payment.id, orderId: done.body.order.id },
        },
      });
      expect((await shop.at(cart, 'POST read')).body).toMatchObject({
        ...{ state: 'completed', orderId: done.body.order.id },
      });
      await shop.drain();
      expect(await paymentOf(started.body.payment.id)).toMatchObject({
        ...{ state: 'captured', captured: { amount: 1490 } },
      });
      expect(await intentOf(done.body.payment)).toMatchObject({ status: 'succeeded', amount_received: 1490 });
      expect(await shop.levelOf(variantId)).toMatchObject({ onHand: 5, reserved: 1, available: 4 });
      const again = await shop.at(cart, 'POST complete');
      expect(again).toMatchObject({
        ...{ status: 200, body: { order: { id: done.body.order.id }, payment: { state: 'captured' } } },
      });
    });

    test('pressed five times at once, it is one order and one charge', async () => {
      const cart = await shop.readyCart(await shop.variant());
      const started = await Promise.all([1, 2, 3].map(() => shop.payByCard(cart)));
      expect(started.map(({ status }) => status)).toContain(201);
      const done = await Promise.all([1, 2, 3, 4, 5].map(() => shop.at(cart, 'POST complete')));
      await shop.drain();
      const last = await shop.at(cart, 'POST complete');
      expect(last.status).toBe(200);
      for (const { status, body } of done) {
        if (status === 200) expect(body.order.id).toBe(last.body.order.id);
      }
      expect(await shop.ordersOf(cart)).toHaveLength(1);
      const payments = (await shop.request(`GET /v1/payments?cartId=${cart.id}&pageSize=100`)).body.data;
      const captured = payments.reduce((sum: number, payment: Body) => sum + payment.captured.amount, 0);
      expect(captured).toBe(1490);
      expect(payments.filter(({ state }: Body) => state === 'authorized')).toEqual([]);
    });

    test('a declined card is told with what to do, and another one buys', async () => {
      const cart = await shop.readyCart(await shop.variant());
      const declined = await shop.payByCard(cart, 'pm_card_chargeDeclinedInsufficientFunds');
      expect(declined).toMatchObject({
        status: 201,
        body: { payment: { state: 'failed', failure: { code: expect.any(String), isRetryable: true } } },
      });
      expect(await shop.at(cart, 'POST complete')).toMatchObject({
        status: 402,
        body: { code: 'payment_failed', details: { paymentId: declined.body.payment.id } },
      });
      expect(await shop.payByCard(cart)).toMatchObject({ body: { payment: { state: 'authorized' } } });
      expect(await shop.at(cart, 'POST complete')).toMatchObject({ status: 200 });
    });

    test('a payment that waits for the shopper is not an order yet', async () => {
      const cart = await shop.readyCart(await shop.variant());
      const urls = { returnUrl: 'https://shop.example/return?a=1', cancelUrl: 'https://shop.example/cart' };
      const started = await shop.at(cart, 'POST payments', { provider: 'stripe', ...urls });
      expect(started.body.payment).toMatchObject({ state: 'requires_action' });
      expect(started.body.payment.redirectUrl).toContain(shop.simulators.stripe);
      expect(await shop.at(cart, 'POST complete')).toMatchObject({
        status: 409,
        body: { code: 'payment_pending', details: { redirectUrl: started.body.payment.redirectUrl } },
      });
      expect(await shop.ordersOf(cart)).toEqual([]);
    });

    test('another way to pay gives up the first', async () => {
      const cart = await shop.readyCart(await shop.variant());
      const first = await shop.at(cart, 'POST payments', {
        ...{ provider: 'stripe', returnUrl: 'https://shop.example/return' },
      });
      const second = await shop.at(cart, 'POST payments', { provider: 'manual', method: 'bank-transfer' });
      expect(second).toMatchObject({ status: 201, body: { payment: { state: 'authorized' } } });
      expect(await paymentOf(first.body.payment.id)).toMatchObject({ state: 'cancelled' });
      const done = await shop.at(cart, 'POST complete');
      expect(done.body).toMatchObject({
        ...{ order: { state: 'confirmed' }, payment: { provider: 'manual', captured: { amount: 0 } } },
      });
    });

    test('what is paid is what was agreed on, also where the price changes meanwhile', async () => {
      const variantId = await shop.variant();
      const cart = await shop.readyCart(variantId);
      await shop.payByCard(cart);
      const { body: found } = await shop.request('GET /v1/products?pageSize=100');
      const product = found.data.find(({ variants }: Body) => variants[0].id === variantId);
      await shop.request(`PATCH /v1/products/${product.id}`, {
        variants: [{ id: variantId, prices: [{ amount: 9900, currency: 'EUR' }] }],
      });
      expect(await shop.at(cart, 'POST complete')).toMatchObject({
        ...{ status: 200, body: { order: { totals: { total: { gross: { amount: 1490 } } } } } },
      });
    });

    test('a cart that costs another amount by then is not sold, and the payment is given back', async () => {
      const cart = await shop.readyCart(await shop.variant());
      const { body } = await shop.payByCard(cart);
      expect(await shop.at(cart, 'PUT shipping-method', { method: 'pickup' })).toMatchObject({ status: 200 });
      expect(await shop.at(cart, 'POST complete')).toMatchObject({
        status: 409,
        body: { code: 'payment_mismatch', details: { paid: 1490, total: 1000, currency: 'EUR' } },
      });
      expect(await intentOf(body.payment)).toMatchObject({ status: 'canceled' });
      expect(await shop.ordersOf(cart)).toEqual([]);
    });

    test('where the time ran out and the stock is gone, the payment is given back', async () => {
      const variantId = await shop.variant(1);
      const late = await shop.readyCart(variantId);
      const { body } = await shop.payByCard(late);
      shop.moveClock(16 * 60);
      const quick = await shop.readyCart(variantId);
      await shop.payByCard(quick);
      expect(await shop.at(quick, 'POST complete')).toMatchObject({ status: 200 });
      expect(await shop.at(late, 'POST complete')).toMatchObject({
        status: 409,
        body: { code: 'out_of_stock' },
      });
      expect(await intentOf(body.payment)).toMatchObject({ status: 'canceled', amount_received: 0 });
    });

    test('where the time ran out and there is stock, the shopper gets what they paid', async () => {
      const cart = await shop.readyCart(await shop.variant(1));
      await shop.payByCard(cart);
      shop.moveClock(16 * 60);
      expect(await shop.at(cart, 'POST complete')).toMatchObject({ status: 200 });
    });

    test('the last use of a promotion is sold once', async () => {
      const variantId = await shop.variant();
      const promotion = {
        ...{ name: 'One', status: 'active', code: 'ONCE', kind: 'percentage', percentage: 10 },
        usageLimit: 1,
      };
      const made = await shop.request('POST /v1/promotions', promotion);
      expect(made).toMatchObject({ status: 201 });
      const [one, other] = [await shop.readyCart(variantId), await shop.readyCart(variantId)];
      for (const cart of [one, other]) {
        expect(await shop.at(cart, 'POST codes', { code: 'ONCE' })).toMatchObject({ status: 200 });
        expect(await shop.payByCard(cart)).toMatchObject({ body: { payment: { state: 'authorized' } } });
      }
      const done = await Promise.all([one, other].map((cart) => shop.at(cart, 'POST complete')));
      expect(done.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'promotion_used_up']);
      const payments = await Promise.all(
        [one, other].map(
          async (cart) => (await shop.request(`GET /v1/payments?cartId=${cart.id}`)).body.data[0],
        ),
      );
      await shop.drain();
      const states = payments.map(async ({ id }) => (await paymentOf(id)).state);
      expect((await Promise.all(states)).sort()).toEqual(['cancelled', 'captured']);
    });

    test('a cart that costs nothing needs no payment', async () => {
      const cart = await shop.readyCart(await shop.variant(10, 0));
      await shop.at(cart, 'PUT shipping-method', { method: 'pickup' });
      expect(await shop.payByCard(cart)).toMatchObject({ status: 422, body: { code: 'nothing_to_pay' } });
      expect(await shop.at(cart, 'POST complete')).toMatchObject({
        ...{ status: 200, body: { order: { state: 'confirmed' }, payment: null } },
      });
    });

    test('a cart that was not paid is not sold', async () => {
      const cart = await shop.readyCart(await shop.variant());
      expect(await shop.at(cart, 'POST complete')).toMatchObject({
        ...{ status: 402, body: { code: 'payment_missing' } },
      });
    });

    test('a payment of another cart does not pay this one', async () => {
      const variantId = await shop.variant();
      const [cart, other] = [await shop.readyCart(variantId), await shop.readyCart(variantId)];
      const { body } = await shop.payByCard(other);
      expect(await shop.at(cart, 'POST complete', { paymentId: body.payment.id })).toMatchObject({
        ...{ status: 404, body: { code: 'not_found' } },
      });
    });

    test('nothing is begun for a cart with problems: all of them are named', async () => {
      const variantId = await shop.variant();
      const cart = await shop.readyCart(variantId, { email: null });
      expect(await shop.payByCard(cart)).toMatchObject({
        status: 422,
        body: { code: 'cart_not_ready', errors: [{ pointer: '/email' }] },
      });
    });

    test('the last 10 units are sold to exactly 10 of 100 who want them, and nobody else pays', async () => {
      const variantId = await shop.variant(10);
      const carts = await Promise.all(Array.from({ length: 100 }, () => shop.readyCart(variantId)));
      const outcomes = await Promise.all(
        carts.map(async (cart) => {
          const started = await shop.payByCard(cart);
          if (started.status !== 201) return started;
          return shop.at(cart, 'POST complete', { paymentId: started.body.payment.id });
        }),
      );
      await shop.drain();
      expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(10);
      const refused = outcomes.filter(({ status }) => status !== 200);
      // Told before or after it was tried to set the stock aside.
      const reasons = refused.map(({ body }) => body.code);
      expect(reasons.filter((code) => code !== 'out_of_stock' && code !== 'cart_not_ready')).toEqual([]);
      expect(await shop.levelOf(variantId)).toMatchObject({ onHand: 10, reserved: 10, available: 0 });
      const sold = new Set(outcomes.map(({ body }) => body.order?.cartId));
      for (const cart of carts) {
        const { data } = (await shop.request(`GET /v1/payments?cartId=${cart.id}`)).body;
        const captured = data.reduce((sum: number, payment: Body) => sum + payment.captured.amount, 0);
        expect(captured).toBe(sold.has(cart.id) ? 1490 : 0);
      }
    });
  });
}
