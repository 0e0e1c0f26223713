import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, type GivenStripe, givenStripe, patience } from './given-stripe.ts';

let given: GivenStripe;
let stripe: Stripe;

beforeAll(async () => {
  given = await givenStripe();
  ({ stripe } = given);
});
afterAll(() => given.close());

const shop = 'https://shop.example/done';

/** Sends a form as a browser does, and stays where it was sent. */
function submit(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

/** Fields that a page hides in its forms. */
function hiddenFields(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}

async function answer(url: string, choice: 'complete' | 'fail' | 'abandon'): Promise<Response> {
  const page = await (await fetch(url)).text();
  expect(page).toContain('Simulation.');
  return submit(url.split('?')[0] ?? '', { ...hiddenFields(page), answer: choice });
}

function pay(payment_method: string, options: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    ...{ amount: 2000, currency: 'eur', payment_method, confirm: true, return_url: shop },
    ...options,
  });
}

describe('3-D Secure', () => {
  async function challenge(payment_method: string, choice: 'complete' | 'fail' | 'abandon') {
    const waiting = await pay(payment_method);
    expect(waiting).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    const response = await answer(waiting.next_action?.redirect_to_url?.url ?? '', choice);
    const intent = await stripe.paymentIntents.retrieve(waiting.id, { expand: ['latest_charge'] });
    return { intent, response };
  }

  test('completed: the customer comes back and the payment is made', async () => {
    const { intent, response } = await challenge('pm_card_threeDSecure2Required', 'complete');
    const back = new URL(response.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe(shop);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    });
    expect(intent).toMatchObject({
      ...{ status: 'succeeded', next_action: null },
      latest_charge: {
        payment_method_details: {
          card: { three_d_secure: { authentication_flow: 'challenge', result: 'authenticated' } },
        },
      },
    });
  });

  test('failed: another card may be tried', async () => {
    const { intent, response } = await challenge('pm_card_authenticationRequired', 'fail');
    expect(response.headers.get('location')).toContain('redirect_status=failed');
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });

  test('abandoned: the intent goes on waiting, and can be completed later', async () => {
    const { intent, response } = await challenge('pm_card_authenticationRequired', 'abandon');
    expect(response.status).toBe(200);
    expect(intent.status).toBe('requires_action');
    await answer(intent.next_action?.redirect_to_url?.url ?? '', 'complete');
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' });
  });

  test.each([
    ['pm_card_threeDSecureRequiredChargeDeclined', 'generic_decline'],
    ['pm_card_authenticationRequiredChargeDeclinedInsufficientFunds', 'insufficient_funds'],
  ])('%s is declined after it was completed', async (card, decline_code) => {
    const { intent, response } = await challenge(card, 'complete');
    expect(response.headers.get('location')).toContain('redirect_status=failed');
    expect(intent.last_payment_error).toMatchObject({ code: 'card_declined', decline_code });
  });

  test('that the bank can not do is refused at once', async () => {
    await expect(pay('pm_card_threeDSecureRequiredProcessingError')).rejects.toMatchObject({
      code: 'payment_intent_authentication_failure',
    });
  });

  test('is asked for where the caller wants it, and passes without a challenge with the card for that', async () => {
    const options = { payment_method_options: { card: { request_three_d_secure: 'any' } } } as const;
    expect((await pay('pm_card_threeDSecureOptional')).status).toBe('succeeded');
    expect((await pay('pm_card_threeDSecureOptional', options)).status).toBe('requires_action');
    expect((await pay('pm_card_threeDSecureFrictionless', options)).status).toBe('succeeded');
    expect((await pay('pm_card_amex', options)).status).toBe('succeeded');
  });

  test('nobody is there for an off-session payment', async () => {
    await expect(pay('pm_card_authenticationRequired', { off_session: true })).rejects.toMatchObject({
      ...{ statusCode: 402, code: 'authentication_required', decline_code: 'authentication_required' },
    });
    await expect(
      pay('pm_card_authenticationRequired', { error_on_requires_action: true }),
    ).rejects.toMatchObject({ code: 'authentication_required' });
  });

  test('once at the setup, and later payments pass without the customer', async () => {
    const customer = (await stripe.customers.create({})).id;
    const setup = await stripe.setupIntents.create({
      ...{
        customer,
        payment_method: 'pm_card_authenticationRequiredOnSetup',
        confirm: true,
        return_url: shop,
      },
    });
    const response = await answer(setup.next_action?.redirect_to_url?.url ?? '', 'complete');
    expect(response.headers.get('location')).toContain(`setup_intent=${setup.id}`);
    const { payment_method } = await stripe.setupIntents.retrieve(setup.id);
    const paid = await pay(String(payment_method), { customer, off_session: true });
    expect(paid.status).toBe('succeeded');
  });

  test('shows nothing to who does not know the secret', async () => {
    const { id } = await pay('pm_card_authenticationRequired');
    expect((await fetch(`${given.url}/authenticate/${id}?client_secret=guess`)).status).toBe(404);
  });
});

