import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, type GivenStripe, givenStripe, patience } from './given-stripe.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

let given: GivenStripe;
let stripe: Stripe;
let shop: WebhookReceiver;

beforeEach(async () => {
  given = await givenStripe();
  ({ stripe } = given);
  shop = await startReceiver();
});
afterEach(async () => {
  await given.close();
  await shop.close();
});

async function endpoint(enabled_events: Stripe.WebhookEndpointCreateParams.EnabledEvent[] = ['*']) {
  const { id, secret = '' } = await stripe.webhookEndpoints.create({ url: shop.url, enabled_events });
  return { id, secret };
}

test('events are delivered in order and their signature holds, whatever the clock says', async () => {
  const { secret } = await endpoint();
  given.clock.move(7 * day);
  const intent = await stripe.paymentIntents.create({
    ...{ amount: 1000, currency: 'eur', payment_method: 'pm_card_visa', confirm: true },
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  const received = await shop.until(3);
  const events = received.map(({ body, signature }) =>
    stripe.webhooks.constructEvent(body, signature, secret),
  );
  expect(events.map(({ type }) => type).sort()).toEqual([
    'charge.succeeded',
    'payment_intent.created',
    'payment_intent.succeeded',
  ]);
  const succeeded = events.find(({ type }) => type === 'payment_intent.succeeded');
  expect(succeeded).toMatchObject({
    ...{ object: 'event', api_version: '2026-10-28.endive', livemode: false },
    created: given.clock.now().getTime() / 1000,
    data: { object: { id: intent.id, status: 'succeeded' } },
    request: { id: intent.lastResponse.requestId },
  });
});

test('an endpoint gets what it asked for', async () => {
  await endpoint(['customer.created']);
  const customer = await stripe.customers.create({ email: 'ada@example.com' });
  await stripe.customers.update(customer.id, { name: 'Ada' });
  await stripe.customers.create({ email: 'bob@example.com' });
  const received = await shop.until(2);
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['customer.created', 'customer.created']);
});

test('a delivery that failed is tried again when the clock reaches its time, and given up at last', async () => {
  await endpoint();
  shop.status = 500;
  await stripe.customers.create({});
  await shop.until(1);
  const pending = async () => (await stripe.events.list()).data[0]?.pending_webhooks;
  expect(await pending()).toBe(1);
  for (const tries of [2, 3, 4]) {
    // The attempt is written before the next one can be due.
    await expect.poll(() => shop.received.length, patience).toBe(tries - 1);
    await expect
      .poll(
        () => {
          given.clock.move(3 * 60 * 60);
          return shop.received.length;
        },
        { interval: 50, timeout: 5000 },
      )
      .toBeGreaterThanOrEqual(tries);
  }
  await expect.poll(pending, patience).toBe(0);
  expect(shop.received).toHaveLength(4);
  expect(new Set(shop.received.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
});

test('events can be listed and read again, for 30 days', async () => {
  const customer = await stripe.customers.create({ name: 'Ada' });
  await stripe.customers.update(customer.id, { name: 'Ada L.' });
  const listed = await stripe.events.list({ type: 'customer.updated' });
  expect(listed.data).toHaveLength(1);
  const [event] = listed.data;
  expect(await stripe.events.retrieve(event?.id ?? '')).toMatchObject({
    data: { object: { name: 'Ada L.' } },
  });
  given.clock.move(31 * day);
  expect((await stripe.events.list()).data).toEqual([]);
});

test('an endpoint shows its secret once, can be disabled and deleted', async () => {
  const { id, secret } = await endpoint();
  expect(secret).toMatch(/^whsec_\w{32}$/);
  expect(await stripe.webhookEndpoints.retrieve(id)).not.toHaveProperty('secret');
  expect(await stripe.webhookEndpoints.update(id, { disabled: true })).toMatchObject({ status: 'disabled' });
  await stripe.customers.create({});
  expect((await stripe.events.list()).data[0]?.pending_webhooks).toBe(0);
  expect(await stripe.webhookEndpoints.del(id)).toMatchObject({ deleted: true });
  expect((await stripe.webhookEndpoints.list()).data).toEqual([]);
});
