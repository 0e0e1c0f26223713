import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { type GivenEmulator, givenEmulator } from './given-emulator.ts';

let given: GivenEmulator;

beforeAll(async () => {
  given = await givenEmulator();
});

afterAll(() => given.close());

/** A process that has ended. */
async function numberOfNobody(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

const warehouse = { name: 'Warehouse', country: 'DE' };
const addLocation = (key: string, name: string) =>
  given.ask(key, 'POST /v1/inventory/locations', { ...warehouse, name });
const locationsOf = async (key: string) =>
  ((await given.ask(key, 'GET /v1/inventory/locations')).body.data as { name: string }[]).map(
    ({ name }) => name,
  );

describe('a sandbox', () => {
  test('is a store of its own: what is written there is seen there alone', async () => {
    const [one, other] = await Promise.all([
      given.controls.call('sandboxes.create', { name: 'one' }),
      given.controls.call('sandboxes.create', { name: 'other' }),
    ]);
    expect((await addLocation(one.secretKey, 'Of one')).status).toBe(201);
    expect((await addLocation(given.emulator.secretKey, 'Of the main store')).status).toBe(201);
    expect(await locationsOf(one.secretKey)).toEqual(['Of one']);
    expect(await locationsOf(other.secretKey)).toEqual([]);
    expect(await locationsOf(given.emulator.secretKey)).toEqual(['Of the main store']);
  });

  test('has a publishable key, which shows its channel and writes nothing', async () => {
    const sandbox = await given.controls.call('sandboxes.create', { seed: 'empty' });
    expect((await given.ask(sandbox.publishableKey, 'GET /v1/products')).status).toBe(200);
    expect((await addLocation(sandbox.publishableKey, 'Nowhere')).status).toBe(403);
  });

  test('is asked for by its own key where it is about itself', async () => {
    const sandbox = await given.controls.call('sandboxes.create', {});
    const status = await given.ask(sandbox.secretKey, 'GET /_emulator/v1/status');
    expect(status.body).toMatchObject({ storeId: sandbox.id, simulators: sandbox.simulators });
  });

  test('is made from any seed, with the configuration that is given', async () => {
    const sandbox = await given.controls.call('sandboxes.create', {
      seed: 'empty',
      config: { name: 'Another shop', currencies: ['JPY'] },
    });
    const { body } = await given.ask(sandbox.secretKey, 'GET /v1/store');
    expect(body).toMatchObject({ name: 'Another shop' });
  });

  test('is made from a seed whose filling ended without warning once, of which nothing stays', async () => {
    const left = join(given.directory, '.headlesspro/templates', `.new-${await numberOfNobody()}-left`);
    mkdirSync(left, { recursive: true });
    await given.controls.call('sandboxes.create', { seed: 'empty', config: { name: 'A third shop' } });
    expect(existsSync(left)).toBe(false);
  });

  test('is refused with what it can not be made from', async () => {
    const refusal = await given.ask(given.emulator.secretKey, 'POST /_emulator/v1/sandboxes', {
      config: { name: 7 },
    });
    expect(refusal).toMatchObject({ status: 422, body: { code: 'unfit_template' } });
    const missing = await given.ask(given.emulator.secretKey, 'POST /_emulator/v1/sandboxes', {
      snapshot: 'never-saved',
    });
    expect(missing).toMatchObject({ status: 404, body: { code: 'snapshot_not_found' } });
  });

  test('is listed, shown, and kept when asked to', async () => {
    const { id } = await given.controls.call('sandboxes.create', { name: 'to be kept' });
    const { sandboxes } = await given.controls.call('sandboxes.list', {});
    expect(sandboxes.find((each) => each.id === id)).toMatchObject({ name: 'to be kept', isKept: false });
    expect(await given.controls.call('sandboxes.keep', { id })).toMatchObject({ isKept: true, endsAt: null });
    const { endsAt } = await given.controls.call('sandboxes.keep', { id, keep: false });
    expect(Date.parse(String(endsAt)) - Date.now()).toBeGreaterThan(3_500_000);
  });

  test('is gone with all its files when it is deleted', async () => {
    const sandbox = await given.controls.call('sandboxes.create', {});
    await addLocation(sandbox.secretKey, 'Of a short life');
    await given.controls.call('sandboxes.delete', { id: sandbox.id });
    expect(await given.ask(sandbox.secretKey, 'GET /v1/products')).toMatchObject({ status: 401 });
    expect(readdirSync(join(given.directory, '.headlesspro', 'sandboxes'))).not.toContain(sandbox.id);
    const again = await given.ask(given.emulator.secretKey, `GET /_emulator/v1/sandboxes/${sandbox.id}`);
    expect(again).toMatchObject({ status: 404, body: { code: 'sandbox_not_found' } });
    const stripe = await fetch(`${sandbox.simulators.stripe}/v1/balance`);
    expect(stripe.status).toBe(401);
  });

  test('outlives a restart of the emulator, with its data and its keys', async () => {
    const sandbox = await given.controls.call('sandboxes.create', { keep: true });
    await addLocation(sandbox.secretKey, 'Of before');
    await given.restart();
    expect(await locationsOf(sandbox.secretKey)).toEqual(['Of before']);
  });

  test('has the clock after a restart that it had before, though its time is the first thing that is asked for', async () => {
    const { secretKey } = await given.controls.call('sandboxes.create', {});
    const own = () => createControlClient({ url: given.emulator.url, secretKey });
    await own().call('clock.advance', { by: '3 days' });
    // As `hp exec` does before it packs a bundle.
    await given.emulator.freeze();
    const { now } = await own().call('clock.show', {});
    await given.restart();
    expect(await own().call('clock.show', {})).toMatchObject({ mode: 'frozen', now });
    expect((await given.controls.call('clock.show', {})).mode).toBe('frozen');
    await given.restart();
    const resumed = await own().call('clock.resume', {});
    expect(Date.parse(resumed.now)).toBeGreaterThanOrEqual(Date.parse(now));
    await given.controls.call('clock.resume', {});
  });

  test('that is damaged keeps nobody from the others, nor from the main store', async () => {
    const folder = join(given.directory, '.headlesspro/sandboxes/sbx_damaged');
    mkdirSync(folder);
    writeFileSync(join(folder, 'sandbox.json'), '{"id":');
    await given.restart();
    const { sandboxes } = await given.controls.call('sandboxes.list', {});
    expect(sandboxes.map(({ id }) => id)).not.toContain('sbx_damaged');
    rmSync(folder, { recursive: true });
  });

  test('that was half made, or half deleted, when the process ended is cleaned away', async () => {
    const root = join(given.directory, '.headlesspro', 'sandboxes');
    mkdirSync(join(root, '.new-sbx_1'));
    mkdirSync(join(root, '.gone-sbx_2'));
    await given.restart();
    await given.controls.call('sandboxes.list', {});
    expect(existsSync(join(root, '.new-sbx_1'))).toBe(false);
    expect(existsSync(join(root, '.gone-sbx_2'))).toBe(false);
  });

  test('leaves no copy for the next one behind when the emulator ends', async () => {
    await given.controls.call('sandboxes.create', { seed: 'empty' });
    await given.restart();
    const names = readdirSync(join(given.directory, '.headlesspro', 'sandboxes'));
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('the simulator of a provider', () => {
  const stripeOf = (sandbox: { simulators: Readonly<Record<string, string>>; id: string }) => {
    const { hostname, port } = new URL(String(sandbox.simulators.stripe));
    return new Stripe(`sk_test_shop_${sandbox.id}`, {
      ...{ host: hostname, port, protocol: 'http', telemetry: false },
    });
  };

  test('keeps sandboxes apart by the key: the official SDK works in two at once', async () => {
    const [one, other] = await Promise.all([
      given.controls.call('sandboxes.create', {}),
      given.controls.call('sandboxes.create', {}),
    ]);
    const [ofOne, ofOther] = await Promise.all([
      stripeOf(one).customers.create({ name: 'One' }),
      stripeOf(other).customers.create({ name: 'Other' }),
    ]);
    expect((await stripeOf(one).customers.list()).data.map(({ id }) => id)).toEqual([ofOne.id]);
    expect((await stripeOf(other).customers.list()).data.map(({ id }) => id)).toEqual([ofOther.id]);
    await expect(stripeOf(one).customers.retrieve(ofOther.id)).rejects.toThrow('No such customer');
    const plain = await fetch(`${given.emulator.simulators.stripe}/v1/customers`, {
      headers: { authorization: 'Bearer sk_test_shop' },
    });
    expect(await plain.json()).toMatchObject({ data: [] });
  });

  test('gives pages of a sandbox an address of their own', async () => {
    const sandbox = await given.controls.call('sandboxes.create', {});
    const session = await stripeOf(sandbox).checkout.sessions.create({
      ...{ mode: 'payment', success_url: 'http://shop.test/done' },
      line_items: [
        { quantity: 1, price_data: { currency: 'eur', unit_amount: 100, product_data: { name: 'Tea' } } },
      ],
    });
    expect(session.url).toBe(`${sandbox.simulators.stripe}/checkout/${session.id}`);
    const page = await (await fetch(String(session.url))).text();
    expect(page).toContain(`action="/${sandbox.id}/checkout/${session.id}"`);
    const elsewhere = await fetch(`${given.emulator.simulators.stripe}/checkout/${session.id}`);
    expect(elsewhere.status).toBe(404);
  });

  test('issues PayPal tokens that work in their sandbox alone', async () => {
    const sandbox = await given.controls.call('sandboxes.create', {});
    const paypal = String(given.emulator.simulators.paypal);
    const response = await fetch(`${paypal}/v1/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`shop_${sandbox.id}:secret`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    const order = await fetch(`${paypal}/v2/checkout/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        intent: 'CAPTURE',
        purchase_units: [{ amount: { currency_code: 'EUR', value: '1.00' } }],
      }),
    });
    const { id, links } = (await order.json()) as { id: string; links: { rel: string; href: string }[] };
    expect(links.find(({ rel }) => rel === 'approve')?.href).toBe(
      `${sandbox.simulators.paypal}/checkoutnow?token=${id}`,
    );
    const unmarked = await fetch(`${paypal}/v2/checkout/orders/${id}`, {
      headers: { authorization: `Bearer ${token.replace(`_${sandbox.id}`, '')}` },
    });
    expect(unmarked.status).toBe(401);
  });
});
