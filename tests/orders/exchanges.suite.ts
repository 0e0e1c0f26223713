import { describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { expectAgreement } from './edited-agreement.suite.ts';
import { type Bought, type GivenOrders, givenBack, givenOrders, shipped } from './given-orders.ts';

/** How goods are exchanged for others. */
export function exchangeTests(shop: () => GivenOrders): void {
  describe('exchanges', () => {
    const ask = ({ id, token: orderToken, lineId }: Bought, variantId: string, quantity = 1) =>
      shop().shopper(`POST /v1/orders/${id}/returns`, {
        ...{ orderToken, lines: [{ lineId, quantity: 1, reason: 'wrong_size' }] },
        exchange: [{ variantId, quantity }],
      });
    const inspect = { lines: [{ lineId: '', quantity: 1, disposition: 'restock' }] };
    const through = async (returnId: string, { lineId }: Bought, verbs: readonly string[]) => {
      const inputs: Record<string, object> = { inspect: { lines: [{ ...inspect.lines[0], lineId }] } };
      let last = { status: 0, body: {} as Awaited<ReturnType<GivenOrders['toReturn']>>['body'] };
      for (const verb of verbs) last = await shop().toReturn(returnId, verb, inputs[verb]);
      return last;
    };
    test.each([
      ['as dear', 1000, { balance: 0, refunded: 0 }],
      ['cheaper', 400, { balance: 0, refunded: 600 }],
      ['dearer', 1700, { balance: 700, refunded: 0 }],
    ])('what comes instead is %s: the difference is settled', async (_, price, { balance, refunded }) => {
      const { buy, parcel, variant, order, levelOf, drain } = shop();
      const bought = await buy({ onHand: 10 });
      await parcel(bought, 3, shipped);
      const other = await variant(5, price);
      const asked = await ask(bought, other);
      expect(asked).toMatchObject({
        status: 201,
        body: {
          credit: { amount: 1000 },
          exchange: [{ variantId: other, quantity: 1, unitPrice: { amount: price } }],
        },
      });
      expect(asked.body.exchange[0]).not.toHaveProperty('reservationId');
      expect(await levelOf(other)).toMatchObject({ reserved: 0 });
      await through(asked.body.id, bought, ['approve']);
      expect(await levelOf(other)).toMatchObject({ reserved: 1, available: 4 });
      expect(await order(bought)).toMatchObject({ state: 'completed', balance: { amount: 0 } });

      const { body } = await through(asked.body.id, bought, givenBack.slice(1));
      expect(body).toMatchObject({ state: 'completed', credit: { amount: 1000 } });
      await drain();
      const changed = await order(bought);
      expect(changed).toMatchObject({
        ...{ state: 'confirmed', completedAt: null, fulfilmentState: 'partially_fulfilled' },
        ...{ balance: { amount: balance }, refunded: { amount: refunded }, credited: { amount: 1000 } },
        lines: [{ returnedQuantity: 1 }, { variantId: other, quantity: 1, fulfilledQuantity: 0 }],
      });
      expect((await shop().request(`GET /v1/orders/${bought.id}/edits`)).body.data).toMatchObject([
        { id: body.editId, returnId: body.id, difference: { amount: price } },
      ]);
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 8 });
      expect(await levelOf(other)).toMatchObject({ onHand: 5, reserved: 1 });

      const next = { ...bought, lineId: changed.lines[1].id };
      if (balance > 0) {
        const planned = await parcel(next, 1, ['pack']);
        expect(await shop().toFulfilment(planned.id, 'ship')).toMatchObject({ status: 409 });
        expect(await shop().payBalance(bought)).toMatchObject({
          body: { payment: { amount: { amount: balance } } },
        });
        await drain();
        await shop().toFulfilment(planned.id, 'ship');
      } else {
        await parcel(next, 1, shipped);
      }
      expect(await order(bought)).toMatchObject({
        ...{ state: 'completed', fulfilmentState: 'fulfilled', balance: { amount: 0 } },
      });
      expect(await levelOf(other)).toMatchObject({ onHand: 4, reserved: 0, available: 4 });
    });

    test('the price of the approval holds, whatever things cost when the goods arrive', async () => {
      const { buy, parcel, variant, request, order } = shop();
      const bought = await buy();
      await parcel(bought, 3, shipped);
      const other = await variant(1, 1000);
      const { body: back } = await ask(bought, other);
      await through(back.id, bought, ['approve']);
      const { body: found } = await request(`POST /v1/variants/quote`, {
        ...{ variants: [{ variantId: other, quantity: 1 }], currency: 'EUR' },
      });
      const { productId } = found.quotes[0].variant;
      const variants = [{ id: other, prices: [{ amount: 9900, currency: 'EUR' }] }];
      expect(await request(`PATCH /v1/products/${productId}`, { variants })).toMatchObject({ status: 200 });
      await through(back.id, bought, givenBack.slice(1));
      expect(await order(bought)).toMatchObject({
        ...{ balance: { amount: 0 }, lines: [{}, { unitPrice: { amount: 1000 } }] },
      });
    });

    test('nothing is wanted that is not there, and nothing stays reserved for a return that ends', async () => {
      const { buy, parcel, variant, levelOf, toReturn } = shop();
      const bought = await buy();
      await parcel(bought, 3, shipped);
      const other = await variant(1);
      expect(await ask(bought, other, 2)).toMatchObject({
        ...{ status: 422, body: { code: 'edit_refused', errors: [{ pointer: '/exchange/0/quantity' }] } },
      });
      const { body: first } = await ask(bought, other);
      const { body: second } = await ask(bought, other);
      await through(first.id, bought, ['approve']);
      expect(await toReturn(second.id, 'approve')).toMatchObject({ status: 422 });
      expect(await toReturn(first.id, 'cancel')).toMatchObject({ status: 200 });
      expect(await levelOf(other)).toMatchObject({ reserved: 0, available: 1 });
      expect(await toReturn(second.id, 'approve')).toMatchObject({ status: 200 });
    });
  });
}

/** An exchange leaves the books in agreement. */
export function exchangedAgreementTests(openEngine: OpenEngine): void {
  test('the books of an exchange agree to the cent and the unit', async () => {
    const shop = await givenOrders(openEngine);
    try {
      const { buy, parcel, variant, order, toOrder, toReturn, request } = shop;
      const promotion = { name: 'Tenth', status: 'active', code: 'TENTH', kind: 'percentage' };
      await request('POST /v1/promotions', { ...promotion, percentage: 10 });
      const bought = await buy({ quantity: 2, price: 1999, code: 'TENTH' });
      await parcel(bought, 2, shipped);
      const other = await variant(5, 999);
      const { body: back } = await toOrder(bought, 'returns', {
        lines: [{ lineId: bought.lineId, quantity: 1, reason: 'unwanted' }],
        exchange: [{ variantId: other, quantity: 1 }],
      });
      const inspected = { lines: [{ lineId: bought.lineId, quantity: 1, disposition: 'damaged' }] };
      for (const verb of givenBack) await toReturn(back.id, verb, verb === 'inspect' ? inspected : {});
      await expectAgreement(shop, bought.id, 3);
      const [, line] = (await order(bought)).lines;
      // What comes instead has the percentage of the order, too.
      expect(line.total.gross.amount).toBe(899);
      await parcel({ ...bought, lineId: line.id }, 1, shipped);
      await expectAgreement(shop, bought.id, 3);
    } finally {
      await shop.close();
    }
  });
}
