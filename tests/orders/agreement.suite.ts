import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenOrders, givenBack, givenOrders, shipped } from './given-orders.ts';

/** Whoever is asked about an order that was bought, sent, and partly returned says the same. */
export function agreementTests(openEngine: OpenEngine): void {
  describe('the ledger, the provider, the figures and the stock', () => {
    let shop: GivenOrders;
    beforeAll(async () => {
      shop = await givenOrders(openEngine);
    });
    afterAll(() => shop.close());

    test('agree to the cent and the unit', async () => {
      const { buy, order, parcel, sendBack, payment, levelOf, request, stripe, drain } = shop;
      const bought = await buy({ quantity: 3, price: 1999, onHand: 10 });
      await parcel(bought, 2, [...shipped, 'deliver']);
      await parcel(bought, 1, [...shipped, 'deliver']);
      await sendBack(bought, 1, givenBack);
      await drain();

      const paid = 3 * 1999 + 490;
      const refunded = 1999;
      expect(await order(bought)).toMatchObject({
        ...{ state: 'completed', fulfilmentState: 'fulfilled', returnState: 'partially_returned' },
        ...{ paid: { amount: paid }, refunded: { amount: refunded }, balance: { amount: 0 } },
        lines: [{ quantity: 3, fulfilledQuantity: 3, returnedQuantity: 1, refundedQuantity: 1 }],
      });

      const intent = await stripe.paymentIntents.retrieve((await payment(bought)).providerReference, {
        expand: ['latest_charge'],
      });
      expect(intent).toMatchObject({
        ...{ status: 'succeeded', amount_received: paid },
        latest_charge: { amount_captured: paid, amount_refunded: refunded },
      });
      const fees = Math.round((paid * 29) / 1000) + 30;
      const figures = [{ currency: 'EUR', captured: paid, refunded, net: paid - refunded, fees }];
      expect(await request('POST /v1/ledger/reconcile', { provider: 'stripe' })).toMatchObject({
        status: 200,
        body: { checked: 1, isBalanced: true, differences: [], ours: figures, theirs: figures },
      });

      const march = 'from=2026-03-01&to=2026-03-31';
      const sales = async () => (await request(`GET /v1/analytics/sales?${march}`)).body.totals;
      const { totals } = await order(bought);
      expect(await sales()).toMatchObject([
        {
          ...{ orders: 1, cancelledOrders: 0, units: 3, gross: { amount: paid }, shipping: { amount: 490 } },
          ...{ refunds: { amount: refunded }, cancelled: { amount: 0 }, averageValue: { amount: paid } },
          captured: { amount: paid },
        },
      ]);
      const [{ gross, refunds, tax, net }] = await sales();
      expect(net.amount).toBe(gross.amount - refunds.amount - tax.amount);
      // A third of the goods' tax went back with the unit.
      expect(Math.abs(tax.amount - (totals.tax.amount - Math.round((1999 * 19) / 119)))).toBeLessThanOrEqual(
        1,
      );
      const before = await sales();
      expect(await request('POST /v1/analytics/rebuild', {})).toMatchObject({ body: { orders: 1 } });
      expect(await sales()).toEqual(before);
      const { body: top } = await request(`GET /v1/analytics/products?${march}`);
      expect(top.rows).toMatchObject([{ units: 3, revenue: { amount: 3 * 1999 } }]);

      const told = (await shop.events()).filter(({ subject }) => subject === bought.id);
      const once = ['order.placed', 'order.paid', 'order.completed', 'return.completed', 'order.refunded'];
      for (const type of once) expect(told.filter((event) => event.type === type)).toHaveLength(1);
      expect(told.filter(({ type }) => type === 'fulfilment.shipped')).toHaveLength(2);

      // 10 on hand, 3 sent, 1 back.
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 8, reserved: 0, available: 8 });
    });
  });
}
