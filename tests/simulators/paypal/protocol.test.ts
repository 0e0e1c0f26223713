import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paypalSimulator } from '../../../emulator/simulators/paypal/index.ts';
import { type GivenPayPal, givenPayPal, orderOf } from './given-paypal.ts';

let paypal: GivenPayPal;
beforeAll(async () => {
  paypal = await givenPayPal();
});
afterAll(() => paypal.close());

function askToken(authorization: string | undefined, form: Readonly<Record<string, string>>) {
  return fetch(`${paypal.url}/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: authorization === undefined ? {} : { authorization },
  });
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('a token', () => {
  test('is given for a client and its secret', async () => {
    const response = await askToken(basic('client:secret'), { grant_type: 'client_credentials' });
    expect(await response.json()).toMatchObject({
      ...{ token_type: 'Bearer', expires_in: 32_400 },
      access_token: expect.stringMatching(/^A21AA[\w-]+$/),
      app_id: expect.stringMatching(/^APP-[A-Z0-9]+$/),
    });
  });

  test.each([undefined, basic('client'), basic(':secret'), 'Bearer abc'])(
    'is refused to %s',
    async (given) => {
      const response = await askToken(given, { grant_type: 'client_credentials' });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        ...{ error: 'invalid_client', error_description: 'Client Authentication failed' },
      });
    },
  );

  test('is refused for another kind of grant', async () => {
    const response = await askToken(basic('client:secret'), { grant_type: 'password' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'unsupported_grant_type' });
  });

  test('is needed, and has to be one that was given', async () => {
    const answer = await paypal.ask('POST /v2/checkout/orders', orderOf(), {
      authorization: 'Bearer A21AAno',
    });
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_token']);
  });

  test('is still good when the clock was moved by a week: clients reckon by their own', async () => {
    paypal.moveClock(7);
    expect((await paypal.ask('POST /v2/checkout/orders', orderOf())).status).toBe(201);
  });
});

describe('what is asked in a way that PayPal does not know', () => {
  test('is answered in its way, and reported', async () => {
    const { status, body } = await paypal.ask('GET /v1/billing/plans?page=2');
    expect([status, body.name]).toEqual([404, 'RESOURCE_NOT_FOUND']);
    expect(paypal.notSimulated).toContain('GET /v1/billing/plans');
  });

  test('names the id that does not exist', async () => {
    const { status, body } = await paypal.ask('GET /v2/checkout/orders/5O190127TN364715T');
    expect(status).toBe(404);
    expect(body.details).toEqual([
      expect.objectContaining({ issue: 'INVALID_RESOURCE_ID', field: 'order_id', location: 'path' }),
    ]);
  });

  test('is refused where it is no JSON, or another type', async () => {
    const broken = await paypal.ask('POST /v2/checkout/orders', '{"intent":');
    expect([broken.status, broken.body.details[0].issue]).toEqual([400, 'MALFORMED_REQUEST_JSON']);
    const text = await paypal.ask('POST /v2/checkout/orders', 'intent=CAPTURE', {
      'content-type': 'text/plain',
    });
    expect([text.status, text.body.name]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test('is refused where the PayPal-Request-Id is too long', async () => {
    const { status } = await paypal.ask('POST /v2/checkout/orders', orderOf(), {
      'paypal-request-id': 'x'.repeat(109),
    });
    expect(status).toBe(400);
  });
});

describe('PayPal-Mock-Response', () => {
  const mock = (code: string) => ({
    'paypal-mock-response': JSON.stringify({ mock_application_codes: code }),
  });

  test.each([
    ['POST /v2/checkout/orders', 'AMOUNT_MISMATCH', 422, 'UNPROCESSABLE_ENTITY'],
    ['GET /v2/checkout/orders/5O190127TN364715T', 'PERMISSION_DENIED', 403, 'NOT_AUTHORIZED'],
    [
      'POST /v2/payments/captures/5O190127TN364715T/refund',
      'TRANSACTION_DISPUTED',
      422,
      'UNPROCESSABLE_ENTITY',
    ],
    ['GET /v2/payments/refunds/5O190127TN364715T', 'INTERNAL_SERVER_ERROR', 500, 'INTERNAL_SERVER_ERROR'],
  ])('makes %s answer with %s', async (route, code, status, name) => {
    const answer = await paypal.ask(route, route.startsWith('POST') ? {} : undefined, mock(code));
    expect([answer.status, answer.body.name]).toEqual([status, name]);
    if (name !== code) expect(answer.body.details[0].issue).toBe(code);
  });

  test('is refused where it asks for what does not exist, and that is reported', async () => {
    const { status } = await paypal.ask('POST /v2/checkout/orders', orderOf(), mock('NO_SUCH_CODE'));
    expect(status).toBe(400);
    expect(paypal.notSimulated).toContain('PayPal-Mock-Response code "NO_SUCH_CODE"');
  });
});

test('the support table comes from what is answered', () => {
  const { endpoints, events } = paypalSimulator.support;
  const create = endpoints.find(({ http }) => http === 'POST /v2/checkout/orders');
  expect(create?.parameters).toContain('purchase_units.amount.breakdown.item_total.value');
  expect(create?.parameters).toContain('payment_source.paypal.experience_context.return_url');
  expect(new Set(endpoints.map(({ http }) => http)).size).toBe(endpoints.length);
  expect(events.map(({ type }) => type)).toContain('PAYMENT.CAPTURE.COMPLETED');
});
