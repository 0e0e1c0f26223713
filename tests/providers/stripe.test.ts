import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createStripeProvider } from '../../runtime/providers/stripe/index.ts';
import type {
  KnownPayment,
  PaymentConnection,
  ProviderState,
  StartRequest,
} from '../../runtime/services/payments/index.ts';
import { answerChallenge, good, submit } from '../payments/shopper.ts';
import { day, type GivenStripe, givenStripe, patience } from '../simulators/stripe/given-stripe.ts';

const provider = createStripeProvider();
const returnUrl = 'https://shop.example/return';
let given: GivenStripe;
let connection: PaymentConnection;
let started = 0;

beforeAll(async () => {
  given = await givenStripe();
  connection = { url: given.url, secrets: { secretKey: 'sk_test_shop' } };
});
afterAll(() => given.close());

function request(changes: Partial<StartRequest> = {}): StartRequest {
  started += 1;
  return {
    paymentId: `pay_${String(started).padStart(26, '0')}`,
    ...{ amount: 10_000, currency: 'EUR', method: null, paymentToken: null, returnUrl, cancelUrl: returnUrl },
    ...{ email: 'ada@example.com', billingAddress: null, shippingAddress: null, lines: [], locale: 'de-DE' },
    ...{ description: null, expiresAt: new Date(given.clock.now().getTime() + 3_600_000).toISOString() },
    ...changes,
  };
}

/** As the service knows a payment after an answer. */
function known(wanted: StartRequest, state: ProviderState): KnownPayment {
  const { paymentId, amount, currency } = wanted;
  const { reference, aliases, authorized, capturable, captured } = state;
  return {
    ...{ paymentId, amount, currency, reference, aliases, authorized, capturable, captured, method: null },
    ...{ isCancelled: false, refunds: [] },
  };
}

async function start(changes: Partial<StartRequest> = {}) {
  const wanted = request(changes);
  const state = await provider.start(wanted, connection);
  const payment = known(wanted, state);
  return { wanted, state, payment, read: () => provider.read(payment, connection) };
}

const pay = (token: string, changes: Partial<StartRequest> = {}) =>
  start({ paymentToken: token, ...changes });

function refund(payment: KnownPayment, refundId: string, amount: number) {
  const asked = { refundId, amount, reason: 'requested_by_customer' as const, note: null };
  return provider.refund(payment, asked, refundId, connection);
}

describe('A card', () => {
  test('that is good is held, and started twice is held once', async () => {
    const { wanted, state } = await pay('pm_card_visa');
    expect(state).toMatchObject({
      ...{ status: 'authorized', amount: 10_000, authorized: 10_000, capturable: 10_000, captured: 0 },
      ...{ currency: 'EUR', riskLevel: 'normal', failure: null },
      method: { kind: 'card', brand: 'visa', last4: '4242' },
    });
    expect(state.riskScore).toBeGreaterThanOrEqual(0);
    expect(Date.parse(state.expiresAt ?? '')).toBeGreaterThan(given.clock.now().getTime() + day * 1000);
    expect(await provider.start(wanted, connection)).toEqual(state);
  });

  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', false],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'insufficient_funds', true],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', false],
    ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', false],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', true],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', true],
    ['pm_card_radarBlock', 'card_declined', false],
  ])('%s is declined as %s, each time it is asked', async (token, code, isRetryable) => {
    const { wanted, state, read } = await pay(token);
    expect(state).toMatchObject({ status: 'failed', failure: { code, isRetryable }, authorized: 0 });
    expect(state.failure?.message).not.toMatch(/stolen|fraud/i);
    expect(await provider.start(wanted, connection)).toEqual(state);
    expect(await read()).toEqual(state);
  });

  test.each([
    ['complete', 'authorized', null],
    ['fail', 'failed', 'authentication_failed'],
    ['abandon', 'requires_action', null],
  ] as const)('whose bank asks, answered with %s, is %s', async (answer, status, code) => {
    const { state, read } = await pay('pm_card_threeDSecure2Required');
    expect(state).toMatchObject({ status: 'requires_action', failure: null });
    await answerChallenge(state.redirectUrl ?? '', answer);
    const after = await read();
    expect(after.status).toBe(status);
    expect(after.failure?.code ?? null).toBe(code);
  });
});

