import { describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenOrders, givenBack, givenOrders, shipped } from './given-orders.ts';

const march = 'from=2026-03-01&to=2026-03-31';

/** What the books, the provider, the figures and the stock say of one order that was edited, sent and partly returned. */
export async function expectAgreement(shop: GivenOrders, orderId: string, units: number): Promise<void> {
  const { order, request, stripe, drain } = shop;
  await drain();
  const edited = await order({ id: orderId });
  const { totals, credited, paid, refunded } = edited;
  expect(edited).toMatchObject({ balance: { amount: 0 }, authorized: { amount: 0 } });
  expect(totals.total.gross.amount - credited.amount).toBe(paid.amount - refunded.amount);

  let captured = 0;
  let returned = 0;
  for (const { paymentId } of edited.payments) {
    const { body: payment } = await request(`GET /v1/payments/${paymentId}`);
    const intent = await stripe.paymentIntents.retrieve(payment.providerReference, {
      expand: ['latest_charge'],
    });
    const charge = intent.latest_charge as unknown as { amount_captured: number; amount_refunded: number };
    captured += charge.amount_captured;
    returned += charge.amount_refunded;
  }
  expect([captured, returned]).toEqual([paid.amount, refunded.amount]);
  const figures = [{ currency: 'EUR', captured, refunded: returned, net: captured - returned }];
  expect(await request('POST /v1/ledger/reconcile', { provider: 'stripe' })).toMatchObject({
    ...{ status: 200, body: { isBalanced: true, differences: [], ours: figures, theirs: figures } },
  });

  const sales = async () => (await request(`GET /v1/analytics/sales?${march}`)).body.totals;
  const [row] = await sales();
  expect(row).toMatchObject({ orders: 1, units, gross: totals.total.gross, shipping: totals.shipping.gross });
  expect(row.refunds.amount + row.cancelled.amount).toBe(credited.amount);
  expect(row.net.amount + row.tax.amount).toBe(paid.amount - refunded.amount);
  const { body: top } = await request(`GET /v1/analytics/products?${march}`);
  const sold = edited.lines.filter((line: Body) => line.quantity > line.cancelledQuantity);
  const sum = (items: readonly Body[], amount: (item: Body) => number) =>
    items.reduce((total, item) => total + amount(item), 0);
  expect(sum(top.rows, (product) => product.units)).toBe(units);
  expect(sum(top.rows, ({ revenue }) => revenue.amount)).toBe(sum(sold, ({ total }) => total.gross.amount));

  const before = [await sales(), top];
  expect(await request('POST /v1/analytics/rebuild', {})).toMatchObject({ body: { orders: 1 } });
  const { body: again } = await request(`GET /v1/analytics/products?${march}`);
  expect([await sales(), again]).toEqual(before);
}

/** Whoever is asked about an order that was changed says the same, whether prices include tax or not. */
export function editedAgreementTests(openEngine: OpenEngine): void {
  describe('the books of an edited order', () => {
    test.each([
      ['tax included', true],
      ['tax on top', false],
    ])('agree to the cent and the unit, with %s', async (_, includeTax) => {
      const shop = await givenOrders(openEngine, { config: { prices: { includeTax } } });
      try {
        const { buy, variant, order, toOrder, levelOf, drain, parcel, sendBack, request } = shop;
        const promotion = { name: 'A third', status: 'active', code: 'ODD', kind: 'percentage' };
        await request('POST /v1/promotions', { ...promotion, percentage: 33.3 });
        const bought = await buy({ quantity: 3, price: 1999, onHand: 20, code: 'ODD' });
        const { id, lineId, variantId } = bought;
        const other = await variant(20, 777);

        const added = await toOrder(bought, 'edits', {
          ...{ lines: [{ lineId, quantity: 4 }], addLines: [{ variantId: other, quantity: 5 }] },
        });
        expect(added).toMatchObject({ status: 201, body: { order: { paymentState: 'partially_captured' } } });
        expect(await shop.payBalance(bought)).toMatchObject({ status: 201 });
        await expectAgreement(shop, id, 9);

        const [, otherLine] = (await order(bought)).lines;
        const lowered = await toOrder(bought, 'edits', {
          lines: [
            { lineId, quantity: 2 },
            { lineId: otherLine.id, quantity: 1 },
          ],
        });
        // More than the second payment was: it is given back over both.
        expect(lowered).toMatchObject({ status: 201, body: { order: { balance: { amount: 0 } } } });
        await expectAgreement(shop, id, 3);
        expect(await levelOf(variantId)).toMatchObject({ onHand: 20, reserved: 2, available: 18 });
        expect(await levelOf(other)).toMatchObject({ onHand: 20, reserved: 1, available: 19 });

        await parcel(bought, 2, shipped);
        await sendBack(bought, 1, givenBack);
        await toOrder(bought, 'cancel', { lines: [{ lineId: otherLine.id, quantity: 1 }] });
        await expectAgreement(shop, id, 2);
        const ended = await order(bought);
        expect(ended).toMatchObject({ state: 'completed', fulfilmentState: 'fulfilled' });
        expect(await levelOf(variantId)).toMatchObject({ onHand: 19, reserved: 0, available: 19 });
        expect(await levelOf(other)).toMatchObject({ onHand: 20, reserved: 0, available: 20 });

        // One unit and the shipping are left: nothing of the line gets lost in between.
        await sendBack(bought, 1, givenBack);
        await drain();
        const { totals, refunded, paid } = await order(bought);
        expect(paid.amount - refunded.amount).toBe(totals.shipping.gross.amount);
      } finally {
        await shop.close();
      }
    });
  });
}
