import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GivenPayPal, givenPayPal, orderOf, shop } from './given-paypal.ts';

let paypal: GivenPayPal;
beforeAll(async () => {
  paypal = await givenPayPal();
});
afterAll(() => paypal.close());

async function createOrder(more: object = { application_context: shop }): Promise<string> {
  const { body } = await paypal.ask('POST /v2/checkout/orders', orderOf('100.00', more));
  return body.id;
}

async function open(id: string) {
  const response = await fetch(`${paypal.url}/checkoutnow?token=${id}`);
  return { response, text: await response.text() };
}

test('the page says that it is a simulation, what is paid and to whom', async () => {
  const id = await createOrder({ application_context: { ...shop, brand_name: 'Oak & <Sons>' } });
  const { response, text } = await open(id);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(text).toContain('This is not PayPal');
  expect(text).toContain('$100.00');
  expect(text).toContain('Oak &amp; &lt;Sons&gt;');
  expect(text).not.toContain('<Sons>');
});

test('the page asks for nothing from outside', async () => {
  const { response, text } = await open(await createOrder());
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(text).not.toMatch(/<script|<img|https?:\/\//);
});

test('who approves comes back to the store with token and PayerID', async () => {
  const id = await createOrder();
  const location = await paypal.decide(id, { decision: 'approve', email: 'ada@example.com' });
  const { body: order } = await paypal.ask(`GET /v2/checkout/orders/${id}`);
  expect(location).toBe(`http://shop.test/done?cart=7&token=${id}&PayerID=${order.payer.payer_id}`);
  expect(order).toMatchObject({ status: 'APPROVED', payer: { email_address: 'ada@example.com' } });
  expect(order.payer.payer_id).toMatch(/^[A-Z0-9]{13}$/);
  expect(order.purchase_units[0].shipping.address.country_code).toBe('US');
});

test('who cancels comes back to the store, and the order stays as it was', async () => {
  const id = await createOrder();
  expect(await paypal.decide(id, { decision: 'cancel' })).toBe(`http://shop.test/back?token=${id}`);
  const { body: order } = await paypal.ask(`GET /v2/checkout/orders/${id}`);
  expect(order.status).toBe('CREATED');
  const { body: refused } = await paypal.ask(`POST /v2/checkout/orders/${id}/capture`);
  expect(refused.details[0].issue).toBe('ORDER_NOT_APPROVED');
});

test('a store that wants no address gets none', async () => {
  const id = await createOrder({ application_context: { ...shop, shipping_preference: 'NO_SHIPPING' } });
  await paypal.approve(id);
  const { body: order } = await paypal.ask(`GET /v2/checkout/orders/${id}`);
  expect(order.purchase_units[0].shipping).toBeUndefined();
});

describe('a buyer whose way to pay is declined', () => {
  test('is sent back to choose another, and pays', async () => {
    const id = await createOrder();
    await paypal.decide(id, { decision: 'approve', funding: 'declined' });
    const refused = await paypal.ask(`POST /v2/checkout/orders/${id}/capture`);
    expect(refused.status).toBe(422);
    expect(refused.body.details[0].issue).toBe('INSTRUMENT_DECLINED');
    const redirect = refused.body.links.find(({ rel }: { rel: string }) => rel === 'redirect');
    expect(redirect.href).toBe(`${paypal.url}/checkoutnow?token=${id}`);
    await paypal.decide(id, { decision: 'approve', funding: 'balance' });
    expect((await paypal.ask(`POST /v2/checkout/orders/${id}/capture`)).body.status).toBe('COMPLETED');
  });

  test('is told so on the page where the order completes by approval', async () => {
    const processing_instruction = 'ORDER_COMPLETE_ON_PAYMENT_APPROVAL';
    const id = await createOrder({ processing_instruction, application_context: shop });
    expect(await paypal.decide(id, { decision: 'approve', funding: 'declined' })).toBeUndefined();
    expect(await paypal.decide(id, { decision: 'approve' })).toContain('http://shop.test/done');
    const { body: order } = await paypal.ask(`GET /v2/checkout/orders/${id}`);
    expect(order.status).toBe('COMPLETED');
    expect((await open(id)).text).toContain('Already paid');
  });
});

test('an address that names no order is told so', async () => {
  const { response, text } = await open('NOSUCHORDER');
  expect(response.status).toBe(404);
  expect(text).toContain('No such order');
});

test('the root shows what was paid, what waits for the buyer, and what went back', async () => {
  const waiting = await createOrder();
  const id = await createOrder();
  await paypal.decide(id, { decision: 'approve', email: 'ada+<b>@example.com' });
  const { body: paid } = await paypal.ask(`POST /v2/checkout/orders/${id}/capture`, {});
  const [capture] = paid.purchase_units[0].payments.captures;
  const amount = { currency_code: 'USD', value: '30.00' };
  await paypal.ask(`POST /v2/payments/captures/${capture.id}/refund`, { amount });
  const response = await fetch(paypal.url);
  const page = await response.text();
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.indexOf(id)).toBeLessThan(page.indexOf(waiting));
  expect(page).toContain(`href="/checkoutnow?token=${waiting}"`);
  expect(page).toContain(`capture ${capture.id}: $100.00, partially refunded, refunded $30.00`);
  expect(page).toContain('ada+&lt;b&gt;@example.com');
});
