import { expect } from 'vitest';
import { signWebhook } from '../../../codegen/typescript/core/webhooks.ts';
import type { PlainAnswer, UnreliableServer } from './unreliable-server.ts';
import type { Answer, Hook, World } from './world.ts';

/** What a scenario needs before it runs, and what must have come of it at the server. */
export interface Prepared {
  /** Where the client is sent, if not to the platform itself. */
  readonly url?: string;
  readonly given?: Readonly<Record<string, unknown>>;
  check?(): Promise<void> | void;
}

type Prepare = (world: World, given: Answer) => Promise<Prepared>;

const problem = (status: number, headers: Record<string, string> = {}): PlainAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  text: JSON.stringify({ type: 'about:blank', title: 'Not now', status, code: 'busy' }),
});

const eachProduct = (count: number, tag: string) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ externalId: `${tag}-${index}`, productType: 'gift-card', title: `Card ${index}`, tags: [tag] },
    variants: [{ sku: `${tag}-${index}` }],
  }));

async function fillWith(world: World, { tag }: { tag: string }): Promise<void> {
  const { data } = await world.ask(`GET /v1/products?tag=${tag}&pageSize=1`);
  if (data.length > 0) return;
  await world.ask('POST /v1/products/upsert', { products: eachProduct(1000, tag) });
}

/** Each request after the first keeps what the first one asked for. */
function keepsQuery({ requests }: UnreliableServer, { tag, pageSize }: { tag: string; pageSize: number }) {
  for (const { query } of requests)
    expect([query.get('tag'), query.get('pageSize')]).toEqual([tag, String(pageSize)]);
}

const pages: Prepare = async (world, given) => {
  await fillWith(world, given);
  const server = await world.behind((_request, _count, behind) => behind());
  return {
    url: server.url,
    check() {
      expect(server.requests).toHaveLength(Math.ceil((given.take ?? 1000) / given.pageSize));
      keepsQuery(server, given);
    },
  };
};

/** The first attempt goes wrong in some way; the effect is there once, and all attempts had one key. */
const once =
  (first: (behind: () => Promise<PlainAnswer>) => Promise<PlainAnswer | 'drop'>): Prepare =>
  async (world, { sku }) => {
    const server = await world.behind((_request, count, behind) => (count === 1 ? first(behind) : behind()));
    return {
      url: server.url,
      async check() {
        const { data } = await world.ask(`GET /v1/products?sku=${sku}`);
        expect(data).toHaveLength(1);
        expect(server.requests).toHaveLength(2);
        const keys = server.requests.map(({ idempotencyKey }) => idempotencyKey);
        expect(keys[0]).toBeTruthy();
        expect(keys[1]).toBe(keys[0]);
      },
    };
  };

const berlin = {
  ...{ country: 'DE', lastName: 'Berg', addressLine1: 'Torstr. 1', city: 'Berlin', postalCode: '10119' },
};

async function soldVariant(world: World): Promise<string> {
  const { data } = await world.ask('GET /v1/products?pageSize=50&status=active');
  const sold = data.flatMap(({ variants }: Answer) => variants).find((each: Answer) => each.requiresShipping);
  const { data: locations } = await world.ask('GET /v1/inventory/locations?pageSize=1');
  await world.ask('POST /v1/inventory/adjustments', {
    ...{ variantId: sold.id, locationId: locations[0].id, onHand: 1000, reason: 'counted' },
  });
  return sold.id;
}

async function paidOrder(world: World): Promise<string> {
  const { cart } = await world.ask('POST /v1/carts', {
    ...{ lines: [{ variantId: await soldVariant(world) }], email: 'ada@example.com', currency: 'EUR' },
    shippingAddress: berlin,
  });
  await world.ask(`PUT /v1/carts/${cart.id}/shipping-method`, { method: 'standard' });
  const { payment } = await world.ask(`POST /v1/carts/${cart.id}/payments`, {
    ...{ provider: 'stripe', paymentToken: 'pm_card_visa', returnUrl: 'https://shop.example/return' },
  });
  const { order } = await world.ask(`POST /v1/carts/${cart.id}/complete`, { paymentId: payment.id });
  const state = async () => (await world.ask(`GET /v1/orders/${order.id}`)).paymentState;
  await expect.poll(state, { timeout: 20_000 }).toBe('captured');
  return order.id;
}

