import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type GivenPayPal, givenPayPal, orderOf } from './given-paypal.ts';

let paypal: GivenPayPal;
beforeAll(async () => {
  paypal = await givenPayPal();
});
afterAll(() => paypal.close());

const usd = (value: string) => ({ currency_code: 'USD', value });
const whole = { prefer: 'return=representation' };

async function create(body: object, headers = {}) {
  return paypal.ask('POST /v2/checkout/orders', body, headers);
}

async function approved(more: object = {}): Promise<string> {
  const { body } = await create(orderOf('100.00', more));
  await paypal.approve(body.id);
  return body.id;
}

describe('a new order', () => {
  test('comes back with its id, its status and what can be done next', async () => {
    const { status, body, headers } = await create(orderOf());
    expect(status).toBe(201);
    expect(Object.keys(body)).toEqual(['id', 'status', 'links']);
    expect(body.id).toMatch(/^[A-Z0-9]{17}$/);
    expect(body.links.map(({ rel, method }: { rel: string; method: string }) => `${method} ${rel}`)).toEqual([
      ...['GET self', 'GET approve', 'PATCH update', 'POST capture'],
    ]);
    expect(headers.get('paypal-debug-id')).toMatch(/^[0-9a-f]{13}$/);
  });

  test('comes back whole where that is preferred', async () => {
    const { body } = await create(orderOf('100'), whole);
    expect(body).toMatchObject({
      ...{ intent: 'CAPTURE', status: 'CREATED' },
      purchase_units: [{ reference_id: 'default', amount: usd('100.00') }],
    });
    expect(body.create_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  const item = { name: 'Shirt', quantity: '2', unit_amount: usd('10.00') };
  const unit = (value: string, breakdown: object, items: readonly object[] = [item]) => ({
    intent: 'CAPTURE',
    purchase_units: [{ amount: { ...usd(value), breakdown }, items }],
  });

  test.each([
    ['AMOUNT_MISMATCH', unit('26.00', { item_total: usd('20.00'), shipping: usd('5.00') })],
    ['ITEM_TOTAL_MISMATCH', unit('21.00', { item_total: usd('21.00') })],
    ['ITEM_TOTAL_REQUIRED', unit('20.00', { shipping: usd('20.00') })],
    ['TAX_TOTAL_REQUIRED', unit('20.00', { item_total: usd('20.00') }, [{ ...item, tax: usd('1.00') }])],
    [
      'TAX_TOTAL_MISMATCH',
      unit('21.00', { item_total: usd('20.00'), tax_total: usd('1.00') }, [{ ...item, tax: usd('1.00') }]),
    ],
    ['DECIMAL_PRECISION', orderOf('1.999')],
    [
      'INVALID_CURRENCY_CODE',
      { intent: 'CAPTURE', purchase_units: [{ amount: { currency_code: 'XXX', value: '1' } }] },
    ],
    [
      'REFERENCE_ID_REQUIRED',
      { intent: 'CAPTURE', purchase_units: [{ amount: usd('1') }, { amount: usd('1') }] },
    ],
    [
      'DUPLICATE_REFERENCE_ID',
      { intent: 'CAPTURE', purchase_units: [1, 2].map(() => ({ reference_id: 'a', amount: usd('1') })) },
    ],
  ])('that breaks a rule is refused with %s', async (issue, body) => {
    const answer = await create(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ name: 'UNPROCESSABLE_ENTITY', details: [{ issue }] });
    expect(answer.body.debug_id).toBe(answer.headers.get('paypal-debug-id'));
    expect(answer.body.links[0].rel).toBe('information_link');
  });

  test('whose breakdown adds up is taken', async () => {
    const breakdown = { item_total: usd('20.00'), shipping: usd('5.00'), discount: usd('2.50') };
    expect((await create(unit('22.50', breakdown))).status).toBe(201);
  });

  test.each([
    ['MISSING_REQUIRED_PARAMETER', '/purchase_units/0/amount/value', [{ amount: { currency_code: 'USD' } }]],
    ['INVALID_ARRAY_MIN_ITEMS', '/purchase_units', []],
    ['INVALID_PARAMETER_SYNTAX', '/purchase_units/0/amount/value', [{ amount: usd('ten') }]],
  ])('that is not well formed is refused with %s at %s', async (issue, field, purchase_units) => {
    const { status, body } = await create({ intent: 'CAPTURE', purchase_units });
    expect(status).toBe(400);
    expect(body.name).toBe('INVALID_REQUEST');
    expect(body.details).toContainEqual(expect.objectContaining({ issue, field, location: 'body' }));
  });

  test('with a parameter that is not simulated is taken, and that is reported', async () => {
    const purchase_units = [{ amount: usd('5.00'), payment_instruction: { disbursement_mode: 'DELAYED' } }];
    expect((await create({ intent: 'CAPTURE', purchase_units })).status).toBe(201);
    expect(paypal.notSimulated).toContain(
      'parameter "purchase_units.payment_instruction" of POST /v2/checkout/orders',
    );
  });

  test('with a payment source that is not simulated is refused', async () => {
    const { body } = await create(orderOf('5.00', { payment_source: { blik: { country_code: 'PL' } } }));
    expect(body.details[0].issue).toBe('PAYMENT_SOURCE_CANNOT_BE_USED');
    expect(paypal.notSimulated).toContain('parameter "payment_source.blik" of POST /v2/checkout/orders');
  });
});

describe('a request with a PayPal-Request-Id', () => {
  test('does once what it asks for, and answers a repeat with the same', async () => {
    const first = await create(orderOf(), { 'paypal-request-id': 'once' });
    const again = await create(orderOf(), { 'paypal-request-id': 'once' });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
  });

  test('captures once, also when asked twice at the same time', async () => {
    const id = await approved();
    const ask = () =>
      paypal.ask(`POST /v2/checkout/orders/${id}/capture`, {}, { 'paypal-request-id': 'pay' });
    const [one, two] = await Promise.all([ask(), ask()]);
    expect([one.status, two.status].sort()).toEqual([200, 201]);
    expect(two.body).toEqual(one.body);
  });

  test('is refused where the id came with something else before', async () => {
    await create(orderOf('1.00'), { 'paypal-request-id': 'mixed' });
    const { body } = await create(orderOf('2.00'), { 'paypal-request-id': 'mixed' });
    expect(body.details[0].issue).toBe('DUPLICATE_REQUEST_ID');
  });

  test('may be tried again after a refusal', async () => {
    const { body: order } = await create(orderOf());
    const ask = () =>
      paypal.ask(`POST /v2/checkout/orders/${order.id}/capture`, {}, { 'paypal-request-id': 'later' });
    expect((await ask()).status).toBe(422);
    await paypal.approve(order.id);
    expect((await ask()).status).toBe(201);
  });
});

describe('an approved order', () => {
  test('is captured once', async () => {
    const id = await approved();
    expect((await paypal.ask(`POST /v2/checkout/orders/${id}/capture`)).status).toBe(201);
    const again = await paypal.ask(`POST /v2/checkout/orders/${id}/capture`);
    expect(again.body.details[0].issue).toBe('ORDER_ALREADY_CAPTURED');
  });

  test('is not authorized where it was to be captured', async () => {
    const { body } = await paypal.ask(`POST /v2/checkout/orders/${await approved()}/authorize`);
    expect(body.details[0].issue).toBe('ACTION_DOES_NOT_MATCH_INTENT');
  });

  test('pays an invoice once', async () => {
    const purchase_units = [{ amount: usd('9.00'), invoice_id: 'INV-1' }];
    const first = await approved({ purchase_units });
    const second = await approved({ purchase_units });
    expect((await paypal.ask(`POST /v2/checkout/orders/${first}/capture`)).status).toBe(201);
    const { body } = await paypal.ask(`POST /v2/checkout/orders/${second}/capture`);
    expect(body.details[0].issue).toBe('DUPLICATE_INVOICE_ID');
  });

  test('has a capture for each of its purchase units', async () => {
    const purchase_units = [
      { reference_id: 'shirts', amount: usd('10.00') },
      { reference_id: 'shoes', amount: usd('90.00') },
    ];
    const id = await approved({ purchase_units });
    const { body } = await paypal.ask(`POST /v2/checkout/orders/${id}/capture`, {}, whole);
    const values = body.purchase_units.map((unit: Body) => unit.payments.captures[0].amount.value);
    expect(values).toEqual(['10.00', '90.00']);
  });
});

describe('a patch', () => {
  const at = (rest: string) => `/purchase_units/@reference_id=='default'${rest}`;

  test('changes what may change', async () => {
    const id = await approved();
    const { status } = await paypal.ask(`PATCH /v2/checkout/orders/${id}`, [
      { op: 'replace', path: at('/amount'), value: usd('110.00') },
      { op: 'add', path: at('/invoice_id'), value: 'INV-9' },
      { op: 'replace', path: at('/shipping/address'), value: { country_code: 'DE', postal_code: '10115' } },
    ]);
    expect(status).toBe(204);
    const { body } = await paypal.ask(`GET /v2/checkout/orders/${id}`);
    expect(body.purchase_units[0]).toMatchObject({
      ...{ amount: usd('110.00'), invoice_id: 'INV-9' },
      shipping: { name: { full_name: 'John Doe' }, address: { country_code: 'DE' } },
    });
  });

  test.each([
    ['FIELD_NOT_PATCHABLE', 'replace', '/status', 'COMPLETED'],
    ['FIELD_NOT_PATCHABLE', 'replace', at('/payee'), {}],
    ['INVALID_PATCH_OPERATION', 'move', at('/description'), 'x'],
    ['INVALID_PATCH_OPERATION', 'remove', at('/amount'), undefined],
    ['REFERENCE_ID_NOT_FOUND', 'replace', "/purchase_units/@reference_id=='other'/description", 'x'],
    ['INVALID_STRING_LENGTH', 'replace', at('/description'), 'x'.repeat(128)],
  ])('is refused with %s for %s of %s, and changes nothing', async (issue, op, path, value) => {
    const id = await approved();
    const good = { op: 'add', path: at('/custom_id'), value: 'c' };
    const { body } = await paypal.ask(`PATCH /v2/checkout/orders/${id}`, [good, { op, path, value }]);
    expect(body.details[0].issue).toBe(issue);
    const { body: order } = await paypal.ask(`GET /v2/checkout/orders/${id}`);
    expect(order.purchase_units[0].custom_id).toBeUndefined();
  });

  test('comes too late once the order is paid', async () => {
    const id = await approved();
    await paypal.ask(`POST /v2/checkout/orders/${id}/capture`);
    const { body } = await paypal.ask(`PATCH /v2/checkout/orders/${id}`, [
      { op: 'replace', path: at('/description'), value: 'x' },
    ]);
    expect(body.details[0].issue).toBe('ORDER_ALREADY_COMPLETED');
  });
});

describe('a card', () => {
  const card = (name: string, number = '4012888888881881', expiry = '2099-12') => ({
    payment_source: { card: { name, number, expiry, security_code: '123' } },
  });
  const pay = (more: object) => create(orderOf('20.00', more), { 'paypal-request-id': crypto.randomUUID() });

  test('pays in one step, and its number is nowhere to be seen', async () => {
    const { status, body, text } = await pay(card('Ada Lovelace'));
    expect(status).toBe(201);
    expect(body.status).toBe('COMPLETED');
    expect(body.payment_source.card).toMatchObject({ last_digits: '1881', brand: 'VISA' });
    expect(body.purchase_units[0].payments.captures[0].status).toBe('COMPLETED');
    expect(text).not.toContain('4012888888881881');
  });

  test.each([
    ['CCREJECT-REFUSED', '0500'],
    ['CCREJECT-SF', '9500'],
    ['CCREJECT-IF', '5120'],
    ['CCREJECT-CVV_F', '00N7'],
  ])('of %s is declined with %s', async (name, response_code) => {
    const { status, body } = await pay(card(name));
    expect(status).toBe(201);
    expect(body.purchase_units[0].payments.captures[0]).toMatchObject({
      ...{ status: 'DECLINED', processor_response: { response_code, avs_code: 'G', cvv_code: 'P' } },
    });
  });

  test('needs a PayPal-Request-Id', async () => {
    const { status, body } = await create(orderOf('20.00', card('Ada')));
    expect([status, body.details[0].issue]).toEqual([400, 'PAYPAL_REQUEST_ID_REQUIRED']);
  });

  test('of a wrong number or a past date is refused, without repeating the number', async () => {
    const wrong = await pay(card('Ada', '4012888888881882'));
    expect(wrong.body.details[0].issue).toBe('INVALID_PARAMETER_VALUE');
    expect(wrong.text).not.toContain('4012888888881882');
    expect((await pay(card('Ada', undefined, '2020-01'))).body.details[0].issue).toBe('CARD_EXPIRED');
    expect((await pay(card('Ada', '40128888x'))).text).not.toContain('40128888x');
  });
});
