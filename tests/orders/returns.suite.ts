import { describe, expect, test } from 'vitest';
import { type GivenOrders, givenBack, shipped } from './given-orders.ts';

/** How goods come back. */
export function returnTests(shop: () => GivenOrders): void {
  describe('returns', () => {
    const until = (verb: (typeof givenBack)[number]) => givenBack.slice(0, givenBack.indexOf(verb) + 1);

    test('a shopper asks with the token of the order, and is told how it goes on', async () => {
      const { buy, parcel, shopper } = shop();
      const { id, token: orderToken, ...bought } = await buy();
      await parcel({ id, token: orderToken, ...bought }, 3, shipped);
      const lines = [{ lineId: bought.lineId, quantity: 2, reason: 'wrong_size', note: 'Too small' }];
      const asked = await shopper(`POST /v1/orders/${id}/returns`, { orderToken, lines });
      expect(asked).toMatchObject({
        status: 201,
        body: { state: 'requested', credit: { amount: 2000 }, lines: [{ quantity: 2, note: 'Too small' }] },
      });
      expect(await shopper(`POST /v1/orders/${id}/returns`, { lines })).toMatchObject({
        ...{ status: 403, body: { code: 'order_token_needed' } },
      });
      const wrong = { orderToken: `${orderToken}x`, lines };
      expect(await shopper(`POST /v1/orders/${id}/returns`, wrong)).toMatchObject({ status: 404 });
      await shop().toReturn(asked.body.id, 'approve');
      const tracking = { carrier: 'DHL', number: 'R1' };
      const back = `POST /v1/returns/${asked.body.id}`;
      expect(await shopper(`${back}/ship-back`, { orderToken, tracking })).toMatchObject({
        ...{ status: 200, body: { state: 'in_transit', tracking } },
      });
      expect(await shopper(`${back}/receive`, { orderToken })).toMatchObject({ status: 403 });
      const { body: progress } = await shopper(`POST /v1/orders/${id}/progress`, { orderToken });
      expect(progress).toMatchObject({ returns: [{ state: 'in_transit' }], fulfilments: [{}] });
    });

    test('units given back one by one refund exactly what the line cost, and are in stock again', async () => {
      const { buy, order, parcel, sendBack, levelOf, payment, request } = shop();
      const code = 'UNEVEN';
      const promotion = { name: 'Uneven', status: 'active', code, kind: 'percentage', percentage: 10 };
      expect(await request('POST /v1/promotions', promotion)).toMatchObject({ status: 201 });
      const bought = await buy({ onHand: 10, price: 333, code });
      await parcel(bought, 3, shipped);
      const { lines } = await order(bought);
      const amounts: number[] = [];
      for (const state of ['partially_returned', 'partially_returned', 'returned']) {
        const { credit, refundId } = await sendBack(bought, 1, givenBack);
        expect(refundId).toMatch(/^oref_/);
        amounts.push(credit.amount);
        expect(await order(bought)).toMatchObject({ returnState: state });
      }
      expect(amounts.reduce((sum, amount) => sum + amount)).toBe(lines[0].total.gross.amount);
      expect(amounts).toEqual([300, 300, 299]);
      expect(await order(bought)).toMatchObject({
        ...{ state: 'completed', refunded: { amount: 899 }, balance: { amount: 0 } },
        ...{ paymentState: 'partially_refunded', shippingRefunded: { amount: 0 } },
        lines: [{ returnedQuantity: 3, refundedQuantity: 3, refundedAmount: { amount: 899 } }],
      });
      expect(await payment(bought)).toMatchObject({ refunded: { amount: 899 } });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 0 });
    });

    test('never more comes back than was sent, also when ten ask at once', async () => {
      const { buy, parcel, toOrder, sendBack } = shop();
      const bought = await buy();
      const one = { lines: [{ lineId: bought.lineId, quantity: 1, reason: 'unwanted' }] };
      expect(await toOrder(bought, 'returns', one)).toMatchObject({
        ...{ status: 409, body: { code: 'order_units', details: { available: 0 } } },
      });
      await parcel(bought, 2, shipped);
      const asked = await Promise.all(Array.from({ length: 10 }, () => toOrder(bought, 'returns', one)));
      expect(asked.filter(({ status }) => status === 201)).toHaveLength(2);
      // Declined units can be asked about again.
      await shop().toReturn(asked.find(({ status }) => status === 201)?.body.id, 'decline', {
        reason: 'Worn.',
      });
      expect(await sendBack(bought, 1)).toMatchObject({ state: 'requested' });
    });

    test('a declined return says why, and a cancelled one leaves the units with the customer', async () => {
      const { buy, order, parcel, sendBack, toReturn, shopper } = shop();
      const bought = await buy();
      await parcel(bought, 3, shipped);
      const declined = await sendBack(bought, 1);
      expect(await toReturn(declined.id, 'decline')).toMatchObject({ status: 422 });
      expect(await toReturn(declined.id, 'decline', { reason: 'Worn.' })).toMatchObject({
        ...{ status: 200, body: { state: 'declined', reason: 'Worn.' } },
      });
      const cancelled = await sendBack(bought, 3, ['approve']);
      expect(await order(bought)).toMatchObject({ returnState: 'open' });
      const orderToken = bought.token;
      expect(await shopper(`POST /v1/returns/${cancelled.id}/cancel`, { orderToken })).toMatchObject({
        ...{ status: 200, body: { state: 'cancelled' } },
      });
      expect(await order(bought)).toMatchObject({
        ...{ returnState: 'none', refunded: { amount: 0 }, lines: [{ returningQuantity: 0 }] },
      });
    });

    test('what came back is sold again, or is damaged, or is thrown away: every unit is named', async () => {
      const { buy, parcel, sendBack, toReturn, levelOf } = shop();
      const bought = await buy({ onHand: 10 });
      const { lineId, variantId } = bought;
      await parcel(bought, 3, shipped);
      const back = await sendBack(bought, 3, until('receive'));
      const restock = { lineId, disposition: 'restock', quantity: 1 };
      expect(await toReturn(back.id, 'inspect', { lines: [restock] })).toMatchObject({
        ...{ status: 422, body: { code: 'invalid_input', errors: [{ pointer: '/lines' }] } },
      });
      expect(await levelOf(variantId)).toMatchObject({ onHand: 7 });
      const lines = [
        restock,
        { lineId, disposition: 'damaged', quantity: 1 },
        { lineId, disposition: 'discard', quantity: 1 },
      ];
      expect(await toReturn(back.id, 'inspect', { lines })).toMatchObject({
        ...{ status: 200, body: { lines: [{ restocked: 1, damaged: 1, discarded: 1 }] } },
      });
      expect(await levelOf(variantId)).toMatchObject({ onHand: 8, available: 8 });
    });

    test('a fee is kept, shipping is given back if asked for, and no more than the units cost is kept', async () => {
      const { buy, order, parcel, sendBack, toReturn } = shop();
      const bought = await buy();
      await parcel(bought, 3, shipped);
      const back = await sendBack(bought, 2, until('inspect'));
      expect(await toReturn(back.id, 'complete', { restockingFee: 2001 })).toMatchObject({
        ...{ status: 422, body: { errors: [{ pointer: '/restockingFee' }] } },
      });
      const done = await toReturn(back.id, 'complete', { restockingFee: 500, shipping: true });
      expect(done).toMatchObject({ body: { state: 'completed', credit: { amount: 1990 } } });
      expect(await order(bought)).toMatchObject({
        ...{ refunded: { amount: 1990 }, shippingRefunded: { amount: 490 }, balance: { amount: 0 } },
      });
      const other = await sendBack(bought, 1, until('inspect'));
      expect(await toReturn(other.id, 'complete', { refund: false })).toMatchObject({
        ...{ status: 200, body: { credit: { amount: 0 }, refundId: null } },
      });
      expect(await order(bought)).toMatchObject({ returnState: 'returned', refunded: { amount: 1990 } });
    });

    test('what is good goes into stock where it is, said when it arrives or when it is looked at', async () => {
      const { buy, parcel, sendBack, toReturn, levelOf, request } = shop();
      const bought = await buy({ onHand: 10 });
      const { lineId, variantId } = bought;
      const { body: other } = await request('POST /v1/inventory/locations', { name: 'Returns' });
      await request('POST /v1/inventory/adjustments', {
        ...{ variantId, locationId: other.id, onHand: 0, reason: 'counted' },
      });
      await parcel(bought, 3, shipped);
      const back = await sendBack(bought, 1, until('receive'));
      const lines = [{ lineId, disposition: 'restock', quantity: 1 }];
      expect(await toReturn(back.id, 'inspect', { lines })).toMatchObject({
        ...{ status: 422, body: { errors: [{ pointer: '/locationId' }] } },
      });
      const nowhere = {
        lines,
        locationId: other.id.replace(/.$/, (last: string) => (last === '0' ? '1' : '0')),
      };
      expect(await toReturn(back.id, 'inspect', nowhere)).toMatchObject({
        ...{ status: 422, body: { code: 'unknown_reference' } },
      });
      expect(await toReturn(back.id, 'inspect', { lines, locationId: other.id })).toMatchObject({
        ...{ status: 200, body: { state: 'inspected', locationId: other.id } },
      });
      const { body } = await request(`GET /v1/inventory/levels?variantId=${variantId}`);
      expect(body.data).toContainEqual(expect.objectContaining({ locationId: other.id, onHand: 1 }));
      expect(await levelOf(variantId)).toMatchObject({ onHand: 7 });
    });

    test('an order of which nothing is owed any more is completed, although nobody paid', async () => {
      const { buy, order, parcel, sendBack, toReturn } = shop();
      const bought = await buy({ pays: 'bank-transfer' });
      await parcel(bought, 3, shipped);
      expect(await order(bought)).toMatchObject({ state: 'confirmed' });
      const { id } = await sendBack(bought, 3, until('inspect'));
      expect(await toReturn(id, 'complete', { shipping: true })).toMatchObject({ status: 200 });
      expect(await order(bought)).toMatchObject({ state: 'completed', balance: { amount: 0 } });
    });

    test('completed five times at once, the money goes back once', async () => {
      const { buy, order, parcel, sendBack, toReturn, drain } = shop();
      const bought = await buy();
      await parcel(bought, 3, shipped);
      const { id } = await sendBack(bought, 1, until('inspect'));
      const done = await Promise.all([1, 2, 3, 4, 5].map(() => toReturn(id, 'complete')));
      expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
      await drain();
      expect(await order(bought)).toMatchObject({ refunded: { amount: 1000 }, balance: { amount: 0 } });
    });
  });
}