async function orderGiven(world: World): Promise<Prepared> {
  return { given: { orderId: await paidOrder(world) } };
}

const webhook: Prepare = async (world) => {
  const { receiver } = world;
  const { secret } = await world.ask('POST /v1/webhooks/endpoints', {
    ...{ url: receiver.url, events: ['product.updated'] },
  });
  const { data } = await world.ask('GET /v1/products?pageSize=1');
  await world.ask(`PATCH /v1/products/${data[0].id}`, { title: 'Sent by webhook' });
  const sent = await receiver.next('product.updated');
  const signedText = async (body: string, secondsOff = 0): Promise<Hook> => {
    const timestamp = new Date(Date.now() + secondsOff * 1000);
    return { body, headers: await signWebhook(body, { secret, timestamp }) };
  };
  const signed = (type: string, secondsOff = 0) => {
    const event = { id: 'evt_1', type, time: new Date().toISOString(), data: { id: 'prod_1' } };
    return signedText(JSON.stringify(event), secondsOff);
  };
  return {
    given: {
      ...{ sent, secret, secrets: ['whsec_b2xkZXIgc2VjcmV0', secret] },
      ...{ stale: await signed('product.deleted', -600), future: await signed('product.deleted', 600) },
      ...{ unknown: await signed('future.event'), empty: await signedText('') },
      // A digit to some, and a number to none.
      undated: { ...sent, headers: { ...sent.headers, 'webhook-timestamp': '²' } },
    },
  };
};

const newerServer: Prepare = async (world) => {
  const { data } = await world.ask('GET /v1/products?pageSize=1');
  const server = await world.behind(async (_request, _count, behind) => {
    const answer = await behind();
    const { tags: _tags, ...product } = JSON.parse(answer.text);
    const changed = { ...product, title: 'From tomorrow', status: 'quarantined', futureField: 'kept' };
    return { ...answer, text: JSON.stringify(changed) };
  });
  return { url: server.url, given: { productId: data[0].id } };
};

const page = '<html><body>Bad gateway</body></html>';

/** By the name of the scenario. One that is not here needs nothing. */
export const preparations: Readonly<Record<string, Prepare>> = {
  pages,
  'first-few': pages,
  refund: orderGiven,
  download: orderGiven,
  webhook,
  buy: async (world) => ({ given: { variantId: await soldVariant(world), shippingAddress: berlin } }),
  'retry-after': once(async () => problem(429, { 'retry-after': '1' })),
  'retry-unavailable': once(async () => problem(503)),
  'retry-lost-answer': once(async (behind) => {
    await behind();
    return 'drop';
  }),
  'retry-after-too-long': async (world) => {
    const server = await world.behind(async () => problem(429, { 'retry-after': '3600' }));
    return { url: server.url, check: () => expect(server.requests).toHaveLength(1) };
  },
  'time-out': async (world) => {
    const server = await world.behind(async () => 'silence');
    return { url: server.url, check: () => expect(server.requests).toHaveLength(2) };
  },
  deadline: async (world) => {
    const server = await world.behind(async () => problem(503, { 'retry-after': '5' }));
    return { url: server.url, check: () => expect(server.requests).toHaveLength(1) };
  },
  trace: async (world, { traceparent }) => {
    const server = await world.behind((_request, _count, behind) => behind());
    const check = () => expect(server.requests).toMatchObject([{ traceparent }]);
    return { url: server.url, check };
  },
  cancel: async (world) => {
    const server = await world.behind(async () => problem(503, { 'retry-after': '30' }));
    return { url: server.url, check: () => expect(server.requests).toHaveLength(1) };
  },
  'newer-server': newerServer,
  'not-json': async (world) => {
    const headers = { 'content-type': 'text/html' };
    return { url: (await world.behind(async () => ({ status: 502, headers, text: page }))).url };
  },
};
