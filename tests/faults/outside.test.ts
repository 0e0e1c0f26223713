import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { testConfig } from '../../emulator/testing/shared-emulator.ts';
import { createSandbox, type SandboxStore } from '../../emulator/testing.ts';

let store: SandboxStore;

beforeAll(async () => {
  store = await createSandbox({
    config: { ...testConfig, integrations: { depot: { preset: 'headlesspro' } } },
  });
});

afterAll(() => store.close());
afterEach(() => store.faults.clear());

function stripe(options: Stripe.StripeConfig = {}, account = 'sk_test_shop'): Stripe {
  const { hostname: host, port } = new URL(String(store.simulators.stripe));
  const key = `${account}${store.providerKeys.stripe}`;
  return new Stripe(key, {
    host,
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    ...options,
  });
}

const intent = { amount: 1000, currency: 'eur' };
const route = 'POST /v1/payment_intents';
const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('It did not fail.'),
    (error: unknown) => error,
  );

describe('at a provider, as its official SDK meets it', () => {
  test.each([
    [
      { kind: 'error', provider: 'stripe' },
      { type: 'StripeAPIError', statusCode: 503 },
    ],
    [
      { kind: 'error', provider: 'stripe', status: 500, route },
      { type: 'StripeAPIError', statusCode: 500 },
    ],
    [
      { kind: 'rate_limit', provider: 'stripe', retryAfter: '7s' },
      { type: 'StripeRateLimitError', code: 'rate_limit', headers: { 'retry-after': '7' } },
    ],
    [{ kind: 'drop', provider: 'stripe' }, { type: 'StripeConnectionError' }],
    [{ kind: 'timeout', provider: 'stripe' }, { type: 'StripeConnectionError' }],
    [{ kind: 'malformed', provider: 'stripe' }, { message: expect.stringContaining('JSON') }],
    [
      { kind: 'error', provider: 'stripe', when: 'after' },
      { type: 'StripeAPIError', statusCode: 503 },
    ],
  ] as const)('%j', async (fault, expected) => {
    // The SDK tries a closed connection once more by itself.
    const times = fault.kind === 'drop' ? 2 : 1;
    const { id } = await store.faults.set({ ...fault, times });
    const options = fault.kind === 'timeout' ? { timeout: 300 } : {};
    expect(await failure(stripe(options).paymentIntents.create(intent))).toMatchObject(expected);
    expect(await store.faults.list()).toMatchObject([{ id, struck: times }]);
    expect((await stripe().paymentIntents.create(intent)).status).toBe('requires_payment_method');
  });

  test('a retry after a lost answer has one effect', async () => {
    const before = (await stripe().customers.list()).data.length;
    await store.faults.set({ kind: 'drop', provider: 'stripe', when: 'after', times: 1 });
    const made = await stripe({ maxNetworkRetries: 1 }).customers.create({ name: 'Ada' });
    const { data } = await stripe().customers.list();
    expect([data.length, data[0]?.id]).toEqual([before + 1, made.id]);
  });

  test('fails as PayPal does', async () => {
    await store.faults.set({ kind: 'error', provider: 'paypal', status: 500 });
    const credentials = Buffer.from(`shop${store.providerKeys.paypal}:secret`).toString('base64');
    const answer = await fetch(`${new URL(String(store.simulators.paypal)).origin}/v1/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({
      name: 'INTERNAL_SERVER_ERROR',
      debug_id: expect.any(String),
    });
  });

  test('an order is paid once though the answer of the payment was lost', async () => {
    const paid = async () => {
      const intents = await stripe({}, 'sk_test_headlesspro').paymentIntents.list({ limit: 100 });
      return intents.data.length;
    };
    const before = await paid();
    await store.faults.scenario('payment-answer-lost');
    const order = await store.given.order();
    expect(order.paymentState).toBe('captured');
    const [first] = await store.faults.list();
    expect(first).toMatchObject({ provider: 'stripe', struck: 1, scenario: 'payment-answer-lost' });
    expect(await paid()).toBe(before + 1);
  });

  test('nothing is sold while every provider is down, and everything is afterwards', async () => {
    await store.faults.scenario('payment-provider-down');
    await expect(store.given.order()).rejects.toMatchObject({ status: 502 });
    await store.faults.clear();
    expect((await store.given.order()).paymentState).toBe('captured');
  });

  test('is written down with the call', async () => {
    await store.faults.set({ kind: 'drop', provider: 'stripe' });
    await failure(stripe().customers.list());
    const controls = createControlClient(store);
    const { data } = await controls.call('journal.list', { kind: 'provider_call', pageSize: 1 });
    expect(data).toMatchObject([
      { status: 'dropped', fault: expect.stringContaining('closed the connection') },
    ]);
  });
});

describe('at a webhook endpoint', () => {
  const arrived = (id: string) => store.webhooks.received.filter((webhook) => webhook.id === id).length;
  const made = async (name: string) => {
    const category = await store.ask('POST /v1/categories', { name });
    return (webhook: { body: { subject?: string; data: { id: string } } }) =>
      webhook.body.data.id === category.id;
  };

  test('what failed arrives with the next try', async () => {
    await store.faults.set({ kind: 'error', endpoint: '*', times: 1 });
    const where = await made('Tried again');
    await expect.poll(async () => (await store.faults.list())[0]?.struck).toBe(1);
    expect(store.webhooks.received.some(where)).toBe(false);
    await store.clock.advance('1 hour');
    const { id } = await store.webhooks.waitFor('category.created', { where });
    expect(arrived(id)).toBe(1);
    const controls = createControlClient(store);
    const { data } = await controls.call('journal.list', { kind: 'delivery_attempt', pageSize: 100 });
    expect(data.map(({ status, fault }) => [status, fault])).toEqual(
      expect.arrayContaining([['503', expect.stringContaining('answered with 503')]]),
    );
  });

  test('what arrived though its answer was lost comes again', async () => {
    await store.faults.set({ kind: 'timeout', endpoint: '*', when: 'after', times: 1 });
    const where = await made('Comes twice');
    const { id } = await store.webhooks.waitFor('category.created', { where });
    await expect.poll(async () => (await store.faults.list())[0]?.struck).toBe(1);
    await store.clock.advance('1 hour');
    await expect.poll(() => arrived(id)).toBe(2);
  });

  test('a storm brings each message five times', async () => {
    await store.faults.scenario('webhook-storm');
    const where = await made('Stormy');
    const { id } = await store.webhooks.waitFor('category.created', { where });
    await expect.poll(() => arrived(id)).toBe(5);
  });

  test('a partner that is silent is found by its kind', async () => {
    expect(await store.faults.scenario('warehouse-silent')).toMatchObject([
      { kind: 'timeout', endpoint: 'integration:depot', scenario: 'warehouse-silent' },
    ]);
    const refused = await failure(store.faults.scenario('erp-silent'));
    expect(refused).toMatchObject({ code: 'unfit_fault', hint: expect.stringContaining('integrations') });
    const typo = await failure(store.faults.scenario('webhook-strom'));
    expect(typo).toMatchObject({
      code: 'scenario_not_found',
      message: expect.stringContaining('webhook-storm'),
    });
  });
});

describe('at the notices of a provider', () => {
  const cameFromStripe = async () => {
    const { data } = await createControlClient(store).call('journal.list', {
      ...{ kind: 'request', text: `/hooks/${store.id}/stripe`, pageSize: 100 },
    });
    return data.length;
  };
  const struck = async () => (await store.faults.list()).find(({ endpoint }) => endpoint !== '*')?.struck;

  test('a storm brings each of them five times, and the money is booked once', async () => {
    const before = await cameFromStripe();
    await store.faults.scenario('webhook-storm');
    const { id } = await store.given.order();
    await expect.poll(struck).toBeGreaterThan(0);
    const times = await struck();
    await expect.poll(async () => (await cameFromStripe()) - before).toBe(5 * (times ?? 0));
    const { payments } = await store.ask(`GET /v1/orders/${id}`);
    expect(payments).toHaveLength(1);
  });

  test('one that got no answer comes again', async () => {
    await store.faults.set({ kind: 'drop', endpoint: 'notices:stripe', times: 1 });
    await store.given.order();
    await expect.poll(struck).toBe(1);
    const before = await cameFromStripe();
    await store.clock.advance('1 day');
    await expect.poll(cameFromStripe).toBe(before + 1);
  });
});

describe('the faults of a store', () => {
  test('are its own, and another is not struck by them', async () => {
    await store.faults.scenario('platform-down');
    await expect(store.ask('GET /v1/products')).rejects.toMatchObject({ status: 503 });
    const other = await createSandbox({ seed: 'empty' });
    expect(await other.faults.list()).toEqual([]);
    expect(await other.ask('GET /v1/products')).toMatchObject({ data: [] });
    await other.close();
  });

  test('every scenario that is listed can be set', async () => {
    const controls = createControlClient(store);
    const { scenarios } = await controls.call('faults.scenarios', {});
    for (const { name, faults } of scenarios) {
      if (faults.length > 0) expect(await store.faults.scenario(name)).toHaveLength(faults.length);
    }
    await store.faults.scenario('flaky-network');
    const flaky = (await store.faults.list()).filter(({ scenario }) => scenario === 'flaky-network');
    expect(flaky).toHaveLength(3);
  });
});
