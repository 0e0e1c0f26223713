import type { Served } from '../serve.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are what the contract says; the benchmark reads a few of them.
type Answer = any;

/** Asks the platform, and ends the benchmark at the first refusal. */
export async function ask({ url, key }: Served, route: string, body?: object): Promise<Answer> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${route}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

const berlin = {
  ...{ country: 'DE', lastName: 'Berg', addressLine1: 'Torstr. 1', city: 'Berlin', postalCode: '10119' },
};

/** A guest buys: cart, delivery, payment by card at the simulated provider, order. */
export async function checkOut(platform: Served, variantId: string): Promise<void> {
  const { cart } = await ask(platform, 'POST /v1/carts', {
    ...{ lines: [{ variantId }], email: 'ada@example.com', currency: 'EUR', shippingAddress: berlin },
  });
  await ask(platform, `PUT /v1/carts/${cart.id}/shipping-method`, { method: 'standard' });
  const { payment } = await ask(platform, `POST /v1/carts/${cart.id}/payments`, {
    ...{ provider: 'stripe', paymentToken: 'pm_card_visa', returnUrl: 'https://shop.example/return' },
  });
  await ask(platform, `POST /v1/carts/${cart.id}/complete`, { paymentId: payment.id });
}

/** Waits until the money of all orders is taken: that is part of a checkout, done after it is answered. */
export async function whenCaptured(platform: Served): Promise<void> {
  for (;;) {
    const { data } = await ask(platform, 'GET /v1/payments?state=authorized&pageSize=1');
    if (data.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A product of which there is enough, as the shop sells it. */
export async function stockedVariant(platform: Served): Promise<string> {
  const { data } = await ask(platform, 'GET /v1/products?pageSize=20&status=active');
  const { data: locations } = await ask(platform, 'GET /v1/inventory/locations?pageSize=1');
  // A gift card is not sent.
  const sent = data.find(({ variants }: Answer) => variants[0].requiresShipping);
  const variantId: string = sent.variants[0].id;
  await ask(platform, 'POST /v1/inventory/adjustments', {
    ...{ variantId, locationId: locations[0].id, onHand: 10_000_000, reason: 'counted' },
  });
  return variantId;
}

/** Does `work` so many times, a few at once. */
export async function atOnce(amount: number, width: number, work: () => Promise<void>): Promise<void> {
  let begun = 0;
  const lane = async () => {
    while (begun < amount) {
      begun += 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
