import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { IntegrationInput } from '../../runtime/config/integration-input.ts';
import { completeIntegrations } from '../../runtime/config/integration-rules.ts';
import type { Answer, Body, OpenEngine } from '../catalog/given-store.ts';
import { shirt } from '../catalog/products.suite.ts';
import { type Bought, type GivenOrders, givenOrders } from '../orders/given-orders.ts';

/** A location that both sides know before the store is set up. */
export const locationId = 'loc_01JDXK5W0V8R9Q2T4M6N8P0S2A';

export const warehouse: IntegrationInput = { preset: 'headlesspro', locations: [locationId] };
const erp: IntegrationInput = { preset: 'headlesspro', kind: 'erp' };

export interface Ordered extends Bought {
  readonly number: string;
  readonly sku: string;
}

/** A shop with the simulated warehouse and the simulated ERP beside it. */
export interface GivenIntegrations extends GivenOrders {
  /** An order of units of a new variant with a SKU, in stock at the warehouse's location. */
  orderOf(sku: string, quantity?: number): Promise<Ordered>;
  /** Presses a button of a simulator's page: `press('warehouse', '/orders/ord_…', { action: 'ship' })`. */
  press(
    simulator: 'warehouse' | 'erp',
    path: string,
    form: Readonly<Record<string, string>>,
  ): Promise<number>;
  page(simulator: 'warehouse' | 'erp', path: string): Promise<string>;
  /** Works off events and what comes of them at the simulators, until nothing is left. */
  settle(): Promise<void>;
  /** Sends the shop a callback as the partner does; `message` overrides what is signed. */
  callback(
    type: string,
    data: object,
    message?: { readonly id?: string; readonly secret?: string; readonly at?: number; readonly key?: string },
  ): Promise<Answer>;
  callbacks(query?: string): Promise<readonly Body[]>;
  /** The latest callback of a type. */
  latest(type: string): Promise<Body>;
  fulfilments(bought: Pick<Bought, 'id'>): Promise<readonly Body[]>;
}

export async function givenIntegrations(
  openEngine: OpenEngine,
  integrations: Readonly<Record<string, IntegrationInput>> = { warehouse, erp },
): Promise<GivenIntegrations> {
  const shop = await givenOrders(openEngine, {
    ...{ isQuiet: true, config: { integrations: completeIntegrations(integrations) } },
  });
  const { request } = shop;
  expect(
    await request('POST /v1/inventory/locations', { id: locationId, name: 'Partner warehouse', priority: 9 }),
  ).toMatchObject({ status: 201 });
  let messages = 0;

  const callbacks: GivenIntegrations['callbacks'] = async (query = '') => {
    const { body } = await request(`GET /v1/integration-callbacks?pageSize=100${query}`);
    return body.data;
  };

  return {
    ...{ ...shop, callbacks },
    async orderOf(sku, quantity = 3) {
      const prices = [{ amount: 1000, currency: 'EUR' }];
      const made = await request('POST /v1/products', shirt({ options: [], variants: [{ sku, prices }] }));
      const [{ id: variantId }] = made.body.variants;
      const stock = { variantId, locationId, onHand: 100, reason: 'counted' };
      expect(await request('POST /v1/inventory/adjustments', stock)).toMatchObject({ status: 200 });
      const cart = await shop.readyCart(variantId, { lines: [{ variantId, quantity }] });
      await shop.payByCard(cart);
      const { status, body } = await shop.at(cart, 'POST complete');
      expect({ status, body }).toMatchObject({ status: 200 });
      const [{ id: lineId }] = body.order.lines;
      const { id, number } = body.order;
      return { id, number, sku, token: cart.token, lineId, variantId, paymentId: body.payment?.id };
    },
    async press(simulator, path, form) {
      const url = `${shop.simulators[simulator]}${path}`;
      const body = new URLSearchParams(form);
      return (await fetch(url, { method: 'POST', body, redirect: 'manual' })).status;
    },
    page: async (simulator, path) => (await fetch(`${shop.simulators[simulator]}${path}`)).text(),
    async settle() {
      await shop.drain();
      await expect
        .poll(
          async () => {
            await shop.drain();
            const pages = await Promise.all(
              ['warehouse', 'erp'].map(async (name) => (await fetch(`${shop.simulators[name]}/sent`)).text()),
            );
            return pages.join('').includes('>pending<');
          },
          { timeout: 10_000, interval: 20 },
        )
        .toBe(false);
      await shop.drain();
    },
    async callback(type, data, { id, secret, at = Date.now(), key = 'warehouse' } = {}) {
      messages += 1;
      const signing = secret ?? (await shop.secretOf(`integration:${key}`, 'secret'));
      const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
      const messageId = id ?? `msg_${messages}`;
      const timestamp = String(Math.floor(at / 1000));
      const mac = createHmac('sha256', Buffer.from(signing.replace('whsec_', ''), 'base64'));
      const signature = mac.update(`${messageId}.${timestamp}.${body}`).digest('base64');
      const answer = await request(`POST /hooks/shop/integrations/${key}`, body, {
        ...{ 'content-type': 'application/json', 'webhook-id': messageId, 'webhook-timestamp': timestamp },
        'webhook-signature': `v1,${signature}`,
      });
      await shop.drain();
      return answer;
    },
    async latest(type) {
      const [found] = (await callbacks()).filter((each) => each.type === type);
      return found;
    },
    async fulfilments({ id }) {
      const { body } = await request(`GET /v1/fulfilments?orderId=${id}`);
      return body.data;
    },
  };
}
