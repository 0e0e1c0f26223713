import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Body, type GivenPayPal, givenPayPal, orderOf } from './given-paypal.ts';

let paypal: GivenPayPal;
beforeEach(async () => {
  paypal = await givenPayPal();
});
afterEach(() => paypal.close());

const whole = { prefer: 'return=representation' };
const usd = (value: string) => ({ amount: { currency_code: 'USD', value } });

async function pay(intent: 'CAPTURE' | 'AUTHORIZE', value = '100.00'): Promise<Body> {
  const { body: order } = await paypal.ask('POST /v2/checkout/orders', orderOf(value, { intent }));
  await paypal.approve(order.id);
  const { body } = await paypal.ask(`POST /v2/checkout/orders/${order.id}/${intent.toLowerCase()}`);
  return body.purchase_units[0].payments;
}

async function authorized(value?: string): Promise<string> {
  const payments = await pay('AUTHORIZE', value);
  return payments.authorizations[0].id;
}

async function captured(value?: string): Promise<string> {
  const payments = await pay('CAPTURE', value);
  return payments.captures[0].id;
}

const onAuthorization = (id: string, step: string, body: object = {}, headers: Record<string, string> = {}) =>
  paypal.ask(`POST /v2/payments/authorizations/${id}/${step}`, body, headers);
const refund = (id: string, body: object = {}, headers: Record<string, string> = {}) =>
  paypal.ask(`POST /v2/payments/captures/${id}/refund`, body, headers);
const issueOf = ({ body }: { readonly body: Body }) => body.details[0].issue;

describe('an authorization', () => {
  test('says when it expires and what can be done with it', async () => {
    const { body } = await paypal.ask(`GET /v2/payments/authorizations/${await authorized()}`);
    const days = (Date.parse(body.expiration_time) - Date.parse(body.create_time)) / 86_400_000;
    expect(days).toBe(29);
    expect(body.links.map(({ rel }: Body) => rel)).toEqual(['self', 'capture', 'void', 'reauthorize', 'up']);
  });

  test('is captured bit by bit until nothing is left', async () => {
    const id = await authorized();
    await onAuthorization(id, 'capture', usd('60.00'));
    const last = await onAuthorization(id, 'capture', {}, whole);
    expect(last.body.amount.value).toBe('40.00');
    const { body } = await paypal.ask(`GET /v2/payments/authorizations/${id}`);
    expect(body.status).toBe('CAPTURED');
    expect(issueOf(await onAuthorization(id, 'capture', usd('1.00')))).toBe('AUTHORIZATION_ALREADY_CAPTURED');
    expect(issueOf(await onAuthorization(id, 'void'))).toBe('PREVIOUSLY_CAPTURED');
  });

  test('is closed by a final capture', async () => {
    const id = await authorized();
    await onAuthorization(id, 'capture', { ...usd('10.00'), final_capture: true });
    expect(issueOf(await onAuthorization(id, 'capture'))).toBe('AUTHORIZATION_ALREADY_CAPTURED');
  });

  test.each([
    ['115.00', 201],
    ['115.01', 422],
  ])('of 100.00 may be captured with %s: %i', async (value, status) => {
    expect((await onAuthorization(await authorized(), 'capture', usd(value))).status).toBe(status);
  });

  test('is captured in its own currency alone', async () => {
    const other = { amount: { currency_code: 'EUR', value: '1.00' } };
    expect(issueOf(await onAuthorization(await authorized(), 'capture', other))).toBe(
      'AUTH_CAPTURE_CURRENCY_MISMATCH',
    );
  });

  test('that was voided is neither captured nor voided again', async () => {
    const id = await authorized();
    const { status, body } = await onAuthorization(id, 'void', {}, whole);
    expect([status, body.status]).toEqual([200, 'VOIDED']);
    expect(issueOf(await onAuthorization(id, 'capture'))).toBe('AUTHORIZATION_VOIDED');
    expect(issueOf(await onAuthorization(id, 'void'))).toBe('PREVIOUSLY_VOIDED');
  });

  test('is renewed once from its fourth day on, and can then be captured', async () => {
    const id = await authorized();
    expect(issueOf(await onAuthorization(id, 'reauthorize'))).toBe('REAUTHORIZATION_TOO_SOON');
    paypal.moveClock(7);
    const { status, body: renewed } = await onAuthorization(id, 'reauthorize', usd('110.00'), whole);
    expect([status, renewed.status, renewed.amount.value]).toEqual([201, 'CREATED', '110.00']);
    expect(issueOf(await onAuthorization(renewed.id, 'reauthorize'))).toBe('REAUTHORIZATION_NOT_SUPPORTED');
    expect((await onAuthorization(renewed.id, 'capture')).status).toBe(201);
  });

  test('expires after 29 days', async () => {
    const id = await authorized();
    paypal.moveClock(29);
    expect(issueOf(await onAuthorization(id, 'capture'))).toBe('AUTHORIZATION_EXPIRED');
  });
});

