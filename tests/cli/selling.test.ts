import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, hp } from './run-hp.ts';
import { type DevLine, startDev } from './running-dev.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer by expecting it.
type Answer = any;

/** The API of a running store, asked with its secret key. */
function apiOf({ api, secretKey }: DevLine) {
  return async (route: string, body?: object): Promise<Answer> => {
    const [method = 'GET', path] = route.split(' ');
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    expect(response.ok, `${route} ${text}`).toBe(true);
    return JSON.parse(text);
  };
}

const berlin = {
  ...{ country: 'DE', lastName: 'Berg', addressLine1: 'Torstr. 1', city: 'Berlin', postalCode: '10119' },
};

/** Buys three of something that is sent, by card; answers the order. */
async function buy(ask: ReturnType<typeof apiOf>): Promise<Answer> {
  const { data } = await ask('GET /v1/products?pageSize=20&status=active');
  const product = data.find(({ variants }: Answer) => variants[0].requiresShipping);
  const { cart } = await ask('POST /v1/carts', {
    ...{ lines: [{ variantId: product.variants[0].id, quantity: 3 }], currency: 'EUR' },
    ...{ email: 'ada@example.com', shippingAddress: berlin },
  });
  await ask(`PUT /v1/carts/${cart.id}/shipping-method`, { method: 'standard' });
  const { payment } = await ask(`POST /v1/carts/${cart.id}/payments`, {
    ...{ provider: 'stripe', paymentToken: 'pm_card_visa', returnUrl: 'https://shop.example/return' },
  });
  return (await ask(`POST /v1/carts/${cart.id}/complete`, { paymentId: payment.id })).order;
}

test('what was bought before hp dev was killed is there after, paid, and is sent and refunded from the terminal', async () => {
  const folder = emptyFolder();
  const project = join(folder, 'shop');
  await hp(['init', 'shop', '--yes', '--seed', 'fashion', '--no-install', '--no-git'], folder);
  const killed = startDev(project, ['--no-storefront']);
  const order = await buy(apiOf(await killed.next('ready')));
  await killed.stop('SIGKILL');

  const dev = startDev(project, ['--no-storefront']);
  const ask = apiOf(await dev.next('ready'));
  await expect
    .poll(async () => (await ask(`GET /v1/orders/${order.id}`)).paymentState, { timeout: 30_000 })
    .toBe('captured');

  const run = (...args: readonly string[]) =>
    hp([...args], project, { XDG_STATE_HOME: join(project, '..', '.state') });
  const { sku } = order.lines[0];
  expect((await run('orders', 'list')).stdout).toMatch(/1001 .*captured +unfulfilled/);
  expect(await run('orders', 'fulfil', '1001', '--line', `${sku}:2`, '--carrier', 'DHL')).toMatchObject({
    ...{ exitCode: 0, stdout: expect.stringContaining('1001-F1 is shipped') },
  });
  const tooMany = await run('orders', 'fulfil', '1001', '--line', `${sku}:2`);
  expect(tooMany).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('and 1 can be') });
  const tooMuch = await run('orders', 'refund', '1001', '--amount', '99999', '--yes');
  expect(tooMuch).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('99999.00 EUR') });
  expect(await run('orders', 'refund', '1001', '--line', `${sku}:1`, '--yes')).toMatchObject({ exitCode: 0 });
  expect((await run('orders', 'show', '1001')).stdout).toMatch(/partly refunded .* partly fulfilled/);
  expect((await run('orders', 'export', '-')).stdout.split('\n')).toHaveLength(2);
  expect(await run('payments', 'reconcile')).toMatchObject({
    ...{ exitCode: 0, stdout: expect.stringContaining('the books agree on 1 payment') },
  });
});
