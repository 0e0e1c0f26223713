import { verify, X509Certificate } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Body, type GivenPayPal, givenPayPal, orderOf } from './given-paypal.ts';
import { type GivenReceiver, givenReceiver, type Received } from './given-receiver.ts';

let paypal: GivenPayPal;
let receiver: GivenReceiver;

beforeEach(async () => {
  paypal = await givenPayPal();
  receiver = await givenReceiver();
});
afterEach(async () => {
  await paypal.close();
  await receiver.close();
});

async function subscribe(...names: readonly string[]): Promise<string> {
  const { status, body } = await paypal.ask('POST /v1/notifications/webhooks', {
    url: receiver.url,
    event_types: names.map((name) => ({ name })),
  });
  expect(status).toBe(201);
  return body.id;
}

async function captureOrder(): Promise<Body> {
  const { body: order } = await paypal.ask('POST /v2/checkout/orders', orderOf());
  await paypal.approve(order.id);
  const { body } = await paypal.ask(`POST /v2/checkout/orders/${order.id}/capture`);
  return body;
}

function claimOf({ headers, text }: Received, webhookId: string) {
  return {
    auth_algo: headers['paypal-auth-algo'],
    cert_url: headers['paypal-cert-url'],
    transmission_id: headers['paypal-transmission-id'],
    transmission_sig: headers['paypal-transmission-sig'],
    transmission_time: headers['paypal-transmission-time'],
    webhook_id: webhookId,
    webhook_event: JSON.parse(text),
  };
}

async function verification(claim: object): Promise<string> {
  const { body } = await paypal.ask('POST /v1/notifications/verify-webhook-signature', claim);
  return body.verification_status;
}

/** As PayPal tells receivers to do it themselves. */
async function isSigned({ headers, text }: Received, webhookId: string): Promise<boolean> {
  const certificate = new X509Certificate(await (await fetch(String(headers['paypal-cert-url']))).text());
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  const signed = [
    headers['paypal-transmission-id'],
    headers['paypal-transmission-time'],
    webhookId,
    crc32(text),
  ].join('|');
  const signature = Buffer.from(String(headers['paypal-transmission-sig']), 'base64');
  return verify('RSA-SHA256', Buffer.from(signed), certificate.publicKey, signature);
}

test('a payment is told to the webhooks that asked for it', async () => {
  await subscribe('CHECKOUT.ORDER.APPROVED', 'PAYMENT.CAPTURE.COMPLETED', 'PAYMENT.CAPTURE.REFUNDED');
  const order = await captureOrder();
  const capture = order.purchase_units[0].payments.captures[0];
  await paypal.ask(`POST /v2/payments/captures/${capture.id}/refund`);
  const events = [await receiver.next(), await receiver.next(), await receiver.next()].map(({ text }) =>
    JSON.parse(text),
  );
  const byType = Object.fromEntries(events.map((event) => [event.event_type, event]));
  expect(byType['CHECKOUT.ORDER.APPROVED']).toMatchObject({
    ...{
      event_version: '1.0',
      resource_type: 'checkout-order',
      resource: { id: order.id, status: 'APPROVED' },
    },
  });
  expect(byType['PAYMENT.CAPTURE.COMPLETED'].resource).toMatchObject({
    id: capture.id,
    amount: { value: '100.00' },
  });
  const refund = byType['PAYMENT.CAPTURE.REFUNDED'].resource;
  expect(refund.links.find((link: Body) => link.rel === 'up').href).toContain(`/captures/${capture.id}`);
});

describe('a signature', () => {
  test('is verified by the endpoint and by the certificate, with the clock moved by a week', async () => {
    paypal.moveClock(7);
    const webhookId = await subscribe('PAYMENT.CAPTURE.COMPLETED');
    await captureOrder();
    const received = await receiver.next();
    expect(await isSigned(received, webhookId)).toBe(true);
    expect(await verification(claimOf(received, webhookId))).toBe('SUCCESS');

    const sentAt = new Date(String(received.headers['paypal-transmission-time'])).getTime();
    expect(Math.abs(Date.now() - sentAt)).toBeLessThan(60_000);
    const createdAt = new Date(JSON.parse(received.text).create_time).getTime();
    expect(Math.abs(paypal.now().getTime() - createdAt)).toBeLessThan(60_000);
  });

  test('fails for another webhook, another event and another time', async () => {
    const webhookId = await subscribe('*');
    const { body: order } = await paypal.ask('POST /v2/checkout/orders', orderOf());
    await paypal.approve(order.id);
    const received = await receiver.next();
    const claim = claimOf(received, webhookId);
    expect(await verification({ ...claim, webhook_id: '5O190127TN364715T' })).toBe('FAILURE');
    expect(await verification({ ...claim, webhook_event: { ...claim.webhook_event, summary: 'x' } })).toBe(
      'FAILURE',
    );
    expect(await verification({ ...claim, transmission_time: '2020-01-01T00:00:00Z' })).toBe('FAILURE');
    expect(await verification({ ...claim, transmission_sig: 'bm9uZQ==' })).toBe('FAILURE');
    expect(await isSigned({ ...received, text: `${received.text} ` }, webhookId)).toBe(false);
  });

  test('is still good after a restart, with the same certificate', async () => {
    const webhookId = await subscribe('CHECKOUT.ORDER.APPROVED');
    const { body: order } = await paypal.ask('POST /v2/checkout/orders', orderOf());
    await paypal.approve(order.id);
    const received = await receiver.next();
    await paypal.restart();
    expect(await isSigned(received, webhookId)).toBe(true);
    expect(await verification(claimOf(received, webhookId))).toBe('SUCCESS');
  });
});