describe('A hosted page', () => {
  test('names the payment everywhere and takes another card after one was declined', async () => {
    const { wanted, state, payment, read } = await start();
    expect(state).toMatchObject({ status: 'requires_action', amount: 10_000, authorized: 0 });
    expect(await provider.start(wanted, connection)).toEqual(state);
    const page = state.redirectUrl ?? '';
    await submit(page, { ...good, number: '4000000000009979' });
    expect(await read()).toMatchObject({ status: 'requires_action', redirectUrl: page });
    await submit(page, good);
    const paid = await read();
    expect(paid).toMatchObject({ status: 'authorized', capturable: 10_000, failure: null });
    expect(paid.aliases).toContain(payment.reference);
    const intent = await given.stripe.paymentIntents.retrieve(paid.reference);
    expect(intent).toMatchObject({ capture_method: 'manual', metadata: { payment_id: payment.paymentId } });
    const session = await given.stripe.checkout.sessions.retrieve(payment.reference);
    expect(session).toMatchObject({
      client_reference_id: payment.paymentId,
      metadata: { payment_id: payment.paymentId },
    });
  });

  test('that is left expires', async () => {
    const { read } = await start();
    given.clock.move(3601);
    await vi.waitFor(async () => {
      expect(await read()).toMatchObject({ status: 'cancelled', isExpired: true, authorized: 0 });
    }, patience);
  });

  test('is closed by a cancellation, also where a card was declined on it', async () => {
    for (const number of [null, '4000000000000002']) {
      const { state, payment } = await start();
      if (number) await submit(state.redirectUrl ?? '', { ...good, number });
      const ended = await provider.cancel(payment, payment.paymentId, connection);
      expect(ended).toMatchObject({ status: 'cancelled', redirectUrl: null });
      expect(await provider.cancel(payment, payment.paymentId, connection)).toEqual(ended);
      expect((await submit(state.redirectUrl ?? '', good)).status).toBe(410);
    }
  });

  test('that the shopper paid before it was cancelled gives the hold back', async () => {
    const { state, payment } = await start();
    await submit(state.redirectUrl ?? '', good);
    const ended = await provider.cancel(payment, `${payment.paymentId}-cancel`, connection);
    expect(ended).toMatchObject({ status: 'cancelled', authorized: 10_000, capturable: 0, captured: 0 });
  });
});