describe('the payment page', () => {
  const order = {
    mode: 'payment',
    success_url: 'https://shop.example/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.example/cart',
    line_items: [
      {
        quantity: 2,
        price_data: { currency: 'eur', unit_amount: 1950, product_data: { name: 'Mug <blue>' } },
      },
    ],
  } as const satisfies Stripe.Checkout.SessionCreateParams;
  const card = { email: 'ada@example.com', name: 'Ada', expiry: '12/34', cvc: '123' };
  const good = { ...card, number: '4242 4242 4242 4242' };

  test('shows the order, is marked as a simulation and fetches nothing', async () => {
    const { url } = await stripe.checkout.sessions.create(order);
    const response = await fetch(url ?? '');
    const page = await response.text();
    expect(page).toContain('Mug &lt;blue&gt; × 2');
    expect(page).toContain('€39.00');
    expect(page).toContain('no money moves');
    expect(page).not.toMatch(/(?:src|href)="https?:\/\/(?!shop\.example)/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const labelled = new Set([...page.matchAll(/<label for="(\w+)"/g)].map(([, id]) => id));
    const inputs = [...page.matchAll(/<input id="(\w+)"/g)].map(([, id]) => id);
    expect(inputs.length).toBeGreaterThan(4);
    expect(inputs.filter((id) => !labelled.has(id))).toEqual([]);
  });

  test('takes a card and sends the customer back; the session is complete and paid', async () => {
    const created = await stripe.checkout.sessions.create({
      ...{ ...order, metadata: { cart: '7' }, customer_creation: 'always' },
      payment_intent_data: { metadata: { order: '7' } },
    });
    expect(created).toMatchObject({ status: 'open', payment_status: 'unpaid', amount_total: 3900 });
    const response = await submit(created.url ?? '', good);
    expect(response.headers.get('location')).toBe(`https://shop.example/thanks?session=${created.id}`);
    const session = await stripe.checkout.sessions.retrieve(created.id, {
      expand: ['payment_intent', 'line_items', 'customer'],
    });
    expect(session).toMatchObject({
      ...{ status: 'complete', payment_status: 'paid', url: null, metadata: { cart: '7' } },
      customer_details: { email: 'ada@example.com', name: 'Ada' },
      customer: { email: 'ada@example.com' },
      payment_intent: { status: 'succeeded', amount: 3900, metadata: { order: '7' } },
      line_items: { data: [{ description: 'Mug <blue>', quantity: 2, amount_total: 3900 }] },
    });
    expect((await submit(created.url ?? '', good)).status).toBe(410);
    const { data } = await stripe.events.list({ type: 'checkout.session.completed' });
    expect(data[0]?.data.object).toMatchObject({ id: created.id });
  });

  test('says what is wrong with a card, forgets it, and takes another', async () => {
    const { id, url } = await stripe.checkout.sessions.create(order);
    const declined = await submit(url ?? '', { ...good, number: '4000000000009995' });
    expect(declined.status).toBe(402);
    const page = await declined.text();
    expect(page).toContain('Your card has insufficient funds.');
    expect(page).toContain('value="ada@example.com"');
    expect(page).not.toContain('value="4000');
    const mistyped = await submit(url ?? '', { ...good, number: '4242424242424241' });
    expect(await mistyped.text()).toContain('Your card number is incorrect.');
    expect((await submit(url ?? '', good)).status).toBe(303);
    const { payment_intent } = await stripe.checkout.sessions.retrieve(id);
    const charges = await stripe.charges.list({ payment_intent: String(payment_intent) });
    expect(charges.data.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  });

  test.each([
    ['complete', 'https://shop.example/thanks', 'complete'],
    ['fail', undefined, 'open'],
  ] as const)('asks for 3-D Secure: %s', async (choice, end, status) => {
    const { id, url } = await stripe.checkout.sessions.create(order);
    const sent = await submit(url ?? '', { ...good, number: '4000000000003220' });
    const back = await answer(sent.headers.get('location') ?? '', choice);
    const last = await fetch(back.headers.get('location') ?? '', { redirect: 'manual' });
    if (end) expect(last.headers.get('location')).toContain(end);
    else expect(await last.text()).toContain('Try again');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status });
  });

  test.each(['apple_pay', 'google_pay'])('takes a simulated wallet: %s', async (wallet) => {
    const { id, url } = await stripe.checkout.sessions.create({
      ...{ ...order, shipping_address_collection: { allowed_countries: ['DE', 'FR'] } },
    });
    expect((await submit(url ?? '', { wallet })).status).toBe(303);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
    expect(session).toMatchObject({
      collected_information: { shipping_details: { address: { country: 'DE' } } },
      payment_intent: { latest_charge: { payment_method_details: { card: { wallet: { type: wallet } } } } },
    });
  });

  test('saves a card in setup mode', async () => {
    const customer = (await stripe.customers.create({})).id;
    const { id, url } = await stripe.checkout.sessions.create({
      ...{ mode: 'setup', customer, success_url: shop },
    });
    expect((await submit(url ?? '', good)).status).toBe(303);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['setup_intent'] });
    expect(session).toMatchObject({ status: 'complete', setup_intent: { status: 'succeeded' } });
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
  });

  test('closes when it is expired, or after a day', async () => {
    const first = await stripe.checkout.sessions.create(order);
    expect(await stripe.checkout.sessions.expire(first.id)).toMatchObject({ status: 'expired' });
    expect((await fetch(first.url ?? '')).status).toBe(410);
    const second = await stripe.checkout.sessions.create(order);
    given.clock.move(day + 60);
    await expect
      .poll(async () => (await stripe.checkout.sessions.retrieve(second.id)).status, patience)
      .toBe('expired');
  });

  test('refuses what is not simulated, and reports it', async () => {
    await expect(stripe.checkout.sessions.create({ ...order, mode: 'subscription' })).rejects.toMatchObject({
      param: 'mode',
    });
    expect(given.notSimulated).toContain('parameter "mode=subscription" of POST /v1/checkout/sessions');
  });
});