describe('a delivery', () => {
  test('that is refused is tried again when the clock says so', async () => {
    const webhookId = await subscribe('CHECKOUT.ORDER.APPROVED');
    receiver.answer(503);
    const { body: order } = await paypal.ask('POST /v2/checkout/orders', orderOf());
    await paypal.approve(order.id);
    const first = await receiver.next();
    receiver.answer(200);
    await expect.poll(() => transmissionOf(JSON.parse(first.text).id)).toMatchObject({ http_status: 503 });
    paypal.moveClock(1 / 24);
    const second = await receiver.next();
    expect(second.text).toBe(first.text);
    expect(second.headers['paypal-transmission-id']).toBe(first.headers['paypal-transmission-id']);
    expect(await isSigned(second, webhookId)).toBe(true);
    await expect.poll(() => transmissionOf(JSON.parse(first.text).id)).toMatchObject({ status: 'SUCCESS' });
  });

  async function transmissionOf(eventId: string): Promise<Body> {
    const { body } = await paypal.ask(`GET /v1/notifications/webhooks-events/${eventId}`);
    return body.transmissions[0];
  }

  test('is sent again on demand', async () => {
    await subscribe('CHECKOUT.ORDER.APPROVED');
    const { body: order } = await paypal.ask('POST /v2/checkout/orders', orderOf());
    await paypal.approve(order.id);
    const first = await receiver.next();
    const { id } = JSON.parse(first.text);
    const { status } = await paypal.ask(`POST /v1/notifications/webhooks-events/${id}/resend`, {});
    expect(status).toBe(202);
    const second = await receiver.next();
    expect(second.text).toBe(first.text);
    expect(second.headers['paypal-transmission-id']).not.toBe(first.headers['paypal-transmission-id']);
  });
});

test('events are listed latest first, by type, by transaction and by time', async () => {
  const order = await captureOrder();
  const list = async (query: string) => {
    const { body } = await paypal.ask(`GET /v1/notifications/webhooks-events${query}`);
    return body.events.map((event: Body) => event.event_type);
  };
  expect((await list('')).sort()).toEqual([
    'CHECKOUT.ORDER.APPROVED',
    'CHECKOUT.ORDER.COMPLETED',
    'PAYMENT.CAPTURE.COMPLETED',
  ]);
  expect(await list('?event_type=CHECKOUT.ORDER.COMPLETED')).toEqual(['CHECKOUT.ORDER.COMPLETED']);
  expect((await list(`?transaction_id=${order.id}`)).sort()).toEqual([
    'CHECKOUT.ORDER.APPROVED',
    'CHECKOUT.ORDER.COMPLETED',
  ]);
  expect(await list('?end_time=2020-01-01T00:00:00Z')).toEqual([]);
  expect(await list('?page_size=1')).toHaveLength(1);
});

test('a simulated event of each type arrives, signed for WEBHOOK_ID', async () => {
  const { body } = await paypal.ask('GET /v1/notifications/webhooks-event-types');
  for (const { name } of body.event_types) {
    const { status } = await paypal.ask('POST /v1/notifications/simulate-event', {
      ...{ url: receiver.url, event_type: name },
    });
    expect(status, name).toBe(202);
    const received = await receiver.next();
    expect(JSON.parse(received.text).event_type).toBe(name);
    expect(await isSigned(received, 'WEBHOOK_ID')).toBe(true);
  }
});

describe('a webhook', () => {
  test('is shown, listed, changed and deleted', async () => {
    const id = await subscribe('PAYMENT.CAPTURE.COMPLETED');
    expect((await paypal.ask(`GET /v1/notifications/webhooks/${id}`)).body).toMatchObject({
      id,
      url: receiver.url,
    });
    expect((await paypal.ask('GET /v1/notifications/webhooks')).body.webhooks).toHaveLength(1);
    const { body } = await paypal.ask(`PATCH /v1/notifications/webhooks/${id}`, [
      { op: 'replace', path: '/event_types', value: [{ name: 'CHECKOUT.ORDER.APPROVED' }] },
      { op: 'replace', path: '/url', value: 'http://127.0.0.1:9/other' },
    ]);
    expect(body.url).toBe('http://127.0.0.1:9/other');
    const types = await paypal.ask(`GET /v1/notifications/webhooks/${id}/event-types`);
    expect(types.body.event_types[0].name).toBe('CHECKOUT.ORDER.APPROVED');
    expect((await paypal.ask(`DELETE /v1/notifications/webhooks/${id}`)).status).toBe(204);
    expect((await paypal.ask(`GET /v1/notifications/webhooks/${id}`)).status).toBe(404);
  });

  test('has an address of its own', async () => {
    await subscribe('*');
    const again = { url: receiver.url, event_types: [{ name: '*' }] };
    const { status, body } = await paypal.ask('POST /v1/notifications/webhooks', again);
    expect(status).toBe(400);
    expect(body.details[0].issue).toBe('WEBHOOK_URL_ALREADY_EXISTS');
  });

  test('may ask for events that are never sent here, which is reported', async () => {
    await subscribe('BILLING.SUBSCRIPTION.CREATED');
    expect(paypal.notSimulated).toEqual(['event BILLING.SUBSCRIPTION.CREATED']);
  });
});
