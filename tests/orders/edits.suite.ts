import { describe, expect, test } from 'vitest';
import type { Body } from '../catalog/given-store.ts';
import { berlin } from '../checkout/given-checkout.ts';
import { type Bought, type GivenOrders, setTo, shipped } from './given-orders.ts';

/** How an order is changed before it is sent. */
export function editTests(shop: () => GivenOrders): void {
  describe('edits', () => {
    const preview = (bought: Bought, input: object) => shop().toOrder(bought, 'edits/preview', input);
    const edit: GivenOrders['edit'] = (...given) => shop().edit(...given);
    const chargedOn = async (payment: Body) => {
      const intent = await shop().stripe.paymentIntents.retrieve(payment.providerReference, {
        expand: ['latest_charge'],
      });
      return intent.latest_charge as unknown as { amount_captured: number; amount_refunded: number };
    };

    test('units that go are paid back to the card, and are for sale again', async () => {
      const { buy, order, payment, levelOf, request, drain } = shop();
      const bought = await buy({ onHand: 10 });
      expect((await preview(bought, setTo(bought, 1))).body).toMatchObject({
        ...{ difference: { amount: -2000 }, balance: { amount: -2000 }, outcome: 'refund' },
        outcomeAmount: { amount: 2000 },
      });
      const { status, body } = await edit(bought, setTo(bought, 1));
      expect(status).toBe(201);
      expect(body.order).toMatchObject({
        ...{ refunded: { amount: 2000 }, credited: { amount: 0 }, balance: { amount: 0 } },
        lines: [{ quantity: 1, refundedQuantity: 0, cancelledQuantity: 0 }],
      });
      expect((await request(`GET /v1/order-refunds/${body.edit.refundId}`)).body).toMatchObject({
        ...{ kind: 'edit', state: 'completed', amount: { amount: 2000 }, lines: [] },
      });
      expect(await levelOf(bought.variantId)).toMatchObject({ reserved: 1, available: 9 });
      await drain();
      expect(await payment(bought)).toMatchObject({ refunded: { amount: 2000 } });
      expect(await chargedOn(await payment(bought))).toMatchObject({ amount_refunded: 2000 });
      // What is left of it can still be given back, to the cent.
      expect(await shop().toOrder(bought, 'cancel')).toMatchObject({
        ...{ status: 200, body: { state: 'cancelled', refunded: { amount: 3490 }, balance: { amount: 0 } } },
      });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 10, reserved: 0, available: 10 });
      expect(await order(bought)).toMatchObject({ paymentState: 'refunded' });
    });

    test('a line goes, and another comes at its price of now', async () => {
      const { buy, variant, levelOf, drain } = shop();
      const bought = await buy({ onHand: 10 });
      const other = await variant(10, 2500);
      const swap = { ...setTo(bought, 0), addLines: [{ variantId: other, quantity: 2, giftMessage: 'Hi' }] };
      const { status, body } = await edit(bought, swap);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        edit: { difference: { amount: 2000 } },
        order: {
          lines: [{ variantId: other, quantity: 2, giftMessage: 'Hi', unitPrice: { amount: 2500 } }],
          ...{ balance: { amount: 2000 }, totals: { shipping: { gross: { amount: 490 } } } },
        },
      });
      expect(body.order.lines).toHaveLength(1);
      expect(await levelOf(bought.variantId)).toMatchObject({ reserved: 0, available: 10 });
      expect(await levelOf(other)).toMatchObject({ reserved: 2, available: 8 });
      await shop().payBalance(bought);
      await drain();
      const parcel = await shop().parcel({ ...bought, lineId: body.order.lines[0].id }, 2, shipped);
      expect(parcel).toMatchObject({ state: 'shipped' });
      expect(await levelOf(other)).toMatchObject({ onHand: 8, reserved: 0 });
    });

    test('units keep the price they were bought at; more of them cost what they cost now', async () => {
      const { buy, request, order } = shop();
      const bought = await buy();
      const [{ productId }] = (await order(bought)).lines;
      const { body: product } = await request(`GET /v1/products/${productId}`);
      const prices = [{ amount: 1500, currency: 'EUR' }];
      const variants = [{ id: bought.variantId, prices }];
      expect(
        await request(
          `PATCH /v1/products/${productId}`,
          { variants },
          { 'if-match': `"${product.version}"` },
        ),
      ).toMatchObject({ status: 200 });
      const { body } = await edit(bought, setTo(bought, 4));
      expect(body.order).toMatchObject({
        ...{ balance: { amount: 1500 } },
        lines: [
          { id: bought.lineId, quantity: 3, unitPrice: { amount: 1000 } },
          { variantId: bought.variantId, quantity: 1, unitPrice: { amount: 1500 } },
        ],
      });
      // Nothing of the price of now is in what an address or fewer units cost.
      const { body: less } = await edit(bought, setTo(bought, 2));
      expect(less.edit).toMatchObject({ difference: { amount: -1000 } });
    });

    test('a promotion on the order is kept, and its percentage goes for what comes', async () => {
      const { buy, variant, request, order, moveClock } = shop();
      const made = await request('POST /v1/promotions', {
        ...{ name: 'Ten off', status: 'active', code: 'EDIT10', kind: 'percentage', percentage: 10 },
        usageLimit: 1,
      });
      const bought = await buy({ price: 333, code: 'EDIT10' });
      expect((await order(bought)).totals).toMatchObject({ discount: { amount: 100 } });
      const other = await variant(10, 2000);
      const { body } = await edit(bought, {
        ...setTo(bought, 2),
        addLines: [{ variantId: other, quantity: 1 }],
      });
      expect(body.order).toMatchObject({
        lines: [{ discounts: [{ amount: { amount: 67 } }] }, { discounts: [{ amount: { amount: 200 } }] }],
        discounts: [{ promotionId: made.body.id, code: 'EDIT10', amount: { amount: 267 } }],
        totals: { discount: { amount: 267 }, total: { gross: { amount: 666 + 2000 - 267 + 490 } } },
      });
      moveClock(1);
      // Changed since, it takes no more off what comes, and as much as before off what stays.
      await request(`PATCH /v1/promotions/${made.body.id}`, { percentage: 50 });
      const { body: again } = await edit(bought, { addLines: [{ variantId: other, quantity: 1 }] });
      expect(again.edit).toMatchObject({ difference: { amount: 2000 } });
      expect(again.order.totals).toMatchObject({ discount: { amount: 267 } });
    });

    test('what was packed or sent stays, and the refusal says what is possible', async () => {
      const { buy, parcel, toOrder, request } = shop();
      const bought = await buy();
      await parcel(bought, 1, shipped);
      const packed = await parcel(bought, 1, ['pack']);
      expect(await edit(bought, setTo(bought, 1))).toMatchObject({
        status: 409,
        body: { code: 'order_units', details: { lineId: bought.lineId, requested: 2, available: 1 } },
      });
      expect(await edit(bought, { shippingMethod: 'freight' })).toMatchObject({
        ...{ status: 409, body: { code: 'order_not_editable' } },
      });
      expect(await edit(bought, setTo(bought, 2))).toMatchObject({
        status: 201,
        body: { order: { lines: [{ quantity: 2 }], refunded: { amount: 1000 } } },
      });
      await request(`POST /v1/fulfilments/${packed.id}/ship`, {});
      expect(await toOrder(bought, 'edits', setTo(bought, 1))).toMatchObject({
        ...{ status: 409, body: { code: 'order_state', details: { state: 'completed' } } },
      });
    });

    test('a parcel that is only planned is taken apart where its units go', async () => {
      const { buy, parcel, request, levelOf } = shop();
      const bought = await buy({ onHand: 10 });
      const planned = await parcel(bought, 3);
      expect(await edit(bought, setTo(bought, 1))).toMatchObject({
        ...{ status: 201, body: { order: { lines: [{ quantity: 1, plannedQuantity: 0 }] } } },
      });
      expect((await request(`GET /v1/fulfilments/${planned.id}`)).body).toMatchObject({ state: 'cancelled' });
      expect(await levelOf(bought.variantId)).toMatchObject({ reserved: 1, available: 9 });
    });

    test('units that were lost go without the stock of the others', async () => {
      const { buy, parcel, levelOf, toFulfilment } = shop();
      const bought = await buy({ onHand: 10 });
      const { id } = await parcel(bought, 1, shipped);
      await toFulfilment(id, 'lost');
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 9, reserved: 2 });
      expect(await edit(bought, setTo(bought, 2))).toMatchObject({ status: 201 });
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 9, reserved: 2 });
      await edit(bought, setTo(bought, 1));
      expect(await levelOf(bought.variantId)).toMatchObject({ onHand: 9, reserved: 1 });
    });

    test('all problems are told, and nothing is written', async () => {
      const { buy, variant, order } = shop();
      const bought = await buy();
      const scarce = await variant(1);
      const gone = `var_${'0'.repeat(26)}`;
      const input = {
        addLines: [
          { variantId: scarce, quantity: 2 },
          { variantId: gone, quantity: 1 },
        ],
        shippingMethod: 'balloon',
      };
      const { body: shown } = await preview(bought, input);
      expect(shown.problems.map(({ pointer, code }: Body) => [pointer, code])).toEqual([
        ['/addLines/0/quantity', 'insufficient_stock'],
        ['/addLines/1/variantId', 'product_missing'],
        ['/shippingMethod', 'shipping_unavailable'],
      ]);
      expect(await edit(bought, input)).toMatchObject({
        status: 422,
        body: { code: 'edit_refused', errors: [{ pointer: '/addLines/0/quantity' }, {}, {}] },
      });
      expect(await edit(bought, {})).toMatchObject({ ...{ status: 422, body: { code: 'invalid_input' } } });
      expect(await edit(bought, setTo(bought, 0))).toMatchObject({
        ...{ status: 422, body: { code: 'edit_refused' } },
      });
      expect(await order(bought)).toMatchObject({ editedAt: null, balance: { amount: 0 } });
    });

    test('delivery and addresses change, with price and tax of where it goes', async () => {
      const { buy, variant } = shop();
      const bought = await buy();
      const { body } = await edit(bought, {
        ...{ shippingMethod: 'freight', shippingAddress: { ...berlin, lastName: 'Lovelace' } },
        billingAddress: { ...berlin, company: 'Analytical Engines' },
      });
      expect(body.order).toMatchObject({
        ...{ shippingMethod: { key: 'freight' }, shippingAddress: { lastName: 'Lovelace' } },
        ...{ billingAddress: { company: 'Analytical Engines' }, balance: { amount: 510 } },
        totals: { shippingPrice: { amount: 1000 } },
      });
      expect(await edit(bought, { shippingAddress: { country: 'DE' } })).toMatchObject({
        ...{ status: 422, body: { code: 'invalid_address' } },
      });
      // A unit more changes nothing about what delivery was agreed at.
      const { body: more } = await edit(bought, { addLines: [{ variantId: await variant(), quantity: 1 }] });
      expect(more.edit).toMatchObject({ difference: { amount: 1000 } });
    });

    test('asked twice with one key it is done once; two at a time are one, by the version', async () => {
      const { buy, order } = shop();
      const bought = await buy();
      const headers = { 'idempotency-key': `edit-${bought.id}` };
      const [first, second] = [
        await edit(bought, setTo(bought, 4), headers),
        await edit(bought, setTo(bought, 4), headers),
      ];
      expect(second.body).toEqual(first.body);
      const { version } = await order(bought);
      const both = await Promise.all(
        [5, 6].map((quantity) => edit(bought, setTo(bought, quantity), { 'if-match': `"${version}"` })),
      );
      expect(both.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'version_conflict']);
      expect(await edit(bought, { ...setTo(bought, 1), expectedDifference: -1 })).toMatchObject({
        status: 409,
        body: { code: 'edit_difference', details: { expected: -1 } },
      });
      expect((await shop().request(`GET /v1/orders/${bought.id}/edits`)).body.data).toHaveLength(2);
    });

    test('units that were cancelled stay cancelled, and what is left of a line gives back the rest', async () => {
      const { buy, order, toOrder } = shop();
      const bought = await buy({ price: 333 });
      await toOrder(bought, 'cancel', setTo(bought, 1));
      expect(await edit(bought, setTo(bought, 0))).toMatchObject({
        ...{ status: 409, body: { code: 'order_units', details: { available: 2 } } },
      });
      const { body } = await edit(bought, setTo(bought, 2));
      expect(body.order).toMatchObject({
        ...{ refunded: { amount: 666 }, balance: { amount: 0 } },
        lines: [{ quantity: 2, cancelledQuantity: 1, refundedAmount: { amount: 333 } }],
      });
      await toOrder(bought, 'cancel');
      expect(await order(bought)).toMatchObject({
        ...{ state: 'cancelled', refunded: { amount: 3 * 333 + 490 }, balance: { amount: 0 } },
      });
    });

    test('of an anonymized order nobody is in its edits', async () => {
      const { buy, toOrder, request } = shop();
      const bought = await buy();
      await edit(bought, { billingAddress: { ...berlin, lastName: 'Nightingale' }, reason: 'Nightingale' });
      await toOrder(bought, 'cancel');
      await toOrder(bought, 'anonymize');
      const { body } = await request(`GET /v1/orders/${bought.id}/edits`);
      expect(JSON.stringify(body)).not.toMatch(/Nightingale|Berg/);
    });
  });
}
