import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import { startTestStore, type TestStore } from '../../emulator/testing/start-test-store.ts';

let store: TestStore;
let controls: ControlClient;

beforeAll(async () => {
  store = await startTestStore({ seed: 'fashion' });
  controls = createControlClient(store);
});
afterAll(() => store.close());

interface Asking {
  readonly key?: string;
  readonly traceId?: string;
  readonly body?: object;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely; what is expected says what they are.
type Body = any;

async function ask(route: string, { key = store.secretKey, traceId, body }: Asking = {}): Promise<Body> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await fetch(`${store.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(traceId && { traceparent: `00-${traceId}-00f067aa0ba902b7-01` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
}

const berlin = {
  ...{ firstName: 'Ada', lastName: 'Berg', addressLine1: 'Torstr. 1', city: 'Berlin' },
  ...{ postalCode: '10119', country: 'DE' },
};

const person = { email: 'ada@example.com', shippingAddress: berlin, billingAddress: berlin };

/** A cart of one product, paid by card in the trace. */
async function buy(traceId: string) {
  const asking = { key: store.publishableKey, traceId };
  const { data: products } = await ask('GET /v1/products?pageSize=5', asking);
  const variants = products.flatMap((product: { variants: { id: string }[] }) => product.variants);
  const made = await ask('POST /v1/carts', {
    ...asking,
    body: { lines: [{ variantId: variants[0].id }], ...person },
  });
  const { cart, token: cartToken } = made;
  await ask(`PUT /v1/carts/${cart.id}/shipping-method`, {
    ...asking,
    body: { cartToken, method: 'standard' },
  });
  return ask(`POST /v1/carts/${cart.id}/payments`, {
    ...asking,
    body: {
      ...{ cartToken, provider: 'stripe', paymentToken: 'pm_card_visa' },
      returnUrl: 'http://127.0.0.1/return',
    },
  });
}

/** Resolves when an event was written down. */
async function happened(wanted: string, of: string): Promise<void> {
  const listening = new AbortController();
  const heard = controls.listen('journal.stream', { after: 'entry_0', kind: 'event' }, listening.signal);
  for await (const { type, traceId } of heard) if (type === wanted && traceId === of) listening.abort();
}

test('a trace shows the request, what it changed, its events and the calls to the provider', async () => {
  const traceId = 'a'.repeat(32);
  await buy(traceId);
  await happened('order.placed', traceId);
  const { data } = await controls.call('journal.trace', { traceId });
  const seen = data.map(({ kind, type, endpoint }) => `${kind} ${endpoint ?? type}`);
  expect(seen).toContain('provider_call stripe');
  expect(seen).toContain('event order.placed');
  expect(seen.some((line) => line.startsWith('request checkout.'))).toBe(true);
  expect(seen.some((line) => line.startsWith('change '))).toBe(true);
  expect(seen.indexOf('event order.placed')).toBeGreaterThan(seen.indexOf('provider_call stripe'));
  const { subject } = data.find(({ type }) => type === 'order.placed') ?? {};
  const ofOrder = await controls.call('journal.list', { subject: subject ?? '', pageSize: 100 });
  expect(ofOrder.data.map(({ type }) => type)).toContain('order.placed');
});

test('a call to a provider opens with the address of the simulator that was asked', async () => {
  const { data } = await controls.call('journal.list', { kind: 'provider_call', pageSize: 1 });
  const { detail } = await controls.call('journal.get', { entryId: data[0]?.id ?? '' });
  const { simulators } = await controls.call('status.show', {});
  expect(detail.url).toBe(`${new URL(simulators.stripe ?? '').origin}${detail.path}`);
});

test('neither keys nor tokens nor secrets of a customer are in it', async () => {
  const traceId = 'b'.repeat(32);
  await buy(traceId);
  const { data } = await controls.call('journal.trace', { traceId });
  const text = JSON.stringify(data);
  expect(text).not.toContain(store.secretKey);
  expect(text).not.toContain(store.publishableKey);
  expect(text).not.toMatch(/"(?:cartToken|token|clientSecret)\\":\\"(?!\[removed\])/);
  expect(text).toContain('Bearer [removed]');
});

test('an entry opens with what was sent and what was answered', async () => {
  await ask('POST /v1/products', { body: { name: 'wrong' } });
  const { data } = await controls.call('journal.list', { status: '4xx', type: 'catalog.*', pageSize: 1 });
  const entry = await controls.call('journal.get', { entryId: data[0]?.id ?? '' });
  expect(entry).toMatchObject({
    ...{ type: 'catalog.products.create', status: '422', isFailure: true },
    detail: { request: { body: { text: '{"name":"wrong"}' } }, response: { body: { isCut: false } } },
  });
  expect(entry.detail.response?.body?.text).toContain('"invalid_input"');
});

test('a note and a pin stay with an entry', async () => {
  await ask('GET /v1/products/prod_unknown');
  const { data } = await controls.call('journal.list', { pageSize: 1 });
  const entryId = data[0]?.id ?? '';
  await controls.call('journal.annotate', { entryId, isPinned: true, note: 'Why?' });
  const pinned = await controls.call('journal.list', { isPinned: true, pageSize: 10 });
  expect(pinned.data).toMatchObject([{ id: entryId, note: 'Why?' }]);
});

test('whoever listens hears what happens, and what was missed since', async () => {
  const listening = new AbortController();
  await ask('GET /v1/products?pageSize=1');
  const { data } = await controls.call('journal.list', { pageSize: 1 });
  await ask('GET /v1/products?pageSize=2');
  const heard: string[] = [];
  for await (const { title } of controls.listen(
    'journal.stream',
    { after: data[0]?.id ?? '', kind: 'request' },
    listening.signal,
  )) {
    heard.push(title);
    if (heard.length === 1) void ask('GET /v1/products?pageSize=3');
    if (heard.length === 2) listening.abort();
  }
  expect(heard).toEqual(['GET /v1/products?pageSize=2', 'GET /v1/products?pageSize=3']);
});

test('a catch-all URL takes what any service sends, and answers as its address says', async () => {
  const url = `${store.url}/_emulator/receive/orders`;
  const sent = await fetch(`${url}?status=503`, {
    method: 'PUT',
    headers: { 'content-type': 'application/cloudevents+json', 'x-signature': 'abc' },
    body: '{"type": "order.placed",  "id": 1}',
  });
  expect(sent.status).toBe(503);
  const { data } = await controls.call('journal.list', { kind: 'received', endpoint: 'orders', pageSize: 5 });
  expect(data).toMatchObject([{ title: 'PUT to orders', type: 'order.placed', status: '503' }]);
  const { detail } = await controls.call('journal.get', { entryId: data[0]?.id ?? '' });
  expect(detail.request?.body?.text).toBe('{"type": "order.placed",  "id": 1}');
  expect(detail.request?.headers['x-signature']).toBe('abc');
});

test('an attempt to deliver stands in the trace of the request, beside what arrived', async () => {
  const traceId = 'c'.repeat(32);
  const url = `${store.url}/_emulator/receive/shop?status=202`;
  const { id } = await ask('POST /v1/webhooks/endpoints', { body: { url, events: ['product.*'] } });
  await ask(`POST /v1/webhooks/endpoints/${id}/test`, { traceId });
  const listening = new AbortController();
  const heard = controls.listen(
    'journal.stream',
    { after: 'entry_0', kind: 'delivery_attempt' },
    listening.signal,
  );
  for await (const entry of heard) if (entry.traceId === traceId) listening.abort();
  const { data } = await controls.call('journal.trace', { traceId });
  const attempt = data.find(({ kind }) => kind === 'delivery_attempt');
  expect(attempt).toMatchObject({ endpoint: id, status: '202', isFailure: false, detail: { attempt: 1 } });
  expect(attempt?.detail.request?.headers['webhook-signature']).toMatch(/^v1,/);
  expect(data.find(({ kind }) => kind === 'received')).toMatchObject({ endpoint: 'shop', status: '202' });
});

test('a kind that there is none of is refused by name', async () => {
  await expect(controls.call('journal.list', { kind: 'letter', pageSize: 1 })).rejects.toThrow('letter');
});

test('a kind that there is none of is refused before anything is streamed', async () => {
  const { signal } = new AbortController();
  const listen = async () => {
    for await (const entry of controls.listen('journal.stream', { kind: 'letter' }, signal)) return entry;
    return undefined;
  };
  await expect(listen()).rejects.toMatchObject({ code: 'invalid_filter' });
});

test('what the dashboard reads to be drawn is left out, and what a page of the developer reads is not', async () => {
  const read = (email: string, headers: Readonly<Record<string, string>>) =>
    fetch(`${store.url}/v1/customers?email=${email}`, {
      headers: { authorization: `Bearer ${store.secretKey}`, ...headers },
    });
  await read('page@example.com', { referer: 'http://localhost:3000/account/dashboard' });
  await read('own@example.com', { 'x-headlesspro-page': 'dashboard' });
  const { data } = await controls.call('journal.list', {
    text: '@example.com',
    kind: 'request',
    pageSize: 100,
  });
  const found = data.filter(({ title }) => title.startsWith('GET /v1/customers')).map(({ title }) => title);
  expect(found).toEqual(['GET /v1/customers?email=page@example.com']);
});
