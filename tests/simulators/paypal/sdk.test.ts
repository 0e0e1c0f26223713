import { ApiError, CheckoutPaymentIntent, OrderStatus } from '@paypal/paypal-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GivenPayPal, givenPayPal, shop } from './given-paypal.ts';
import { givenSdk } from './given-sdk.ts';

let paypal: GivenPayPal;
let sdk: ReturnType<typeof givenSdk>;

beforeAll(async () => {
  paypal = await givenPayPal();
  sdk = givenSdk(paypal.url);
});
afterAll(() => paypal.close());

function required<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error('The answer lacks what was looked for.');
  return value;
}

async function createOrder(intent: CheckoutPaymentIntent, value = '100.00') {
  const { result, statusCode } = await sdk.orders.createOrder({
    body: {
      intent,
      purchaseUnits: [{ amount: { currencyCode: 'USD', value } }],
      paymentSource: {
        paypal: { experienceContext: { returnUrl: shop.return_url, cancelUrl: shop.cancel_url } },
      },
    },
  });
  expect(statusCode).toBe(201);
  return result;
}

test('an order is created, approved on the page and captured with the official SDK', async () => {
  const order = await createOrder(CheckoutPaymentIntent.Capture);
  expect(order.status).toBe(OrderStatus.PayerActionRequired);
  const link = required(order.links?.find(({ rel }) => rel === 'payer-action'));
  expect(link.href).toBe(`${paypal.url}/checkoutnow?token=${order.id}`);

  await paypal.approve(required(order.id));
  const shown = await sdk.orders.getOrder({ id: required(order.id) });
  expect(shown.result.status).toBe(OrderStatus.Approved);
  expect(shown.result.payer?.emailAddress).toContain('@');

  const { result: paid } = await sdk.orders.captureOrder({
    id: required(order.id),
    prefer: 'return=representation',
  });
  expect(paid.status).toBe(OrderStatus.Completed);
  const capture = required(paid.purchaseUnits?.[0]?.payments?.captures?.[0]);
  expect(capture.sellerReceivableBreakdown?.paypalFee?.value).toBe('3.98');
  expect(capture.sellerReceivableBreakdown?.netAmount?.value).toBe('96.02');
  const { result } = await sdk.payments.getCapturedPayment({ captureId: required(capture.id) });
  expect(result.status).toBe('COMPLETED');
});

test('an authorized order is captured in part, refunded in part, and the rest is voided', async () => {
  const order = await createOrder(CheckoutPaymentIntent.Authorize);
  await paypal.approve(required(order.id));
  const { result: authorized } = await sdk.orders.authorizeOrder({ id: required(order.id) });
  const authorizationId = required(authorized.purchaseUnits?.[0]?.payments?.authorizations?.[0]?.id);

  const { result: capture } = await sdk.payments.captureAuthorizedPayment({
    authorizationId,
    prefer: 'return=representation',
    body: { amount: { currencyCode: 'USD', value: '40.00' }, finalCapture: false },
  });
  expect(capture.amount?.value).toBe('40.00');
  const { result: refund } = await sdk.payments.refundCapturedPayment({
    captureId: required(capture.id),
    prefer: 'return=representation',
    body: { amount: { currencyCode: 'USD', value: '15.00' }, noteToPayer: 'One was broken' },
  });
  expect(refund.sellerPayableBreakdown?.totalRefundedAmount?.value).toBe('15.00');
  const { result: shownRefund } = await sdk.payments.getRefund({ refundId: required(refund.id) });
  expect(shownRefund.noteToPayer).toBe('One was broken');
  const { result: refunded } = await sdk.payments.getCapturedPayment({ captureId: required(capture.id) });
  expect(refunded.status).toBe('PARTIALLY_REFUNDED');

  const { result: partly } = await sdk.payments.getAuthorizedPayment({ authorizationId });
  expect(partly.status).toBe('PARTIALLY_CAPTURED');
  const { statusCode } = await sdk.payments.voidPayment({ authorizationId });
  expect(statusCode).toBe(204);
  const { result: voided } = await sdk.payments.getAuthorizedPayment({ authorizationId });
  expect(voided.status).toBe('VOIDED');
});

test('the SDK raises what is refused as an error of its own', async () => {
  const order = await createOrder(CheckoutPaymentIntent.Capture);
  const refused = await sdk.orders.captureOrder({ id: required(order.id) }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiError);
  expect(refused).toMatchObject({
    statusCode: 422,
    result: { name: 'UNPROCESSABLE_ENTITY', details: [{ issue: 'ORDER_NOT_APPROVED' }] },
  });
});

test('the SDK asks for an error with its mock response', async () => {
  const order = await createOrder(CheckoutPaymentIntent.Capture);
  await paypal.approve(required(order.id));
  const mocked = sdk.orders.captureOrder({
    id: required(order.id),
    paypalMockResponse: '{"mock_application_codes":"INSTRUMENT_DECLINED"}',
  });
  await expect(mocked).rejects.toMatchObject({ result: { details: [{ issue: 'INSTRUMENT_DECLINED' }] } });
  const { result } = await sdk.orders.captureOrder({ id: required(order.id) });
  expect(result.status).toBe(OrderStatus.Completed);
});

test('the SDK patches an order and confirms its payment source', async () => {
  const { result: order } = await sdk.orders.createOrder({
    body: {
      intent: CheckoutPaymentIntent.Capture,
      purchaseUnits: [{ amount: { currencyCode: 'USD', value: '10.00' } }],
    },
  });
  const id = required(order.id);
  const { statusCode } = await sdk.orders.patchOrder({
    id,
    body: [
      {
        ...{ op: 'replace' as never, path: "/purchase_units/@reference_id=='default'/amount" },
        value: { currency_code: 'USD', value: '12.50' },
      },
    ],
  });
  expect(statusCode).toBe(204);
  const { result: confirmed } = await sdk.orders.confirmOrder({
    id,
    body: { paymentSource: { paypal: { experienceContext: { returnUrl: shop.return_url } } } },
  });
  expect(confirmed.status).toBe(OrderStatus.PayerActionRequired);
  const { result } = await sdk.orders.getOrder({ id });
  expect(result.purchaseUnits?.[0]?.amount?.value).toBe('12.50');
});

test('nothing that the SDK sends is unknown to the simulator', () => {
  expect(paypal.notSimulated).toEqual([]);
});
