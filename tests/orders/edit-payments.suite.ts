import { describe, expect, test } from 'vitest';
import type { Body } from '../catalog/given-store.ts';
import { type Bought, type GivenOrders, setTo } from './given-orders.ts';

/** How the difference that an edit makes is paid. */
export function editPaymentTests(shop: () => GivenOrders): void {
  describe('the difference of an edit', () => {
    const preview = (bought: Bought, input: object) => shop().toOrder(bought, 'edits/preview', input);
    const edit: GivenOrders['edit'] = (...given) => shop().edit(...given);
    const payWith: GivenOrders['payBalance'] = (...given) => shop().payBalance(...given);
    const chargedOn = async (payment: Body) => {
      const intent = await shop().stripe.paymentIntents.retrieve(payment.providerReference, {
        expand: ['latest_charge'],
      });
      return intent.latest_charge as unknown as { amount_captured: number; amount_refunded: number };
    };

    test('units that come are owed, paid with a card and taken', async () => {
      const { buy, order, levelOf, drain, shopper } = shop();
      const bought = await buy({ onHand: 10 });
      const { body: shown } = await preview(bought, setTo(bought, 5));
      expect(shown).toMatchObject({
        ...{ difference: { amount: 2000 }, balance: { amount: 2000 }, problems: [] },
        ...{ outcome: 'pay', outcomeAmount: { amount: 2000 }, lines: [{ id: bought.lineId, quantity: 5 }] },
        totals: { total: { gross: { amount: 5490 } } },
      });
      expect(await order(bought)).toMatchObject({ version: shown.orderVersion, editedAt: null });

      const input = { ...setTo(bought, 5), reason: 'Asked on the phone', expectedDifference: 2000 };
      const done = await edit(bought, input, { 'if-match': `"${shown.orderVersion}"` });
      expect(done).toMatchObject({
        status: 201,
        body: {
          edit: {
            ...{ reason: 'Asked on the phone', difference: { amount: 2000 }, refundId: null },
            actor: { kind: 'secret' },
            before: { lines: [{ quantity: 3 }], totals: { total: { gross: { amount: 3490 } } } },
            after: { lines: [{ quantity: 5 }], totals: { total: { gross: { amount: 5490 } } } },
          },
          order: {
            ...{ state: 'confirmed', paymentState: 'partially_captured', balance: { amount: 2000 } },
            lines: [{ id: bought.lineId, quantity: 5, subtotal: { amount: 5000 } }],
          },
        },
      });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 5, available: 5 });
      expect((await shop().request(`GET /v1/orders/${bought.id}/edits`)).body.data).toEqual([done.body.edit]);
      const { body: progress } = await shopper(`POST /v1/orders/${bought.id}/progress`, {
        orderToken: bought.token,
      });
      expect(progress.timeline[0]).toMatchObject({ type: 'order.edited', editId: done.body.edit.id });

      const parcel = await shop().parcel(bought, 5, ['pack']);
      expect(await shop().toFulfilment(parcel.id, 'ship')).toMatchObject({
        ...{ status: 409, body: { code: 'order_not_paid' } },
      });
      const paid = await payWith(bought);
      expect(paid).toMatchObject({
        status: 201,
        body: { payment: { state: 'authorized', amount: { amount: 2000 } } },
      });
      await drain();
      expect(await order(bought)).toMatchObject({
        ...{ paymentState: 'captured', paid: { amount: 5490 }, balance: { amount: 0 } },
        payments: [{ captured: { amount: 3490 } }, { captured: { amount: 2000 } }],
      });
      expect(await chargedOn(paid.body.payment)).toMatchObject({ amount_captured: 2000 });
      expect(await shop().toFulfilment(parcel.id, 'ship')).toMatchObject({ status: 200 });
      expect(await order(bought)).toMatchObject({ state: 'completed', fulfilmentState: 'fulfilled' });
      expect(await payWith(bought)).toMatchObject({ status: 409, body: { code: 'nothing_due' } });
    });

    test('a payment of the difference that fails is made again, and two at a time take it once', async () => {
      const { buy, order, drain, shopper } = shop();
      const bought = await buy();
      await edit(bought, setTo(bought, 4));
      expect(await payWith(bought, 'pm_card_chargeDeclined')).toMatchObject({
        ...{ status: 201, body: { payment: { state: 'failed' } } },
      });
      const asked = await shopper(`POST /v1/orders/${bought.id}/payments`, {
        ...{ provider: 'stripe', returnUrl: 'https://shop.example/return' },
      });
      expect(asked).toMatchObject({ status: 403, body: { code: 'order_token_needed' } });
      const page = await shopper(`POST /v1/orders/${bought.id}/payments`, {
        ...{ orderToken: bought.token, provider: 'stripe', returnUrl: 'https://shop.example/return' },
      });
      expect(page.body.payment).toMatchObject({ state: 'requires_action', redirectUrl: expect.any(String) });
      const confirm = `POST /v1/orders/${bought.id}/payments/${page.body.payment.id}/confirm`;
      expect(await shopper(confirm, { orderToken: bought.token })).toMatchObject({
        ...{ status: 200, body: { payment: { state: 'requires_action' } } },
      });
      await Promise.all([payWith(bought), payWith(bought)]);
      await drain();
      expect(await order(bought)).toMatchObject({
        ...{ paid: { amount: 4490 }, authorized: { amount: 0 }, balance: { amount: 0 } },
        paymentState: 'captured',
      });
    });

    test('an order under review is edited before anything is taken of it', async () => {
      const { buy, order, toOrder, drain } = shop();
      const bought = await buy({ quantity: 3, price: 20_000 });
      expect(await order(bought)).toMatchObject({ state: 'review', authorized: { amount: 60_000 } });
      const { body } = await edit(bought, setTo(bought, 2));
      expect(body).toMatchObject({
        edit: { refundId: null, difference: { amount: -20_000 } },
        order: {
          state: 'review',
          paymentState: 'authorized',
          totals: { total: { gross: { amount: 40_000 } } },
        },
      });
      await toOrder(bought, 'approve');
      await drain();
      expect(await order(bought)).toMatchObject({
        ...{ state: 'confirmed', paid: { amount: 40_000 }, balance: { amount: 0 } },
        paymentState: 'captured',
      });
    });
  });
}