describe('the page of payments', () => {
  test('shows what was paid to the account of the store, the latest first, and nothing of others', async () => {
    const store = given.client('sk_test_headlesspro');
    const root = async () => (await fetch(given.url)).text();
    expect(await root()).toContain('Nothing was paid yet.');
    const create = (payment_method: string, amount: number) =>
      store.paymentIntents.create({
        ...{ amount, currency: 'eur', payment_method, confirm: true, return_url: shop },
        metadata: { order: '<b>1001</b>' },
      });
    const paid = await create('pm_card_visa', 1999);
    await store.refunds.create({ payment_intent: paid.id, amount: 500 });
    const waiting = await create('pm_card_threeDSecure2Required', 4200);
    await create('pm_card_chargeDeclined', 100).catch(() => undefined);
    const others = await pay('pm_card_visa');

    const page = await root();
    expect(page.indexOf(waiting.id)).toBeLessThan(page.indexOf(paid.id));
    expect(page).toContain('€19.99');
    expect(page).toContain('refunded: €5.00');
    expect(page).toContain('Your card was declined.');
    const challengeUrl = waiting.next_action?.redirect_to_url?.url ?? 'no page';
    expect(page).toContain(challengeUrl.replaceAll('&', '&amp;'));
    expect(page).toContain('&lt;b&gt;1001&lt;/b&gt;');
    expect(page).not.toContain(others.id);
  });
});
