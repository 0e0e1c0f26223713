import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenIntegrations, givenIntegrations, locationId } from './given-integrations.ts';

export function integrationsSuite(openEngine: OpenEngine): void {
  let shop: GivenIntegrations;
  beforeEach(async () => {
    shop = await givenIntegrations(openEngine);
  });
  afterEach(() => shop.close());

  const stockOf = async (variantId: string) => (await shop.levelOf(variantId)).onHand;

  describe('A warehouse', () => {
    test('is sent an order when it is confirmed, once, and what it ships is shipped here', async () => {
      const order = await shop.orderOf('TEE', 3);
      await shop.settle();
      expect(await shop.page('warehouse', '/')).toContain(`>${order.number}<`);
      const received = await shop.page('warehouse', '/received');
      expect(received.match(/POST \/v1\/orders</g)).toHaveLength(1);
      expect(received).toContain('idempotency-key: evt_');

      expect(await shop.press('warehouse', `/orders/${order.id}`, { action: 'ship' })).toBe(303);
      await shop.settle();
      expect(await shop.fulfilments(order)).toMatchObject([
        {
          ...{ state: 'shipped', locationId, lines: [{ quantity: 3 }] },
          tracking: { carrier: 'Simulated Parcel', number: expect.stringMatching(/^SIM/) },
        },
      ]);
      expect(await shop.order(order)).toMatchObject({ fulfilmentState: 'fulfilled' });
      expect(await stockOf(order.variantId)).toBe(97);
      expect(await shop.latest('shipment.created')).toMatchObject({ state: 'applied', orderId: order.id });
    });

    test('ships in parts, each a parcel of its own, and says when they are delivered', async () => {
      const order = await shop.orderOf('TEE', 3);
      await shop.settle();
      await shop.press('warehouse', `/orders/${order.id}`, { action: 'ship', sku: 'TEE', units: '1' });
      await shop.settle();
      expect(await shop.order(order)).toMatchObject({ fulfilmentState: 'partially_fulfilled' });
      await shop.press('warehouse', `/orders/${order.id}`, { action: 'ship' });
      await shop.settle();
      const parcels = await shop.fulfilments(order);
      expect(parcels.map(({ lines: [{ quantity }] }) => quantity)).toEqual([2, 1]);
      await shop.press('warehouse', `/orders/${order.id}/shipments/S-1002`, { action: 'deliver' });
      await shop.settle();
      expect((await shop.fulfilments(order)).map(({ state }) => state)).toEqual(['delivered', 'shipped']);
    });

    test('ships short: what will not come stays open, and the staff read it', async () => {
      const order = await shop.orderOf('TEE', 3);
      await shop.settle();
      await shop.press('warehouse', `/orders/${order.id}`, { action: 'short-ship', sku: 'TEE', units: '2' });
      await shop.settle();
      expect((await shop.order(order)).lines[0]).toMatchObject({ fulfilledQuantity: 2, plannedQuantity: 0 });
      const { body } = await shop.request(`GET /v1/orders/${order.id}/timeline`);
      expect(body.data.map(({ message }: { message: string }) => message)).toContainEqual(
        'warehouse sent the shipment S-1001 without 1 × TEE: there is none.',
      );
    });

    test('refuses an order: the reason stands in its timeline', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.settle();
      await shop.press('warehouse', `/orders/${order.id}`, { action: 'refuse', reason: 'Too heavy.' });
      await shop.settle();
      const { body } = await shop.request(`GET /v1/orders/${order.id}/timeline`);
      expect(body.data[0]).toMatchObject({ message: 'warehouse refused the order: Too heavy.' });
    });

    test('takes a shipment apart: its units are in stock and open again', async () => {
      const order = await shop.orderOf('TEE', 2);
      await shop.settle();
      await shop.press('warehouse', `/orders/${order.id}`, { action: 'ship' });
      await shop.settle();
      await shop.press('warehouse', `/orders/${order.id}/shipments/S-1001`, { action: 'cancel' });
      await shop.settle();
      expect(await shop.fulfilments(order)).toMatchObject([{ state: 'returned_to_sender' }]);
      expect(await stockOf(order.variantId)).toBe(100);
      expect(await shop.press('warehouse', `/orders/${order.id}`, { action: 'ship' })).toBe(303);
      await shop.settle();
      expect(await shop.order(order)).toMatchObject({ fulfilmentState: 'fulfilled' });
    });

    test('is told when an order is cancelled', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.settle();
      await shop.toOrder(order, 'cancel');
      await shop.settle();
      expect(await shop.page('warehouse', `/orders/${order.id}`)).toContain('>cancelled<');
    });

    test('that fails is tried again, and nothing is done twice', async () => {
      const order = await shop.orderOf('TEE', 1);
      shop.cutOff(true);
      await shop.drain();
      const { body: endpoints } = await shop.request('GET /v1/webhooks/endpoints');
      const warehouse = endpoints.data.find(({ key }: { key: string }) => key === 'integration:warehouse');
      const state = async () => {
        const { body } = await shop.request(`GET /v1/webhooks/deliveries?endpointId=${warehouse.id}`);
        return body.data.map((each: { state: string; attemptCount: number }) => [each.state, each.attemptCount]);
      };
      expect(await state()).toEqual([['pending', 1]]);
      shop.cutOff(false);
      shop.moveClock(60);
      await shop.settle();
      expect(await state()).toEqual([['delivered', 2]]);
      const { body } = await shop.request(`GET /v1/webhooks/deliveries?endpointId=${warehouse.id}`);
      await shop.request(`POST /v1/webhooks/deliveries/${body.data[0].id}/replay`, {});
      await shop.settle();
      expect((await shop.page('warehouse', '/received')).match(/POST \/v1\/orders</g)).toHaveLength(1);
      expect(await shop.page('warehouse', '/')).toContain(`>${order.number}<`);
    });
  });

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
      expect(await shop.callback('stock.level', count(5), { key: 'nobody', secret: other })).toMatchObject({ status: 404 });
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
      ['a SKU that the order does not have', { shipmentId: 'S-1', order: '', lines: [{ sku: 'HAT', quantity: 1 }] }, 'HAT'],
      ['more units than are open', { shipmentId: 'S-1', order: '', lines: [{ sku: 'TEE', quantity: 9 }] }, '2'],
      ['something that has not the shape', { shipment: 'S-1' }, 'not valid'],
    ])('about %s fails visibly, and leaves nothing behind', async (_what, data, reason) => {
      const order = await shop.orderOf('TEE', 2);
      const named = 'order' in data && data.order === '' ? { ...data, order: order.id } : data;
      await shop.callback('shipment.created', named);
      const [failed] = await shop.callbacks('&state=failed');
      expect(failed).toMatchObject({ reason: expect.stringContaining(reason) });
      expect(await shop.fulfilments(order)).toEqual([]);
      expect(await shop.request('GET /v1/integrations/warehouse')).toMatchObject({ body: { failedCallbacks: 1 } });
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
      expect(await shop.request(retry, {})).toMatchObject({ status: 409, body: { code: 'integration_callback_state' } });
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
      await shop.callback('shipment.created', { shipmentId: 'S-2', order: order.id, fulfilmentId: other.id, lines });
      const states = Object.fromEntries((await shop.fulfilments(order)).map(({ id, state }) => [id, state]));
      expect(states).toMatchObject({ [whole.id]: 'shipped', [other.id]: 'cancelled' });
      expect((await shop.order(order)).lines[0]).toMatchObject({ fulfilledQuantity: 2, plannedQuantity: 0 });
    });
  });

  describe('An ERP', () => {
    test('posts an invoice, and changes an item', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.settle();
      await shop.press('erp', `/orders/${order.id}`, { action: 'invoice' });
      await shop.press('erp', '/stock', { action: 'item', sku: 'TEE', barcode: '4006381333931', grams: '180' });
      await shop.settle();
      const { body } = await shop.request(`GET /v1/orders/${order.id}/timeline`);
      expect(body.data[0].message).toContain('erp posted the invoice INV-1001');
      const found = await shop.request('GET /v1/products?sku=TEE');
      expect(found.body.data[0].variants[0]).toMatchObject({
        ...{ barcode: '4006381333931', weight: { value: 180, unit: 'g' } },
      });
      const about = await shop.request(`GET /v1/integration-callbacks?orderId=${order.id}`);
      expect(about.body.data).toMatchObject([{ type: 'invoice.posted', integration: 'erp' }]);
    });

    test('is told of money that is given back', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.settle();
      await shop.toOrder(order, 'cancel');
      await shop.settle();
      expect(await shop.page('erp', '/received')).toContain('POST /v1/credit-notes');
    });
  });

  describe('The whole stock', () => {
    const run = () => shop.request('POST /v1/integrations/warehouse/reconciliations', {});

    test('is compared, and a difference is reported and not written over', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.settle();
      expect(await run()).toMatchObject({ status: 201, body: { state: 'agrees', compared: 1 } });
      await shop.request('POST /v1/inventory/adjustments', {
        ...{ variantId: order.variantId, locationId, onHand: 80, reason: 'damaged' },
      });
      await shop.press('warehouse', '/stock', { action: 'count', sku: 'MUG', onHand: '4' });
      await shop.settle();
      const { body } = await run();
      expect(body).toMatchObject({
        ...{ state: 'differs', differenceCount: 2 },
        differences: [
          { sku: 'MUG', locationId, kind: 'missing_here', here: null, there: 4 },
          { sku: 'TEE', locationId, kind: 'differs', here: 80, there: 100 },
        ],
      });
      expect(await stockOf(order.variantId)).toBe(80);
      expect(await shop.request(`GET /v1/integration-reconciliations/${body.id}`)).toMatchObject({ body });
      const types = (await shop.events()).map(({ type }) => type);
      expect(types).toContain('integration.stock_differs');
    });

    test('is compared each night by itself, over all pages', async () => {
      for (let index = 0; index < 120; index += 1) {
        await shop.press('warehouse', '/stock', { action: 'count', sku: `X-${index}`, onHand: '1' });
      }
      // 04:00 of the next day.
      shop.moveClock(18 * 3600);
      await shop.drain();
      const { body } = await shop.request('GET /v1/integration-reconciliations?integration=warehouse');
      expect(body.data[0]).toMatchObject({ state: 'differs', compared: 120, differenceCount: 120 });
      const before = body.data.length;
      shop.moveClock(3600);
      await shop.drain();
      const again = await shop.request('GET /v1/integration-reconciliations?integration=warehouse');
      expect(again.body.data).toHaveLength(before);
    });

    test('that can not be read is a report of that', async () => {
      shop.cutOff(true);
      expect(await run()).toMatchObject({ status: 201, body: { state: 'failed', reason: expect.stringContaining('warehouse') } });
      expect(await shop.request('POST /v1/integrations/warehouse/test', {})).toMatchObject({
        ...{ status: 502, body: { code: 'partner_unreachable' } },
      });
      shop.cutOff(false);
      expect(await shop.request('POST /v1/integrations/warehouse/test', {})).toMatchObject({ status: 200 });
      expect(await shop.request('POST /v1/integrations/erp/test', {})).toMatchObject({
        ...{ status: 409, body: { code: 'integration_without_stock' } },
      });
    });
  });
}
