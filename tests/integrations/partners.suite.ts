import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenIntegrations, givenIntegrations, locationId } from './given-integrations.ts';

export function partnerSuite(openEngine: OpenEngine): void {
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
        return body.data.map((each: { state: string; attemptCount: number }) => [
          each.state,
          each.attemptCount,
        ]);
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

  describe('An ERP', () => {
    test('posts an invoice, and changes an item', async () => {
      const order = await shop.orderOf('TEE', 1);
      await shop.settle();
      await shop.press('erp', `/orders/${order.id}`, { action: 'invoice' });
      await shop.press('erp', '/stock', {
        action: 'item',
        sku: 'TEE',
        barcode: '4006381333931',
        grams: '180',
      });
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
}
