import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, type GivenStripe, givenStripe } from './given-stripe.ts';

let given: GivenStripe;
let stripe: Stripe;

beforeAll(async () => {
  given = await givenStripe();
  ({ stripe } = given);
});
afterAll(() => given.close());

const withoutRedirects = { enabled: true, allow_redirects: 'never' } as const;

/** Pays 20 euros with a card at once. */
function pay(payment_method: string, options: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    ...{ amount: 2000, currency: 'eur', payment_method, confirm: true },
    automatic_payment_methods: withoutRedirects,
    ...options,
  });
}

describe('a payment', () => {
  test('succeeds at once and moves the money less the fee', async () => {
    const intent = await pay('pm_card_visa', { expand: ['latest_charge.balance_transaction'] });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2000, currency: 'eur' });
    expect(intent.id).toMatch(/^pi_3\w{23}$/);
    expect(intent.latest_charge).toMatchObject({
      paid: true,
      outcome: { network_status: 'approved_by_network', type: 'authorized' },
      balance_transaction: { amount: 2000, fee: 88, net: 1912, status: 'pending' },
    });
  });

  test('goes step by step: created, given a card, confirmed', async () => {
    const created = await stripe.paymentIntents.create({
      ...{ amount: 500, currency: 'usd', automatic_payment_methods: withoutRedirects },
    });
    expect(created.status).toBe('requires_payment_method');
    const ready = await stripe.paymentIntents.update(created.id, { payment_method: 'pm_card_mastercard' });
    expect(ready.status).toBe('requires_confirmation');
    expect((await stripe.paymentIntents.confirm(created.id)).status).toBe('succeeded');
    await expect(stripe.paymentIntents.confirm(created.id)).rejects.toMatchObject({
      statusCode: 400,
      code: 'payment_intent_unexpected_state',
    });
  });

  test('is held, and captured in part', async () => {
    const held = await pay('pm_card_visa', { capture_method: 'manual' });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2000, amount_received: 0 });
    await expect(stripe.paymentIntents.capture(held.id, { amount_to_capture: 2001 })).rejects.toMatchObject({
      code: 'amount_too_large',
    });
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1500, amount_capturable: 0 });
  });

  test('is cancelled, and the hold released', async () => {
    const held = await pay('pm_card_visa', { capture_method: 'manual' });
    const canceled = await stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    await expect(stripe.paymentIntents.capture(held.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  test('that was made can not be given another card or amount', async () => {
    const { id } = await pay('pm_card_visa');
    for (const change of [{ payment_method: 'pm_card_visa' }, { amount: 900 }]) {
      await expect(stripe.paymentIntents.update(id, change)).rejects.toMatchObject({
        code: 'payment_intent_unexpected_state',
      });
    }
    expect(await stripe.paymentIntents.update(id, { metadata: { note: 'late' } })).toMatchObject({
      ...{ status: 'succeeded', metadata: { note: 'late' } },
    });
  });

  test('needs somewhere to come back to where redirects are allowed', async () => {
    const attempt = stripe.paymentIntents.create({
      ...{ amount: 500, currency: 'usd', payment_method: 'pm_card_visa', confirm: true },
    });
    await expect(attempt).rejects.toMatchObject({ param: 'return_url' });
  });
});

describe('a card that is declined', () => {
  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
    ['pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_declined', 'card_velocity_exceeded'],
    ['pm_card_radarBlock', 'card_declined', 'fraudulent'],
    ['pm_card_riskLevelHighest', 'card_declined', 'fraudulent'],
  ])('%s answers %s (%s) and keeps the failed charge', async (method, code, decline) => {
    const error = await pay(method).then(
      () => undefined,
      (thrown: Stripe.errors.StripeCardError) => thrown,
    );
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: decline });
    const intent = await stripe.paymentIntents.retrieve(error?.payment_intent?.id ?? '', {
      expand: ['latest_charge'],
    });
    expect(intent).toMatchObject({
      ...{ status: 'requires_payment_method', payment_method: null },
      last_payment_error: { code, decline_code: decline },
      latest_charge: { status: 'failed', paid: false, failure_code: code },
    });
  });

  test('can be followed by one that pays', async () => {
    const intent = await stripe.paymentIntents.create({
      ...{ amount: 700, currency: 'gbp', automatic_payment_methods: withoutRedirects },
    });
    const confirm = (payment_method: string) => stripe.paymentIntents.confirm(intent.id, { payment_method });
    await expect(confirm('pm_card_visa_chargeDeclined')).rejects.toMatchObject({ statusCode: 402 });
    expect(await confirm('pm_card_visa')).toMatchObject({ status: 'succeeded', last_payment_error: null });
  });
});

