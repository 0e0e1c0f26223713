import { describe, expect, test } from 'vitest';
import type { Body } from '../catalog/given-store.ts';
import { type GivenOrders, shipped } from './given-orders.ts';

/** How orders are cancelled, and money is given back. */
export function moneyBackTests(shop: () => GivenOrders): void {
  describe('cancellations and refunds', () => {
    const intentOf = async (payment: Body) =>
      shop().stripe.paymentIntents.retrieve(payment.providerReference);

    test('a cancelled order gives back the money and the stock, with the parcels that were planned', async () => {
      const { buy, order, parcel, toOrder, payment, levelOf, request } = shop();
      const bought = await buy({ onHand: 10 });
      const planned = await parcel(bought, 2, ['pack']);
      expect(await toOrder(bought, 'cancel', { reason: 'Changed my mind' })).toMatchObject({
        status: 200,
        body: {
          ...{ state: 'cancelled', cancelReason: 'Changed my mind', paymentState: 'refunded' },
          ...{ refunded: { amount: 3490 }, balance: { amount: 0 }, lines: [{ cancelledQuantity: 3 }] },
        },
      });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 0, available: 10 });
      expect((await request(`GET /v1/fulfilments/${planned.id}`)).body).toMatchObject({ state: 'cancelled' });
      expect(await payment(bought)).toMatchObject({ state: 'refunded', refunded: { amount: 3490 } });
      const { latest_charge: charge } = await intentOf(await payment(bought));
      expect(await shop().stripe.charges.retrieve(String(charge))).toMatchObject({ amount_refunded: 3490 });
      expect(await toOrder(bought, 'cancel')).toMatchObject({ status: 409 });
      expect(await order(bought)).toMatchObject({ refunded: { amount: 3490 } });
    });

    test('a transfer that was waited for is waited for no more', async () => {
      const { buy, toOrder, payment, drain } = shop();
      const bought = await buy({ pays: 'bank-transfer' });
      expect(await toOrder(bought, 'cancel')).toMatchObject({
        ...{ status: 200, body: { state: 'cancelled', refunded: { amount: 0 }, balance: { amount: 0 } } },
      });
      await drain();
      expect(await payment(bought)).toMatchObject({ state: 'cancelled', captured: { amount: 0 } });
    });

    test('units are cancelled: they are for sale again, and paid back', async () => {
      const { buy, toOrder, parcel, levelOf } = shop();
      const bought = await buy({ onHand: 10 });
      const { lineId, variantId } = bought;
      const units = (quantity: number) => ({ lines: [{ lineId, quantity }] });
      expect(await toOrder(bought, 'cancel', units(1))).toMatchObject({
        status: 200,
        body: { state: 'confirmed', refunded: { amount: 1000 }, lines: [{ cancelledQuantity: 1 }] },
      });
      expect(await levelOf(variantId)).toMatchObject({ onHand: 10, reserved: 2, available: 8 });
      await parcel(bought, 1, shipped);
      expect(await toOrder(bought, 'cancel')).toMatchObject({
        ...{ status: 409, body: { code: 'order_units' } },
      });
      expect(await toOrder(bought, 'cancel', units(2))).toMatchObject({
        ...{ status: 409, body: { code: 'order_units', details: { requested: 2, available: 1 } } },
      });
      expect(await toOrder(bought, 'cancel', units(1))).toMatchObject({
        status: 200,
        body: { state: 'completed', fulfilmentState: 'fulfilled', refunded: { amount: 2000 } },
      });
      expect(await levelOf(variantId)).toMatchObject({ onHand: 9, reserved: 0, available: 9 });
    });

    test('all units named are the whole order: its shipping is paid back too', async () => {
      const { buy, toOrder } = shop();
      const bought = await buy();
      const lines = [{ lineId: bought.lineId, quantity: 3 }];
      expect(await toOrder(bought, 'cancel', { lines })).toMatchObject({
        ...{ status: 200, body: { state: 'cancelled', refunded: { amount: 3490 } } },
      });
    });

    test.each([
      ['units', { quantity: 2 }, 2000],
      ['shipping', { shipping: true }, 490],
      ['an amount', { amount: 123 }, 123],
      ['all of it together', { quantity: 1, shipping: true, amount: 10 }, 1500],
    ])('the preview of a refund of %s is what happens', async (_, { quantity, ...rest }: Body, amount) => {
      const { buy, order, toOrder } = shop();
      const bought = await buy();
      const wanted = { ...rest, ...(quantity ? { lines: [{ lineId: bought.lineId, quantity }] } : {}) };
      const { body: preview } = await toOrder(bought, 'refunds/preview', wanted);
      expect(preview).toMatchObject({ amount: { amount }, refundable: { amount: 3490 } });
      expect(await order(bought)).toMatchObject({ refunded: { amount: 0 } });
      const { status, body: refund } = await toOrder(bought, 'refunds', { ...wanted, reason: 'Sorry' });
      expect(status).toBe(201);
      expect(refund).toMatchObject({
        ...{ state: 'completed', reason: 'Sorry', amount: preview.amount, lines: preview.lines },
        ...{ shipping: preview.shipping, other: preview.other },
        parts: [{ paymentId: bought.paymentId, amount: { amount } }],
      });
      expect(await order(bought)).toMatchObject({ refunded: { amount }, balance: { amount: 0 } });
      expect((await shop().request(`GET /v1/orders/${bought.id}/refunds`)).body.data).toEqual([refund]);
    });

    test('never more than was paid is given back, also when ten ask at once', async () => {
      const { buy, order, toOrder, payment, drain } = shop();
      const bought = await buy();
      expect(await toOrder(bought, 'refunds', { amount: 3491 })).toMatchObject({
        status: 409,
        body: { code: 'refund_too_large', details: { requested: 3491, refundable: 3490 } },
      });
      expect(await toOrder(bought, 'refunds', {})).toMatchObject({ status: 422 });
      const lines = [{ lineId: bought.lineId, quantity: 4 }];
      expect(await toOrder(bought, 'refunds', { lines })).toMatchObject({ status: 409 });
      const asked = await Promise.all(
        Array.from({ length: 10 }, () => toOrder(bought, 'refunds', { amount: 1000 })),
      );
      const codes = asked.map(({ status, body }) => body.code ?? status).sort();
      expect(codes).toEqual([201, 201, 201, ...Array(7).fill('refund_too_large')]);
      await drain();
      expect(await order(bought)).toMatchObject({ refunded: { amount: 3000 }, balance: { amount: 0 } });
      const { latest_charge: charge } = await intentOf(await payment(bought));
      expect(await shop().stripe.charges.retrieve(String(charge))).toMatchObject({ amount_refunded: 3000 });
    });

    test('a transfer that came is given back too', async () => {
      const { buy, order, toOrder, payment, request, drain } = shop();
      const bought = await buy({ pays: 'bank-transfer' });
      expect(await toOrder(bought, 'refunds', { amount: 1 })).toMatchObject({
        ...{ status: 409, body: { code: 'refund_too_large', details: { refundable: 0 } } },
      });
      await request(`POST /v1/payments/${bought.paymentId}/capture`, {});
      await drain();
      expect(await toOrder(bought, 'refunds', { shipping: true })).toMatchObject({
        ...{ status: 201, body: { state: 'completed', amount: { amount: 490 } } },
      });
      expect(await payment(bought)).toMatchObject({ refunded: { amount: 490 } });
      expect(await order(bought)).toMatchObject({ shippingRefunded: { amount: 490 } });
      expect(await toOrder(bought, 'refunds', { shipping: true })).toMatchObject({ status: 422 });
    });

    test('a refund that the bank sends back is owed to the customer still', async () => {
      const { buy, order, toOrder, request, drain, moveClock } = shop();
      const bought = await buy({ card: 'pm_card_refundFail' });
      const { body: refund } = await toOrder(bought, 'refunds', { amount: 500 });
      expect(refund).toMatchObject({ state: 'completed' });
      await drain();
      const sales = 'GET /v1/analytics/sales?from=2026-03-01&to=2026-04-30';
      const refunds = async () => (await request(sales)).body.totals[0].refunds.amount;
      const counted = await refunds();
      moveClock(86_400);
      const refresh = () => request(`POST /v1/payments/${bought.paymentId}/refresh`, {});
      await expect.poll(async () => (await refresh()).body.refunded.amount).toBe(0);
      await drain();
      expect(await order(bought)).toMatchObject({
        ...{ refunded: { amount: 0 }, credited: { amount: 500 }, balance: { amount: -500 } },
      });
      expect((await request(`GET /v1/order-refunds/${refund.id}`)).body).toMatchObject({ state: 'failed' });
      expect(await refunds()).toBe(counted - 500);
      expect(await toOrder(bought, 'refunds/preview', { owed: true })).toMatchObject({
        ...{ status: 200, body: { amount: { amount: 500 }, refundable: { amount: 3490 } } },
      });
    });

    test('a provider that is away now is asked later, and nobody has to ask twice', async () => {
      const { buy, order, toOrder, payment, cutOff, drain, moveClock } = shop();
      const [refunded, cancelled] = [await buy(), await buy()];
      cutOff(true);
      expect(await toOrder(refunded, 'refunds', { amount: 100 })).toMatchObject({
        ...{ status: 201, body: { state: 'pending', amount: { amount: 100 } } },
      });
      expect(await toOrder(cancelled, 'cancel')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
      moveClock(600);
      await drain();
      expect(await order(refunded)).toMatchObject({ refunded: { amount: 0 } });
      cutOff(false);
      moveClock(600);
      await drain();
      expect(await order(refunded)).toMatchObject({ refunded: { amount: 100 }, balance: { amount: 0 } });
      expect(await payment(refunded)).toMatchObject({ refunded: { amount: 100 } });
      expect(await order(cancelled)).toMatchObject({ refunded: { amount: 3490 }, balance: { amount: 0 } });
      expect(await payment(cancelled)).toMatchObject({ state: 'refunded' });
    });

    test('of units some of which were lost, the stock of those that are still to be sent is kept', async () => {
      const { buy, parcel, toFulfilment, toOrder, levelOf } = shop();
      const bought = await buy({ onHand: 3 });
      const { id } = await parcel(bought, 2, shipped);
      await toFulfilment(id, 'lost');
      const lines = [{ lineId: bought.lineId, quantity: 2 }];
      expect(await toOrder(bought, 'cancel', { lines })).toMatchObject({ status: 200 });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 1, reserved: 1, available: 0 });
      await parcel(bought, 1, shipped);
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 0, reserved: 0 });
    });

    test('asked twice with one key, a refund is made once', async () => {
      const { buy, order, request } = shop();
      const bought = await buy();
      const ask = () =>
        request(`POST /v1/orders/${bought.id}/refunds`, { amount: 100 }, { 'idempotency-key': bought.id });
      const [first, second] = [await ask(), await ask()];
      expect(second.body).toEqual(first.body);
      expect(await order(bought)).toMatchObject({ refunded: { amount: 100 } });
    });
  });
}
