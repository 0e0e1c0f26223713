import { describe, expect, test } from 'vitest';
import { type GivenOrders, shipped } from './given-orders.ts';

/** How orders leave the shop. */
export function fulfilmentTests(shop: () => GivenOrders): void {
  describe('parcels of an order', () => {
    test('an order leaves in two parcels, stock falls by what leaves, and it is completed', async () => {
      const { buy, order, parcel, toFulfilment, levelOf } = shop();
      const bought = await buy({ onHand: 10 });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 3, available: 7 });
      const first = await parcel(bought, 2, ['pack']);
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 3, available: 7 });
      const tracking = { carrier: 'DHL', number: 'JD01', url: 'https://dhl.example/JD01' };
      expect(await toFulfilment(first.id, 'ship', { tracking })).toMatchObject({
        ...{ status: 200, body: { state: 'shipped', tracking } },
      });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 8, reserved: 1, available: 7 });
      expect(await order(bought)).toMatchObject({
        ...{ state: 'confirmed', fulfilmentState: 'partially_fulfilled', paymentState: 'captured' },
        lines: [{ fulfilledQuantity: 2, plannedQuantity: 0 }],
      });
      const second = await parcel(bought, 1, [...shipped, 'deliver']);
      expect(second).toMatchObject({ state: 'delivered', number: first.number.replace('-F1', '-F2') });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 7, reserved: 0, available: 7 });
      expect(await order(bought)).toMatchObject({ state: 'completed', fulfilmentState: 'fulfilled' });
      const { body } = await shop().request(`GET /v1/fulfilments?orderId=${bought.id}`);
      expect(body.data.map(({ state }: { state: string }) => state)).toEqual(['delivered', 'shipped']);
    });

    test('never more than ordered leaves, also when ten plan at once', async () => {
      const { buy, order, parcel, toOrder } = shop();
      const bought = await buy();
      const lines = [{ lineId: bought.lineId, quantity: 4 }];
      expect(await toOrder(bought, 'fulfilments', { lines })).toMatchObject({
        ...{ status: 409, body: { code: 'order_units', details: { requested: 4, available: 3 } } },
      });
      const one = { lines: [{ lineId: bought.lineId, quantity: 1 }] };
      const all = await Promise.all(Array.from({ length: 10 }, () => toOrder(bought, 'fulfilments', one)));
      const codes = all.map(({ status, body }) => body.code ?? status).sort();
      expect(codes).toEqual([201, 201, 201, ...Array(7).fill('order_units')]);
      expect((await order(bought)).lines).toMatchObject([{ plannedQuantity: 3 }]);
      await expect(parcel(bought, 1)).rejects.toThrow();
    });

    test('a cancelled parcel leaves its units to another one', async () => {
      const { buy, order, parcel, toFulfilment, levelOf } = shop();
      const bought = await buy({ onHand: 5 });
      const first = await parcel(bought, 3, ['pack']);
      expect(await toFulfilment(first.id, 'cancel')).toMatchObject({ body: { state: 'cancelled' } });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 5, reserved: 3 });
      await parcel(bought, 3, shipped);
      expect(await order(bought)).toMatchObject({ state: 'completed' });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 2, reserved: 0 });
    });

    test('what was lost is gone from stock, and is sent once more', async () => {
      const { buy, order, parcel, toFulfilment, levelOf } = shop();
      const bought = await buy({ onHand: 10 });
      const first = await parcel(bought, 3, shipped);
      expect(await toFulfilment(first.id, 'lost')).toMatchObject({ body: { state: 'lost' } });
      expect(await order(bought)).toMatchObject({ fulfilmentState: 'unfulfilled' });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 7, reserved: 0 });
      await parcel(bought, 3, shipped);
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 4, reserved: 0 });
      expect(await order(bought)).toMatchObject({ fulfilmentState: 'fulfilled' });
    });

    test('what was lost is cancelled with its money back, also when all of the order was sent', async () => {
      const { buy, order, parcel, toFulfilment, toOrder } = shop();
      const bought = await buy();
      const first = await parcel(bought, 1, shipped);
      await parcel(bought, 2, shipped);
      expect(await order(bought)).toMatchObject({ state: 'completed' });
      await toFulfilment(first.id, 'lost');
      const lines = [{ lineId: bought.lineId, quantity: 1 }];
      expect(await toOrder(bought, 'cancel', { lines })).toMatchObject({
        status: 200,
        body: { state: 'completed', fulfilmentState: 'fulfilled', refunded: { amount: 1000 } },
      });
    });

    test('what came back undelivered is in stock again', async () => {
      const { buy, order, parcel, toFulfilment, levelOf } = shop();
      const bought = await buy({ onHand: 10 });
      const first = await parcel(bought, 2, shipped);
      expect(await toFulfilment(first.id, 'returned-to-sender')).toMatchObject({
        ...{ status: 200, body: { state: 'returned_to_sender' } },
      });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 1 });
      expect((await order(bought)).lines).toMatchObject([{ fulfilledQuantity: 0 }]);
    });

    test('what a warehouse is to send is held there, also where nothing was reserved before', async () => {
      const { buy, parcel, toFulfilment, toOrder, levelOf } = shop();
      const bought = await buy({ onHand: 10 });
      const { locationId } = (await levelOf(bought.variantId)) as unknown as { locationId: string };
      await toFulfilment((await parcel(bought, 3, shipped)).id, 'lost');
      const planned = await toOrder(bought, 'fulfilments', { locationId });
      expect(planned).toMatchObject({ status: 201, body: { locationId } });
      for (const verb of shipped) {
        expect(await toFulfilment(planned.body.id, verb)).toMatchObject({ status: 200 });
      }
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 4, reserved: 0 });
    });

    test('units that an order holds at a place are sent from there first', async () => {
      const { buy, parcel, toFulfilment, toOrder, request } = shop();
      const bought = await buy({ onHand: 3 });
      const { lineId, variantId } = bought;
      const { body: corner } = await request('POST /v1/inventory/locations', { name: 'Corner shop' });
      await request('POST /v1/inventory/adjustments', {
        ...{ variantId, locationId: corner.id, onHand: 2, reason: 'counted' },
      });
      const atCorner = (quantity: number) =>
        toOrder(bought, 'fulfilments', { lines: [{ lineId, quantity }], locationId: corner.id });
      const { body: first } = await atCorner(2);
      await toFulfilment(first.id, 'cancel');
      // Both units there are held by this very order.
      expect(await atCorner(1)).toMatchObject({ status: 201, body: { locationId: corner.id } });
      await parcel(bought, 2, shipped);
    });

    test('a transfer that was not paid yet does not hold an order up; a card that is not charged does', async () => {
      const { buy, order, parcel, toFulfilment, request } = shop();
      const byTransfer = await buy({ pays: 'bank-transfer' });
      await parcel(byTransfer, 3, shipped);
      expect(await order(byTransfer)).toMatchObject({ state: 'confirmed', fulfilmentState: 'fulfilled' });
      expect(await request(`POST /v1/payments/${byTransfer.paymentId}/capture`, {})).toMatchObject({
        status: 200,
      });
      await shop().drain();
      expect(await order(byTransfer)).toMatchObject({ state: 'completed', paymentState: 'captured' });

      const copied = await shop().copy(byTransfer);
      const unpaid = await parcel(copied, 3, ['pack']);
      expect(await toFulfilment(unpaid.id, 'ship')).toMatchObject({
        ...{ status: 409, body: { code: 'order_not_paid' } },
      });
      const open = await shop().copy(byTransfer, { isConfirmed: false });
      expect(await shop().toOrder(open, 'fulfilments')).toMatchObject({
        status: 409,
        body: { code: 'order_state', details: { state: 'open' } },
      });
    });

    test('what is left is cancelled without a refund: the rest was all there was to send', async () => {
      const { buy, parcel, toOrder } = shop();
      const bought = await buy();
      await parcel(bought, 2, shipped);
      const lines = [{ lineId: bought.lineId, quantity: 1 }];
      expect(await toOrder(bought, 'cancel', { lines, refund: false })).toMatchObject({
        status: 200,
        body: { state: 'completed', fulfilmentState: 'fulfilled', refunded: { amount: 0 } },
      });
    });
  });
}