describe('what Stripe and the network think of a card', () => {
  const chargeOf = async (card: string) => {
    const { latest_charge } = await pay(card, { expand: ['latest_charge'] });
    return latest_charge;
  };

  test('an elevated risk pays and is sent to review', async () => {
    expect(await chargeOf('pm_card_riskLevelElevated')).toMatchObject({
      ...{ paid: true, outcome: { risk_level: 'elevated', type: 'manual_review' } },
    });
  });

  test('a wrong security code is noted', async () => {
    expect(await chargeOf('pm_card_cvcCheckFail')).toMatchObject({
      payment_method_details: { card: { checks: { cvc_check: 'fail' } } },
    });
  });

  test.each(['mastercard', 'amex', 'discover', 'diners', 'jcb', 'unionpay'])('%s pays', async (brand) => {
    expect(await chargeOf(`pm_card_${brand}`)).toMatchObject({
      ...{ status: 'succeeded', payment_method_details: { card: { brand } } },
    });
  });
});

describe('requests that can not be', () => {
  test.each([
    [
      { amount: 10, currency: 'usd' },
      { code: 'amount_too_small', param: 'amount' },
    ],
    [
      { amount: 1.5, currency: 'usd' },
      { code: 'parameter_invalid_integer', param: 'amount' },
    ],
    [{ amount: 1000 }, { code: 'parameter_missing', param: 'currency' }],
    [{ amount: 1000, currency: 'xxq' }, { param: 'currency' }],
    [
      { amount: 1000, currency: 'usd', customer: 'cus_none' },
      { code: 'resource_missing', param: 'customer' },
    ],
    [{ amount: 1000, currency: 'usd', payment_method_types: ['sofort'] }, { param: 'payment_method_types' }],
  ])('%j is refused as Stripe refuses it', async (params, error) => {
    // Wrong on purpose.
    const attempt = stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams);
    await expect(attempt).rejects.toMatchObject({ type: 'StripeInvalidRequestError', ...error });
  });

  test('an unknown parameter is refused and reported', async () => {
    const attempt = stripe.paymentIntents.create({
      ...{ amount: 1000, currency: 'usd', transfer_data: { destination: 'acct_1' } },
    });
    await expect(attempt).rejects.toMatchObject({ code: 'parameter_unknown', param: 'transfer_data' });
    expect(given.notSimulated).toContain('parameter "transfer_data" of POST /v1/payment_intents');
  });

  test('an unknown URL is refused and reported', async () => {
    await expect(stripe.issuing.cards.list()).rejects.toMatchObject({ statusCode: 404 });
    expect(given.notSimulated).toContain('GET /v1/issuing/cards');
  });

  test('another account does not see an intent', async () => {
    const { id } = await pay('pm_card_visa');
    await expect(given.client('sk_test_other').paymentIntents.retrieve(id)).rejects.toMatchObject({
      ...{ code: 'resource_missing', statusCode: 404, message: `No such payment_intent: '${id}'` },
    });
  });

  test.each(['sk_live_123456', 'nonsense'])('the key %s is refused', async (key) => {
    await expect(given.client(key).paymentIntents.list()).rejects.toMatchObject({
      ...{ type: 'StripeAuthenticationError', statusCode: 401 },
    });
  });
});

