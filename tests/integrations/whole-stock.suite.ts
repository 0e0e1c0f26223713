import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenIntegrations, givenIntegrations, locationId } from './given-integrations.ts';

export function wholeStockSuite(openEngine: OpenEngine): void {
  let shop: GivenIntegrations;
  beforeEach(async () => {
    shop = await givenIntegrations(openEngine);
  });
  afterEach(() => shop.close());

  const stockOf = async (variantId: string) => (await shop.levelOf(variantId)).onHand;

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
      await shop.drain();
      const { body: mails } = await shop.request('GET /v1/mail/messages');
      expect(mails.data[0]).toMatchObject({ kind: 'stock_report', to: 'operations@fashion.test' });
      const { body: mail } = await shop.request(`GET /v1/mail/messages/${mails.data[0].id}`);
      expect(mail.text).toContain('2 of 2 counts differ');
      expect(mail.text).toMatch(/TEE.*here 80, there 100/s);
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
      expect(await run()).toMatchObject({
        status: 201,
        body: { state: 'failed', reason: expect.stringContaining('warehouse') },
      });
      await shop.drain();
      const { body: mails } = await shop.request('GET /v1/mail/messages');
      expect(mails.data[0].subject).toContain('could not be compared');
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
