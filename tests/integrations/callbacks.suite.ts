import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { type GivenIntegrations, givenIntegrations, locationId } from './given-integrations.ts';

export function callbackSuite(openEngine: OpenEngine): void {
  let shop: GivenIntegrations;
  beforeEach(async () => {
    shop = await givenIntegrations(openEngine);
  });
  afterEach(() => shop.close());

  const stockOf = async (variantId: string) => (await shop.levelOf(variantId)).onHand;

  describe('A callback', () => {
    const count = (onHand: number, asOf?: string) => ({
      ...(asOf ? { asOf } : {}),
      items: [{ sku: 'TEE', onHand }],
    });

    test('that is not signed with the secret, or long ago, is refused and not kept', async () => {
      const other = `whsec_${Buffer.from('x'.repeat(24)).toString('base64')}`;
      expect(await shop.callback('stock.level', count(5), { secret: other })).toMatchObject({
        ...{ status: 401, body: { code: 'integration_signature' } },
      });
      const old = Date.now() - 600_000;
      expect(await shop.callback('stock.level', count(5), { at: old })).toMatchObject({ status: 401 });
      expect(await shop.callback('stock.level', count(5), { key: 'nobody', secret: other })).toMatchObject({
        status: 404,
      });
      expect(await shop.callbacks()).toEqual([]);
    });

    test('is answered with 202 before it is applied, and the same again is not applied again', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.settle();
      expect(await shop.callback('stock.level', count(50), { id: 'msg_a' })).toMatchObject({ status: 202 });
      expect(await stockOf(order.variantId)).toBe(50);
      await shop.request('POST /v1/inventory/adjustments', {
        ...{ variantId: order.variantId, locationId, onHand: 60, reason: 'counted' },
      });
      expect(await shop.callback('stock.level', count(50), { id: 'msg_a' })).toMatchObject({ status: 202 });
      expect(await stockOf(order.variantId)).toBe(60);
      expect(await shop.callbacks()).toMatchObject([{ state: 'applied', timesReceived: 2, attempts: 1 }]);
    });

    test('of stock that is older than what was applied has no effect', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.callback('stock.level', count(40, '2026-03-01T10:00:00Z'));
      await shop.callback('stock.level', count(90, '2026-03-01T09:00:00Z'));
      expect(await stockOf(order.variantId)).toBe(40);
      expect((await shop.callbacks())[0]).toMatchObject({
        ...{ state: 'ignored', reason: expect.stringContaining('as new or newer: TEE') },
      });
      await shop.callback('stock.level', count(41, '2026-03-01T11:00:00Z'));
      expect(await stockOf(order.variantId)).toBe(41);
    });

    test.each(['2026-03-01T10:00:00+01:00[Europe/Berlin]', '2026-06-30T23:59:60Z'])(
      'that is told as of %s fails visibly, because no clock shows that',
      async (asOf) => {
        await shop.orderOf('TEE', 1);
        await shop.callback('stock.level', count(40, asOf));
        expect(await shop.latest('stock.level')).toMatchObject({ state: 'failed', attempts: 1 });
      },
    );

    test('that still waits can be tried again, and is applied once', async () => {
      await shop.callback('stock.level', count(7));
      const [failed] = await shop.callbacks('&state=failed');
      const order = await shop.orderOf('TEE', 1);
      for (const _time of ['once', 'and once more']) {
        expect(await shop.request(`POST /v1/integration-callbacks/${failed.id}/retry`, {})).toMatchObject({
          ...{ status: 200, body: { state: 'received' } },
        });
      }
      await shop.drain();
      expect(await stockOf(order.variantId)).toBe(7);
      expect((await shop.callbacks())[0]).toMatchObject({ state: 'applied', attempts: 2 });
    });

    test('of a delivery that overtakes its shipment is applied when that has come', async () => {
      const order = await shop.orderOf('TEE', 2);
      await shop.settle();
      await shop.press('warehouse', `/orders/${order.id}`, { action: 'overtake' });
      await shop.settle();
      expect(await shop.fulfilments(order)).toMatchObject([{ state: 'delivered' }]);
      expect(await shop.latest('shipment.delivered')).toMatchObject({ state: 'applied', attempts: 2 });
    });

    test('of a shipment that was cancelled before it was known does nothing when it comes', async () => {
      const order = await shop.orderOf('TEE', 2);
      await shop.callback('shipment.cancelled', { shipmentId: 'S-9', order: order.number });
      await shop.callback('shipment.created', { shipmentId: 'S-9', order: order.number });
      expect(await shop.fulfilments(order)).toEqual([]);
      expect(await shop.latest('shipment.created')).toMatchObject({ state: 'ignored' });
    });

    test('of the same shipment by another message is ignored', async () => {
      const order = await shop.orderOf('TEE', 2);
      await shop.callback('shipment.created', { shipmentId: 'S-1', order: order.id });
      await shop.callback('shipment.created', { shipmentId: 'S-1', order: order.id });
      expect(await shop.fulfilments(order)).toHaveLength(1);
      expect((await shop.callbacks()).map(({ state }) => state).sort()).toEqual(['applied', 'ignored']);
    });

    test.each([
      ['an order that is not there', { shipmentId: 'S-1', order: '999999' }, 'no order'],
      [
        'a SKU that the order does not have',
        { shipmentId: 'S-1', order: '', lines: [{ sku: 'HAT', quantity: 1 }] },
        'HAT',
      ],
      [
        'more units than are open',
        { shipmentId: 'S-1', order: '', lines: [{ sku: 'TEE', quantity: 9 }] },
        '2',
      ],
      ['something that has not the shape', { shipment: 'S-1' }, 'not valid'],
    ])('about %s fails visibly, and leaves nothing behind', async (_what, data, reason) => {
      const order = await shop.orderOf('TEE', 2);
      const named = 'order' in data && data.order === '' ? { ...data, order: order.id } : data;
      await shop.callback('shipment.created', named);
      const [failed] = await shop.callbacks('&state=failed');
      expect(failed).toMatchObject({ reason: expect.stringContaining(reason) });
      expect(await shop.fulfilments(order)).toEqual([]);
      expect(await shop.request('GET /v1/integrations/warehouse')).toMatchObject({
        body: { failedCallbacks: 1 },
      });
    });

    test('that failed is applied by a retry once what it needs is there', async () => {
      await shop.callback('stock.level', count(7));
      const [failed] = await shop.callbacks('&state=failed');
      expect(failed.reason).toContain('No variant has the SKU TEE');
      const order = await shop.orderOf('TEE', 1);
      const retry = `POST /v1/integration-callbacks/${failed.id}/retry`;
      expect(await shop.request(retry, {})).toMatchObject({ status: 200, body: { state: 'received' } });
      await shop.drain();
      expect(await stockOf(order.variantId)).toBe(7);
      expect(await shop.request(retry, {})).toMatchObject({
        status: 409,
        body: { code: 'integration_callback_state' },
      });
    });

    test("about another order's parcel, or a location that is not the partner's, fails and changes nothing", async () => {
      const order = await shop.orderOf('TEE', 1);
      const other = await shop.orderOf('CAP', 1);
      await shop.drain();
      const parcel = await shop.parcel(other, 1);
      await shop.callback('order.refused', { order: order.id, fulfilmentId: parcel.id });
      expect(await shop.latest('order.refused')).toMatchObject({
        ...{ state: 'failed', reason: `The fulfilment ${parcel.number} is not of order ${order.number}.` },
      });
      expect(await shop.fulfilments(other)).toMatchObject([{ state: 'planned' }]);
      const elsewhere = 'loc_01JDXK5W0V8R9Q2T4M6N8P0S2B';
      await shop.callback('shipment.created', {
        ...{ shipmentId: 'S-1', order: order.id, locationId: elsewhere },
      });
      expect(await shop.latest('shipment.created')).toMatchObject({
        ...{ state: 'failed', reason: `The location ${elsewhere} is not one of the integration's.` },
      });
    });

    test('about a parcel that another partner sends fails, and leaves the plan to that', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.drain();
      const elsewhere = 'loc_01JDXK5W0V8R9Q2T4M6N8P0S2C';
      await shop.request('POST /v1/inventory/locations', { id: elsewhere, name: 'Other', priority: 5 });
      const stock = { variantId: order.variantId, locationId: elsewhere, onHand: 5, reason: 'counted' };
      await shop.request('POST /v1/inventory/adjustments', stock);
      const planned = await shop.toOrder(order, 'fulfilments', { locationId: elsewhere });
      const { id: fulfilmentId, number } = planned.body;
      const named = { order: order.id, fulfilmentId };
      for (const type of ['order.refused', 'shipment.created']) {
        await shop.callback(type, type === 'order.refused' ? named : { ...named, shipmentId: 'S-1' });
        expect(await shop.latest(type)).toMatchObject({
          ...{ state: 'failed', orderId: order.id },
          reason: `The fulfilment ${number} is sent from ${elsewhere}, which is not one of the integration's.`,
        });
      }
      expect(await shop.fulfilments(order)).toMatchObject([{ id: fulfilmentId, state: 'planned' }]);
    });

    test('of stock by lots is the sum of the lots', async () => {
      const order = await shop.orderOf('TEE', 1);
      const lots = [7, 5].map((onHand) => ({ sku: 'TEE', onHand }));
      await shop.callback('stock.level', { items: lots });
      expect(await shop.latest('stock.level')).toMatchObject({ state: 'applied', reason: null });
      expect(await stockOf(order.variantId)).toBe(12);
    });

    test('of a shipment that was cancelled before it was known changes nothing, whenever it comes', async () => {
      const order = await shop.orderOf('TEE', 1);
      const tracking = { number: 'JD01' };
      await shop.callback('shipment.tracking_updated', { shipmentId: 'S-9', tracking });
      expect(await shop.latest('shipment.tracking_updated')).toMatchObject({ state: 'failed' });
      await shop.callback('shipment.cancelled', { shipmentId: 'S-9', order: order.number });
      await shop.callback('shipment.delivered', { shipmentId: 'S-9' });
      for (const type of ['shipment.tracking_updated', 'shipment.delivered']) {
        expect(await shop.latest(type)).toMatchObject({
          ...{ state: 'ignored', reason: 'The shipment S-9 was cancelled before.' },
        });
      }
    });

    test('that failed is forgotten with the order that it was about, and so is what was sent', async () => {
      const order = await shop.orderOf('TEE', 1);
      const { body: customer } = await shop.request('POST /v1/customers', { email: 'ada@example.com' });
      const bought = await shop.copy(order, { customerId: customer.id });
      await shop.settle();
      await shop.callback('order.refused', {
        ...{ order: order.id, fulfilmentId: 'ful_01JDXK5W0V8R9Q2T4M6N8P0S2A', reason: 'Ada moved.' },
      });
      const failed = await shop.latest('order.refused');
      expect(failed).toMatchObject({ state: 'failed', orderId: order.id });
      const bodies = async (subject: string) => {
        const { body } = await shop.request(`GET /v1/webhooks/deliveries?subject=${subject}`);
        const sent = body.data.filter(({ eventType }: Body) => eventType === 'integration.message');
        const shown = sent.map(({ id }: Body) => shop.request(`GET /v1/webhooks/deliveries/${id}`));
        return (await Promise.all(shown)).map((answer) => answer.body.body);
      };
      expect(await bodies(order.id)).toContainEqual(expect.stringContaining(order.number));
      expect(await bodies(bought.id)).toContainEqual(expect.stringContaining('TEE'));
      await shop.toOrder(order, 'cancel');
      await shop.settle();
      await shop.toOrder(order, 'anonymize');
      await shop.request(`DELETE /v1/customers/${customer.id}`);
      await shop.drain();
      const { body: shown } = await shop.request(`GET /v1/integration-callbacks/${failed.id}`);
      expect(shown).toMatchObject({ state: 'failed', body: '', data: null, reason: null });
      expect(new Set([...(await bodies(order.id)), ...(await bodies(bought.id))])).toEqual(new Set([null]));
    });

    test('that says more than is asked, and leaves empty what it does not know, is applied', async () => {
      const order = await shop.orderOf('TEE', 1);
      const tracking = { carrier: '', number: 'JD01', url: '', service: 'express' };
      await shop.callback('shipment.created', { shipmentId: 'S-1', order: order.id, tracking, boxes: 2 });
      expect(await shop.latest('shipment.created')).toMatchObject({ state: 'applied', reason: null });
      expect(await shop.fulfilments(order)).toMatchObject([
        { state: 'shipped', tracking: { carrier: null, number: 'JD01', url: null } },
      ]);
      const weight = { value: 180, unit: 'g', isGross: true };
      await shop.callback('item.master', { items: [{ sku: 'TEE', weight, colour: 'red' }] }, { key: 'erp' });
      expect(await shop.latest('item.master')).toMatchObject({ state: 'applied' });
      const found = await shop.request('GET /v1/products?sku=TEE');
      expect(found.body.data[0].variants[0]).toMatchObject({ weight: { value: 180, unit: 'g' } });
    });

    test('with an empty reason, or one that is too long, is applied all the same', async () => {
      const order = await shop.orderOf('TEE', 2);
      await shop.drain();
      const planned = await shop.parcel(order, 1);
      const refusal = { order: order.id, fulfilmentId: planned.id };
      await shop.callback('order.refused', { ...refusal, reason: 'x'.repeat(6000) });
      expect(await shop.latest('order.refused')).toMatchObject({ state: 'applied' });
      expect((await shop.fulfilments(order))[0]).toMatchObject({ state: 'cancelled' });
      const other = await shop.parcel(order, 1);
      await shop.callback('order.refused', { ...refusal, fulfilmentId: other.id, reason: '' });
      expect((await shop.fulfilments(order))[0].reason).toBe('No reason was given.');
    });

    test('that no rule takes is ignored, and shown with what it said', async () => {
      await shop.callback('billing.charge_created', { amount: 1 });
      const [ignored] = await shop.callbacks();
      expect(ignored).toMatchObject({ state: 'ignored', type: null });
      const { body } = await shop.request(`GET /v1/integration-callbacks/${ignored.id}`);
      expect(JSON.parse(body.body)).toMatchObject({ type: 'billing.charge_created' });
    });

    test('about a planned parcel ships that parcel; one with less plans anew', async () => {
      const order = await shop.orderOf('TEE', 3);
      await shop.drain();
      const whole = await shop.parcel(order, 1);
      await shop.callback('shipment.created', { shipmentId: 'S-1', order: order.id, fulfilmentId: whole.id });
      const other = await shop.parcel(order, 2);
      const lines = [{ sku: 'TEE', quantity: 1 }];
      await shop.callback('shipment.created', {
        shipmentId: 'S-2',
        order: order.id,
        fulfilmentId: other.id,
        lines,
      });
      const states = Object.fromEntries((await shop.fulfilments(order)).map(({ id, state }) => [id, state]));
      expect(states).toMatchObject({ [whole.id]: 'shipped', [other.id]: 'cancelled' });
      expect((await shop.order(order)).lines[0]).toMatchObject({ fulfilledQuantity: 2, plannedQuantity: 0 });
    });
  });
}
