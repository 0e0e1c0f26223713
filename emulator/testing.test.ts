import Stripe from 'stripe';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createControlClient } from './controls/control-client.ts';
import { startTestStore } from './testing/start-test-store.ts';
import { createSandbox, type SandboxStore, WebhookMissing } from './testing.ts';

test('two sandboxes stand side by side and share nothing', async () => {
  const [one, two] = await Promise.all([createSandbox(), createSandbox()]);
  const product = await one.given.product();
  expect((await one.ask('GET /v1/products')).data).toMatchObject([{ id: product.id }]);
  expect((await two.ask('GET /v1/products')).data).toEqual([]);
  await Promise.all([one.close(), two.close()]);
  const stranger = await fetch(`${one.url}/v1/products`, {
    headers: { authorization: `Bearer ${one.secretKey}` },
  }).then(({ status }) => status);
  expect(stranger).toBe(401);
});

test('an order is bought, paid and delivered, and the shop is told by webhooks', async () => {
  await using store = await createSandbox();
  const order = await store.given.order({ state: 'fulfilled', quantity: 2 });
  expect(order).toMatchObject({ paymentState: 'captured', fulfilmentState: 'fulfilled' });
  const placed = await store.webhooks.waitFor('order.placed');
  expect(placed.body.data.id).toBe(order.id);
  expect(await store.webhooks.waitFor('fulfilment.*')).toMatchObject({
    type: expect.stringMatching(/^fulfilment/),
  });
});

test('the official SDK of a provider sees what was paid in that sandbox', async () => {
  await using store = await createSandbox();
  await store.given.order();
  const { hostname, port } = new URL(store.simulators.stripe ?? '');
  const stripe = new Stripe(`sk_test_headlesspro${store.providerKeys.stripe}`, {
    ...{ host: hostname, port, protocol: 'http', telemetry: false },
  });
  expect((await stripe.paymentIntents.list()).data).toMatchObject([{ status: 'succeeded' }]);
});

test('a webhook that does not come is missed with the names of those that came', async () => {
  await using store = await createSandbox();
  await store.given.product();
  await store.webhooks.waitFor('product.created');
  const missed = store.webhooks.waitFor('order.placed', { milliseconds: 50 });
  await expect(missed).rejects.toThrow(WebhookMissing);
  await expect(missed).rejects.toThrow(/No webhook "order.placed" came within 50 ms.*product\.created/);
});

test('a client is made for the sandbox', async () => {
  await using store = await createSandbox({ client: ({ url, secretKey }) => ({ url, secretKey }) });
  expect(store.client).toEqual({ url: store.url, secretKey: store.secretKey });
});

test('time passes in one sandbox alone', async () => {
  await using one = await createSandbox();
  await using other = await createSandbox();
  const later = Date.parse(await one.clock.advance('3 days'));
  expect(later - Date.now()).toBeGreaterThan(2.9 * 86_400_000);
  const { createdAt } = await other.given.product();
  expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(60_000);
});

describe('the life of a sandbox', () => {
  /** Sandboxes are made where the environment says, as under `hp exec`. */
  async function givenOuter() {
    const outer = await startTestStore();
    vi.stubEnv('HP_API_URL', outer.url);
    vi.stubEnv('HP_SECRET_KEY', outer.secretKey);
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await outer.close();
    });
    const list = async () => (await createControlClient(outer).call('sandboxes.list', {})).sandboxes;
    return { outer, list };
  }

  const isReceiving = (store: SandboxStore) =>
    store
      .ask('GET /v1/webhooks/endpoints')
      .then(({ data }) => fetch(data[0].url, { method: 'POST' }))
      .then(() => true);

  test('ends once, however often it is closed, and it can not be kept after that', async () => {
    const { list } = await givenOuter();
    const store = await createSandbox();
    await Promise.all([store.close(), store.close()]);
    await store.close();
    expect(await list()).toEqual([]);
    await expect(store.keep()).rejects.toThrow(/was closed already/);
  });

  test('ends for the test also where the sandbox was deleted by somebody else', async () => {
    const { outer } = await givenOuter();
    const store = await createSandbox();
    const { data } = await store.ask('GET /v1/webhooks/endpoints');
    expect(await isReceiving(store)).toBe(true);
    await createControlClient(outer).call('sandboxes.delete', { id: store.id });
    await expect(store.close()).rejects.toThrow(/There is no sandbox/);
    await expect(fetch(data[0].url, { method: 'POST' })).rejects.toThrow('fetch failed');
  });

  test('leaves nothing where it could not begin', async () => {
    const { list } = await givenOuter();
    const broken = createSandbox({
      client: () => {
        throw new Error('The client has a fault.');
      },
    });
    await expect(broken).rejects.toThrow('The client has a fault.');
    expect(await list()).toEqual([]);
  });

  test('goes on where it is kept', async () => {
    const { list } = await givenOuter();
    const store = await createSandbox();
    await store.keep();
    await store.close();
    expect(await list()).toMatchObject([{ id: store.id, isKept: true }]);
  });
});
