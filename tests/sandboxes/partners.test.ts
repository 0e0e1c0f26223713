import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { type GivenEmulator, givenEmulator } from './given-emulator.ts';

const locationId = 'loc_01JDXK5W0V8R9Q2T4M6N8P0S2A';
let given: GivenEmulator;

beforeAll(async () => {
  const integrations = { depot: { preset: 'headlesspro' as const, locations: [locationId] } };
  given = await givenEmulator('empty', { ...seedNamed('empty').build().config, integrations });
});

afterAll(() => given.close());

async function callbacksOf(key: string): Promise<readonly { type: string; messageId: string }[]> {
  return (await given.ask(key, 'GET /v1/integration-callbacks')).body.data;
}

test('what the warehouse of a sandbox ships reaches that sandbox alone', async () => {
  const { secretKey } = given.emulator;
  // The store tells the warehouse where its callbacks go, and the copy's warehouse has the same address.
  expect((await given.ask(secretKey, 'POST /v1/integrations/depot/test', {})).status).toBe(200);
  await given.controls.call('snapshots.save', { name: 'with-warehouse' });
  const sandbox = await given.controls.call('sandboxes.create', { snapshot: 'with-warehouse' });

  const warehouse = String(sandbox.simulators.warehouse);
  const order = { reference: 'ord_1', number: '1001', lines: [{ sku: 'TEE', quantity: 1 }] };
  const taken = await fetch(`${warehouse}/v1/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer test_shop_${sandbox.id}`, 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  expect(taken.status).toBe(201);
  const shipped = await fetch(`${warehouse}/orders/ord_1`, {
    method: 'POST',
    body: new URLSearchParams({ action: 'ship' }),
    redirect: 'manual',
  });
  expect(shipped.status).toBe(303);

  await expect.poll(() => callbacksOf(sandbox.secretKey), { timeout: 10_000 }).toHaveLength(1);
  expect(await callbacksOf(secretKey)).toEqual([]);
});
