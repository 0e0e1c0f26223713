import { expect, test } from 'vitest';
import { evaluate, faultOf } from '../mapping/index.ts';
import { checkIntegrations } from './check-integrations.ts';
import { declareConfig } from './declare-config.ts';
import { integrationPreset, presetExpressions } from './integration-presets.ts';
import { parseConfig } from './parse-config.ts';

const integrationsOf = (integrations: object) =>
  parseConfig({ name: 'Shop', integrations }).config.integrations;

test('three lines declare a warehouse', () => {
  const [warehouse] = integrationsOf({ 'eu-warehouse': { preset: 'headlesspro' } });
  expect(warehouse).toMatchObject({
    ...{ key: 'eu-warehouse', kind: 'fulfilment', url: null },
    secrets: { token: 'EU_WAREHOUSE_TOKEN', secret: 'EU_WAREHOUSE_SECRET' },
    stock: { path: '/v1/stock' },
  });
});

test('what is declared beside a preset goes before it', () => {
  const own = { as: 'stock.level', when: 'body.kind = "count"', map: 'body' };
  const [warehouse] = integrationsOf({ warehouse: { preset: 'headlesspro', receive: [own], send: [] } });
  expect(warehouse?.receive[0]).toEqual(own);
  expect(warehouse?.send).toEqual([]);
});

test('a configuration is the same after it was declared again', () => {
  const { config } = parseConfig({
    name: 'Shop',
    integrations: { warehouse: { preset: 'shipbob' }, erp: { preset: 'headlesspro', kind: 'erp' } },
  });
  expect(JSON.stringify(parseConfig(declareConfig(config)).config)).toBe(JSON.stringify(config));
});

test('a secret that is written out or stands in a URL, an event that no partner is told and an unknown setting are refused', () => {
  expect(() => integrationsOf({ erp: { secret: 'whsec_AAAA' } })).toThrow('by reference only');
  const send = [{ event: 'cart.created', to: '/carts', map: 'data' }];
  expect(() => integrationsOf({ erp: { send } })).toThrow('/integrations/erp/send/0/event');
  expect(() => integrationsOf({ erp: { url: 'https://user:secret@erp.example.com' } })).toThrow(
    '/integrations/erp/url',
  );
  expect(() => integrationsOf({ erp: { sends: [] } })).toThrow('/integrations/erp');
});

test('an expression that is none is told with its place', async () => {
  const send = [{ event: 'order.confirmed', to: '/orders', map: 'data.{ "a": }' }];
  await expect(checkIntegrations(integrationsOf({ erp: { send } }))).rejects.toThrow(
    '/integrations/erp/send/0/map',
  );
});

test('all expressions of presets are expressions', async () => {
  for (const text of presetExpressions) expect(await faultOf(text)).toBeUndefined();
});

test("ShipBob's shipment is a shipment: the topic stands in a header, the order is our id", async () => {
  const body = {
    ...{ id: 88_001, reference_id: 'ord_1', status: 'Completed' },
    tracking: { carrier: 'DHL', tracking_number: 'JD01', tracking_url: 'https://dhl.example/JD01' },
    products: [{ sku: 'TEE', inventory_items: [{ id: 1, quantity: 2 }] }],
  };
  const input = { headers: { 'x-webhook-topic': 'order.shipped' }, body };
  const rules = integrationPreset('shipbob', 'fulfilment').receive;
  const taken = [];
  for (const { as, when, map } of rules)
    if (await evaluate(when, input)) taken.push([as, await evaluate(map, input)]);
  expect(taken).toEqual([
    [
      'shipment.created',
      {
        ...{ shipmentId: '88001', order: 'ord_1', lines: [{ sku: 'TEE', quantity: 2 }] },
        tracking: { carrier: 'DHL', number: 'JD01', url: 'https://dhl.example/JD01' },
      },
    ],
  ]);
});