describe('Money', () => {
  test('is taken in part once, the rest is released, and two days later the answer is the same', async () => {
    const { payment } = await pay('pm_card_visa');
    const captured = await provider.capture(payment, 6000, 'capture-1', connection);
    expect(captured).toMatchObject({ status: 'authorized', captured: 6000, capturable: 0, refunds: [] });
    expect(await provider.capture(payment, 6000, 'capture-1', connection)).toEqual(captured);
    given.clock.move(2 * day);
    expect(await provider.capture(payment, 6000, 'capture-1', connection)).toEqual(captured);
    await expect(provider.capture(payment, 7000, 'capture-2', connection)).rejects.toMatchObject({
      code: 'payment_provider_refused',
    });
  });

  test('that was taken is not cancelled: the answer says so', async () => {
    const { payment } = await pay('pm_card_visa');
    await provider.capture(payment, 10_000, 'capture-3', connection);
    expect(await provider.cancel(payment, 'cancel-3', connection)).toMatchObject({
      ...{ status: 'authorized', captured: 10_000 },
    });
  });

  test('goes back in parts, each once, and never more than there is', async () => {
    const { payment, read } = await pay('pm_card_visa');
    await provider.capture(payment, 10_000, 'capture-4', connection);
    const first = await refund(payment, 'rfnd_1', 2500);
    expect(first).toMatchObject({ refundId: 'rfnd_1', amount: 2500, state: 'succeeded', failure: null });
    expect(await refund(payment, 'rfnd_1', 2500)).toEqual(first);
    await refund(payment, 'rfnd_2', 7500);
    await expect(refund(payment, 'rfnd_3', 1)).rejects.toMatchObject({ code: 'payment_provider_refused' });
    const { captured, refunds } = await read();
    expect({ captured, back: refunds.map(({ amount }) => amount).sort() }).toEqual({
      ...{ captured: 10_000, back: [2500, 7500] },
    });
  });

  test('that the bank does not take back is a failed refund', async () => {
    const { payment, read } = await pay('pm_card_refundFail');
    await provider.capture(payment, 10_000, 'capture-5', connection);
    await refund(payment, 'rfnd_5', 4000);
    given.clock.move(10 * day);
    await vi.waitFor(async () => {
      const [failed] = (await read()).refunds;
      expect(failed).toMatchObject({ refundId: 'rfnd_5', state: 'failed', failure: expect.any(String) });
    }, patience);
  });

  test('that is disputed has a day to answer by, and a result', async () => {
    const { payment, read } = await pay('pm_card_createDispute');
    await provider.capture(payment, 10_000, 'capture-6', connection);
    const [dispute] = (await read()).disputes;
    expect(dispute).toMatchObject({ state: 'needs_response', amount: 10_000, isInquiry: false });
    expect(Date.parse(dispute?.respondBy ?? '')).toBeGreaterThan(given.clock.now().getTime());
    await provider.acceptDispute?.(dispute?.reference ?? '', 'accept-6', connection);
    expect((await read()).disputes).toMatchObject([{ state: 'lost' }]);
  });

  test.each([
    ['JPY', 5000, 5000],
    ['KWD', 5120, 5120],
    ['HUF', 499_000, 499_000],
    ['MGA', 500_000, 5000],
    ['ISK', 900, 90_000],
  ])('in %s: %d is %d at Stripe, and comes back as what it was', async (currency, ours, theirs) => {
    const { state, payment, read } = await pay('pm_card_visa', { currency, amount: ours });
    expect(state).toMatchObject({ currency, amount: ours, authorized: ours, capturable: ours });
    expect((await given.stripe.paymentIntents.retrieve(state.reference)).amount).toBe(theirs);
    await provider.capture(payment, ours, `capture-${currency}`, connection);
    expect(await refund(payment, `rfnd_${currency}`, ours)).toMatchObject({ amount: ours });
    expect(await read()).toMatchObject({ captured: ours, refunds: [{ amount: ours }] });
    const page = await start({ currency, amount: ours });
    expect(page.state.amount).toBe(ours);
  });

  test.each([
    ['KWD', 5125, 'divisible by 10'],
    ['EUR', 10, 'at least 50'],
  ])('in %s: %d is not taken, and the refusal says why', async (currency, amount, why) => {
    await expect(pay('pm_card_visa', { currency, amount })).rejects.toMatchObject({
      ...{ code: 'payment_provider_refused', message: expect.stringContaining(why) },
    });
  });
});

describe('Stripe', () => {
  test('that can not be reached is a failure of the moment', async () => {
    const nowhere = { ...connection, url: 'http://127.0.0.1:9' };
    await expect(provider.start(request(), nowhere)).rejects.toMatchObject({
      code: 'payment_provider_failed',
    });
  });

  test('that does not know the payment says no, and the key stands nowhere in it', async () => {
    const unknown = { ...(await start()).payment, reference: 'pi_unknown', aliases: [] };
    const refusal = await provider.read(unknown, connection).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'payment_provider_refused' });
    expect(JSON.stringify(refusal)).not.toContain('sk_test_shop');
  });
});

test('each call tells the trace that it belongs to, also beside others and by a client that was used before', async () => {
  const heard: { readonly account: string; readonly trace: string }[] = [];
  const listening = createServer((asked, answer) => {
    const { authorization = '', traceparent = 'none' } = asked.headers;
    heard.push({ account: authorization, trace: String(traceparent) });
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ object: 'list', data: [], has_more: false, url: '/v1/payment_intents' }));
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const list = (account: string, traceparent?: string) =>
    provider.list?.(
      { from: null, to: null, after: null },
      {
        ...{ url: `http://127.0.0.1:${port}`, secrets: { secretKey: account } },
        ...(traceparent ? { traceparent } : {}),
      },
    );
  try {
    await Promise.all([
      list('sk_test_a', 'trace-1'),
      list('sk_test_a', 'trace-2'),
      list('sk_test_b', 'trace-3'),
    ]);
    await list('sk_test_a', 'trace-4');
    await list('sk_test_a');
  } finally {
    listening.close();
    listening.closeAllConnections();
  }
  const told = heard.map(({ account, trace }) => `${account} ${trace}`);
  expect(told.slice(0, 3).sort()).toEqual([
    'Bearer sk_test_a trace-1',
    'Bearer sk_test_a trace-2',
    'Bearer sk_test_b trace-3',
  ]);
  expect(told.slice(3)).toEqual(['Bearer sk_test_a trace-4', 'Bearer sk_test_a none']);
});