describe('a capture', () => {
  test('shows its fee and what is left of it', async () => {
    const { body } = await paypal.ask(`GET /v2/payments/captures/${await captured()}`);
    expect(body.seller_receivable_breakdown).toEqual({
      gross_amount: { currency_code: 'USD', value: '100.00' },
      paypal_fee: { currency_code: 'USD', value: '3.98' },
      net_amount: { currency_code: 'USD', value: '96.02' },
    });
  });

  test('is refunded no more than was captured', async () => {
    const id = await captured();
    expect((await refund(id, usd('70.00'))).status).toBe(201);
    expect(issueOf(await refund(id, usd('30.01')))).toBe('REFUND_AMOUNT_EXCEEDED');
    const { body } = await refund(id, {}, whole);
    expect(body.amount.value).toBe('30.00');
    expect(body.seller_payable_breakdown.total_refunded_amount.value).toBe('100.00');
    expect(issueOf(await refund(id))).toBe('CAPTURE_FULLY_REFUNDED');
    expect((await paypal.ask(`GET /v2/payments/captures/${id}`)).body.status).toBe('REFUNDED');
  });

  test('is refunded once for a PayPal-Request-Id, after a restart too', async () => {
    const id = await captured();
    const once = { 'paypal-request-id': 'refund-1' };
    const first = await refund(id, usd('10.00'), once);
    await paypal.restart();
    const again = await refund(id, usd('10.00'), once);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
    expect((await paypal.ask(`GET /v2/payments/captures/${id}`)).body.status).toBe('PARTIALLY_REFUNDED');
  });

  test('is refunded in its own currency and within 180 days', async () => {
    const id = await captured();
    expect(issueOf(await refund(id, { amount: { currency_code: 'EUR', value: '1.00' } }))).toBe(
      'REFUND_CAPTURE_CURRENCY_MISMATCH',
    );
    paypal.moveClock(181);
    expect(issueOf(await refund(id))).toBe('REFUND_TIME_LIMIT_EXCEEDED');
  });
});

test('a buyer disputes what they paid: it is listed by its capture, refunded as a whole alone, and decided once', async () => {
  const { body: order } = await paypal.ask(
    'POST /v2/checkout/orders',
    orderOf('100.00', { intent: 'CAPTURE' }),
  );
  await paypal.decide(order.id, { decision: 'approve', funding: 'disputed' });
  const { body: paid } = await paypal.ask(`POST /v2/checkout/orders/${order.id}/capture`);
  const [{ id: captureId }] = paid.purchase_units[0].payments.captures;
  const { body: listed } = await paypal.ask(`GET /v1/customer/disputes?disputed_transaction_id=${captureId}`);
  expect(listed.items).toMatchObject([
    { status: 'WAITING_FOR_SELLER_RESPONSE', dispute_amount: { currency_code: 'USD', value: '100.00' } },
  ]);
  const path = `/v1/customer/disputes/${listed.items[0].dispute_id}`;
  expect((await paypal.ask(`GET ${path}`)).body).toMatchObject({
    ...{ dispute_life_cycle_stage: 'CHARGEBACK', dispute_state: 'REQUIRED_ACTION' },
    disputed_transactions: [{ seller_transaction_id: captureId }],
  });
  expect(issueOf(await refund(captureId, usd('1.00')))).toBe('TRANSACTION_DISPUTED');
  const outcome = { adjudication_outcome: 'SELLER_FAVOR' };
  expect(await paypal.ask(`POST ${path}/adjudicate`, outcome)).toMatchObject({ status: 200 });
  expect((await paypal.ask(`GET ${path}`)).body).toMatchObject({
    ...{ status: 'RESOLVED', dispute_outcome: { outcome_code: 'RESOLVED_SELLER_FAVOUR' } },
  });
  expect(await paypal.ask(`POST ${path}/accept-claim`, {})).toMatchObject({ status: 422 });
  expect(await refund(captureId, usd('1.00'))).toMatchObject({ status: 201 });
  expect((await paypal.ask('GET /v1/customer/disputes/PP-R-XXX-1')).status).toBe(404);
});
