import { describe, expect, test } from 'vitest';
import type { GivenOrders } from './given-orders.ts';

/** What becomes of orders that the rules of fraud hold up. */
export function reviewTests(shop: () => GivenOrders): void {
  describe('an order in review', () => {
    const dear = { price: 20_000, quantity: 3, onHand: 10 };

    async function assessmentOf(orderId: string): Promise<string> {
      const { body } = await shop().request('GET /v1/fraud/assessments?state=in_review&pageSize=100');
      return body.data.find((found: { orderId: string }) => found.orderId === orderId).id;
    }

    test('is neither charged nor sent; approved, its money is taken', async () => {
      const { buy, order, toOrder, payment, drain } = shop();
      const bought = await buy(dear);
      expect(await order(bought)).toMatchObject({
        ...{ state: 'review', riskScore: 60, paymentState: 'authorized', paid: { amount: 0 } },
      });
      expect(await toOrder(bought, 'fulfilments')).toMatchObject({
        status: 409,
        body: { code: 'order_state', details: { state: 'review' } },
      });
      expect(await toOrder(bought, 'approve', { reason: 'Known customer' })).toMatchObject({
        ...{ status: 200, body: { state: 'confirmed' } },
      });
      await drain();
      expect(await payment(bought)).toMatchObject({ state: 'captured', captured: { amount: 60_000 } });
      expect(await order(bought)).toMatchObject({ paymentState: 'captured', balance: { amount: 0 } });
    });

    test('is declined: the authorization is cancelled, and the stock is for sale again', async () => {
      const { buy, toOrder, payment, levelOf, stripe } = shop();
      const bought = await buy(dear);
      expect(await toOrder(bought, 'decline', { reason: 'Fraud' })).toMatchObject({
        ...{ status: 200, body: { state: 'cancelled', paymentState: 'cancelled', cancelReason: 'Fraud' } },
      });
      const { providerReference } = await payment(bought);
      expect(await stripe.paymentIntents.retrieve(providerReference)).toMatchObject({
        ...{ status: 'canceled', amount_received: 0 },
      });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 0, available: 10 });
    });

    test.each([
      ['approve', 'confirmed', 'captured'],
      ['decline', 'cancelled', 'cancelled'],
    ])('follows the queue of reviews: %s there, it is %s', async (verb, state, paymentState) => {
      const { buy, order, request, drain } = shop();
      const bought = await buy(dear);
      const assessmentId = await assessmentOf(bought.id);
      expect(await request(`POST /v1/fraud/assessments/${assessmentId}/${verb}`, {})).toMatchObject({
        status: 200,
      });
      await drain();
      expect(await order(bought)).toMatchObject({ state, paymentState });
    });

    test('of a purchase that is refused there is none, and it is counted once, whoever completes it', async () => {
      const { variant, readyCart, payByCard, at, drain, request, ordersOf, payment } = shop();
      const cart = await readyCart(await variant(1, 60_000_000));
      const { body } = await payByCard(cart);
      // The shopper presses the button again and again while the platform completes the cart by itself.
      const [first, second] = await Promise.all([
        at(cart, 'POST complete'),
        at(cart, 'POST complete'),
        drain(),
      ]);
      for (const { status } of [first, second]) expect(status).toBeGreaterThanOrEqual(402);
      await drain();
      const { body: found } = await request('GET /v1/fraud/assessments?state=blocked&pageSize=100');
      expect(found.data.filter(({ cartId }: { cartId: string }) => cartId === cart.id)).toHaveLength(1);
      expect(await ordersOf(cart)).toEqual([]);
      expect(await payment({ paymentId: body.payment.id })).toMatchObject({ state: 'cancelled' });
    });
  });
}
