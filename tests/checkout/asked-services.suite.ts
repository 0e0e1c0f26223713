import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShippingMethodConfig } from '../../runtime/config/store-config.ts';
import { createHttpOutgoing } from '../../runtime/outgoing/index.ts';
import { environmentConnections } from '../../runtime/providers/connections/index.ts';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { forTheShop, type GivenAskedService, givenAskedService } from './given-asked-service.ts';
import { berlin, type GivenCheckout, givenCheckout } from './given-checkout.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** A tax of ten percent in the price, rounded down; of shipping there is none. */
function tenPercent({ items }: Body) {
  return {
    items: items.map(({ kind, amount }: Body) => {
      const tax = kind === 'line' ? Math.floor(amount / 11) : 0;
      return { net: amount - tax, tax, rate: tax > 0 ? 10 : 0, name: tax > 0 ? 'Outside tax' : null };
    }),
  };
}

/** Tax engines and carriers that the configuration names. */
export function askedServiceSuite(openEngine: OpenEngine): void {
  describe('a tax engine and a carrier of others', () => {
    let [engine, carrier]: (GivenAskedService | undefined)[] = [];
    let store: GivenCheckout;
    let machineTime = Date.parse('2026-03-01T09:00:00.000Z');
    /** Until a failure is asked about again. */
    const later = () => {
      machineTime += 6_000;
    };

    function configOf(otherwise: 'refuse' | 'zones', rates: ShippingMethodConfig['rates'] = {}) {
      if (!engine || !carrier) throw new Error('They do not listen yet.');
      const method = {
        ...{ key: 'express', name: 'Express', kind: 'carrier' as const, rates, freeFrom: { EUR: 100_000 } },
        ...{ deliveryDays: null, locationId: null, provider: 'courier' },
      };
      const [germany] = fashionConfig.shipping.zones;
      if (!germany) throw new Error('The configuration has no zone.');
      return {
        ...fashionConfig,
        taxes: {
          ...fashionConfig.taxes,
          engine: { url: engine.url, secrets: { token: 'TAX_TOKEN' }, otherwise },
        },
        shipping: {
          zones: [{ ...germany, methods: [...germany.methods, method] }],
          carriers: [{ key: 'courier', url: carrier.url, secrets: { token: 'COURIER_TOKEN' } }],
        },
      };
    }

    beforeAll(async () => {
      [engine, carrier] = [await givenAskedService(), await givenAskedService()];
      store = await givenCheckout(openEngine, configOf('refuse'), {
        outgoing: createHttpOutgoing({ allowLoopback: true }),
        connections: () =>
          environmentConnections({ TAX_TOKEN: 'tax-secret', COURIER_TOKEN: 'courier-secret' }),
        machineClock: { now: () => new Date(machineTime) },
      });
    });
    beforeEach(async () => {
      later();
      engine?.answer(tenPercent);
      carrier?.answer(({ weightGrams }) => ({
        rate: { amount: weightGrams, deliveryDays: { from: 1, to: 2 } },
      }));
      await store.configure(configOf('refuse'));
    });
    afterAll(async () => {
      await store.close();
      engine?.close();
      carrier?.close();
    });

    const ofThree = async () => ({
      lines: [{ variantId: await store.variant({ weight: { value: 0.25, unit: 'kg' } }), quantity: 3 }],
      ...{ email: 'ada@example.com', shippingAddress: berlin, billingAddress: berlin },
    });

    test('say what a cart costs, to the cent and under the names that they give', async () => {
      const cart = await store.cart(await ofThree());
      const { body: offered } = await store.at(cart, 'POST shipping-methods');
      expect(offered.methods).toContainEqual(
        expect.objectContaining({ key: 'express', price: eur(750), deliveryDays: { from: 1, to: 2 } }),
      );
      const chosen = await store.at(cart, 'PUT shipping-method', { method: 'express' });
      expect(chosen).toMatchObject({ status: 200 });
      expect(chosen.body.totals).toMatchObject({
        tax: eur(272),
        shipping: { net: eur(750), tax: eur(0), gross: eur(750) },
        total: { net: eur(3478), tax: eur(272), gross: eur(3750) },
        taxes: [{ name: 'Outside tax', rate: 10, net: eur(2728), tax: eur(272) }],
      });
      expect(engine?.asked.at(-1)).toMatchObject({
        headers: { authorization: 'Bearer tax-secret' },
        question: {
          ...{ type: 'taxes.calculate', currency: 'EUR', isExempt: false },
          destination: { country: 'DE', region: null, postalCode: '10119' },
          items: [
            { kind: 'line', amount: 3000, includesTax: true, taxClass: null },
            { kind: 'shipping', amount: 750, includesTax: true, taxClass: null },
          ],
        },
      });
      expect(carrier?.asked.at(-1)).toMatchObject({
        headers: { authorization: 'Bearer courier-secret' },
        question: { type: 'shipping.rate', method: 'express', weightGrams: 750, goods: 3000 },
      });
    });

    test('are not asked twice for the same, and again for what has changed', async () => {
      const input = await ofThree();
      const cart = await store.cart(input);
      const before = engine?.asked.length ?? 0;
      await Promise.all([
        store.read(cart),
        store.read(cart),
        store.request('POST /v1/quotes', {
          ...{ channel: 'web', lines: input.lines, shippingAddress: berlin },
        }),
      ]);
      expect(engine?.asked).toHaveLength(before);
      const [line] = (await store.read(cart)).lines;
      const change = await store.at(cart, `PATCH lines/${line.id}`, { quantity: 7 });
      expect(change).toMatchObject({ status: 200, body: { totals: { tax: eur(636) } } });
      expect(engine?.asked).toHaveLength(before + 1);
    });

    test('of an engine that fails, or adds up wrongly, nothing is believed: the cart is told so, and whole afterwards', async () => {
      const cart = await store.cart();
      const adding = async () => store.at(cart, 'POST lines', { lines: (await ofThree()).lines });
      await store.at(cart, 'PATCH ', { country: 'DE' });
      engine?.answer(() => 503);
      const failed = await adding();
      expect(failed).toMatchObject({
        ...{ status: 502, body: { code: 'tax_engine_failed', detail: expect.stringContaining('503') } },
      });
      expect(JSON.stringify(failed.body)).not.toContain(forTheShop);
      later();
      engine?.answer(({ items }) => ({
        items: items.map(({ amount }: Body) => ({ net: amount, tax: 1, rate: 10, name: 'Tax' })),
      }));
      const wrong = await adding();
      expect(wrong.body.detail).toContain('/items/0 has 3000 + 1, and its price with tax is 3000.');
      later();
      engine?.answer(tenPercent);
      await store.configure({ ...configOf('refuse'), name: 'Mended' });
      expect((await store.read(cart)).lines).toEqual([]);
      expect(await adding()).toMatchObject({ status: 200, body: { totals: { tax: eur(272) } } });
    });

    test("where the configuration allows it, the zones' rates and the method's own stand in", async () => {
      engine?.answer(() => 503);
      carrier?.answer(() => 500);
      await store.configure(configOf('zones', { EUR: [{ from: 0, amount: 990 }] }));
      const cart = await store.cart(await ofThree());
      const chosen = await store.at(cart, 'PUT shipping-method', { method: 'express' });
      expect(chosen.body).toMatchObject({
        shippingMethod: { key: 'express', price: eur(990) },
        totals: { total: { gross: eur(3990) }, taxes: [{ name: 'VAT', rate: 19 }] },
      });
    });

    test('a carrier that does not go there, or says nothing that is a rate, is not offered', async () => {
      const cart = await store.cart(await ofThree());
      const keys = async () =>
        (await store.at(cart, 'POST shipping-methods')).body.methods.map(({ key }: Body) => key);
      carrier?.answer(() => ({ rate: null }));
      expect(await keys()).not.toContain('express');
      await store.configure({ ...configOf('refuse'), name: 'Other' });
      carrier?.answer(() => ({ rate: { amount: -1 } }));
      expect(await keys()).toEqual(['pickup', 'parcel', 'freight']);
    });
  });
}