describe('lists, search and expansion', () => {
  test('pages go through everything, the newest first, also backwards', async () => {
    const shop = given.client('sk_test_pages');
    const ids: string[] = [];
    for (let amount = 101; amount <= 125; amount++) {
      ids.unshift((await shop.paymentIntents.create({ amount, currency: 'usd' })).id);
    }
    const all = await shop.paymentIntents.list({ limit: 10 }).autoPagingToArray({ limit: 1000 });
    expect(all.map(({ id }) => id)).toEqual(ids);
    const before = await shop.paymentIntents.list({ limit: 5, ending_before: ids[10] ?? '' });
    expect(before.data.map(({ id }) => id)).toEqual(ids.slice(5, 10));
    expect(before.has_more).toBe(true);
  });

  test('search finds by metadata and status', async () => {
    const shop = given.client('sk_test_search');
    for (const order of ['1', '2', '3']) {
      await shop.paymentIntents.create({ amount: 100, currency: 'usd', metadata: { order, kind: 'web' } });
    }
    const found = await shop.paymentIntents.search({
      query: 'metadata["order"]:"2" AND status:"requires_payment_method"',
    });
    expect(found.data.map(({ metadata }) => metadata.order)).toEqual(['2']);
    const paged = await shop.paymentIntents
      .search({ query: 'metadata["kind"]:"web"', limit: 1 })
      .autoPagingToArray({ limit: 10 });
    expect(paged.map(({ metadata }) => metadata.order)).toEqual(['3', '2', '1']);
  });

  test('lists expand what their members refer to', async () => {
    await pay('pm_card_visa');
    const { data } = await stripe.paymentIntents.list({ limit: 1, expand: ['data.latest_charge'] });
    expect(data[0]?.latest_charge).toMatchObject({ object: 'charge' });
    await expect(stripe.paymentIntents.list({ expand: ['data.amount'] })).rejects.toMatchObject({
      param: 'expand',
    });
  });
});

describe('an idempotency key', () => {
  test('gives the first answer once more, and pays once', async () => {
    const idempotencyKey = 'order-1';
    const params = { amount: 4200, currency: 'usd', description: 'once' };
    const first = await stripe.paymentIntents.create(params, { idempotencyKey });
    const again = await stripe.paymentIntents.create(params, { idempotencyKey });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
    });
    await expect(
      stripe.paymentIntents.create({ ...params, amount: 4300 }, { idempotencyKey }),
    ).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  test('repeats a decline, and is forgotten after a day', async () => {
    const idempotencyKey = 'order-2';
    const attempt = () =>
      stripe.paymentIntents.create(
        {
          ...{ amount: 4200, currency: 'usd', payment_method: 'pm_card_chargeDeclined', confirm: true },
          automatic_payment_methods: withoutRedirects,
        },
        { idempotencyKey },
      );
    const chargeOf = (attempted: Promise<unknown>) =>
      attempted.catch((error: { charge: string }) => error.charge);
    const first = await chargeOf(attempt());
    expect(first).toMatch(/^ch_3/);
    expect(await chargeOf(attempt())).toBe(first);
    given.clock.move(day + 1);
    expect(await chargeOf(attempt())).not.toBe(first);
  });
});

test('a browser confirms with the client secret, and sees what a browser may', async () => {
  const intent = await stripe.paymentIntents.create({
    ...{
      amount: 900,
      currency: 'eur',
      metadata: { margin: '40' },
      automatic_payment_methods: withoutRedirects,
    },
  });
  const browser = given.client('pk_test_shop');
  const client_secret = intent.client_secret ?? '';
  const seen = await browser.paymentIntents.retrieve(intent.id, { client_secret });
  expect(seen).not.toHaveProperty('metadata');
  // Stripe.js sends the secret; the types of the server SDK leave it out.
  const secretly = { client_secret, payment_method: 'pm_card_visa' };
  const paid = await browser.paymentIntents.confirm(intent.id, secretly);
  expect(paid.status).toBe('succeeded');
  await expect(browser.paymentIntents.retrieve(intent.id, { client_secret: 'wrong' })).rejects.toMatchObject({
    statusCode: 401,
  });
  await expect(browser.paymentIntents.list()).rejects.toMatchObject({ code: 'secret_key_required' });
});
