import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Stripe from 'stripe';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import type { Recording } from '../../emulator/recordings/index.ts';
import { testConfig } from '../../emulator/testing/shared-emulator.ts';
import { createSandbox, type SandboxStore } from '../../emulator/testing.ts';

/** A shopper buys with a card, and half is given back. */
async function buyAndRefund(store: SandboxStore, quantity = 1) {
  const order = await store.given.order({ quantity });
  const refund = await store.ask(`POST /v1/orders/${order.id}/refunds`, {
    ...{ amount: 500, reason: 'goodwill' },
  });
  return { order, refund };
}

/** A shopper pays with PayPal, who is asked there only where there is somebody to ask. */
async function buyWithPaypal(store: SandboxStore, shopper: 'approves' | 'was recorded') {
  const { id, token } = await store.given.cart();
  const { payment } = await store.ask(`POST /v1/carts/${id}/payments`, {
    ...{ cartToken: token, provider: 'paypal', returnUrl: 'https://shop.example/return' },
  });
  if (shopper === 'approves') {
    const body = new URLSearchParams({ decision: 'approve' });
    await fetch(payment.redirectUrl, { method: 'POST', redirect: 'manual', body });
  }
  const { order } = await store.ask(`POST /v1/carts/${id}/complete`, { cartToken: token });
  return order;
}

const controlsOf = (store: SandboxStore) => createControlClient(store);

async function intentsAt(store: SandboxStore): Promise<number> {
  const { hostname: host, port } = new URL(String(store.simulators.stripe));
  const key = `sk_test_headlesspro${store.providerKeys.stripe}`;
  const stripe = new Stripe(key, { host, port, protocol: 'http', telemetry: false });
  return (await stripe.paymentIntents.list()).data.length;
}

const config = { ...testConfig, payments: { stripe: {}, paypal: {} } };
let recording: Recording;

beforeAll(async () => {
  const store = await createSandbox({ config });
  await controlsOf(store).call('recordings.start', {});
  await buyAndRefund(store);
  await buyWithPaypal(store, 'approves');
  const stopped = await controlsOf(store).call('recordings.stop', {});
  if (!stopped.recording) throw new Error('Nothing was recorded.');
  recording = stopped.recording;
  await store.close();
});

let store: SandboxStore;

beforeEach(async () => {
  store = await createSandbox({ config });
});

afterEach(() => store.close());

describe('what the platform asks of a provider', () => {
  test('is recorded without secrets, people and ids of the store', () => {
    const text = JSON.stringify(recording);
    expect(recording.calls.map(({ method, path }) => `${method} ${path}`)).toContain(
      'POST /v1/payment_intents',
    );
    expect(text).toContain('"metadata[payment_id]":"{pay_1}"');
    for (const secret of ['sk_test', 'whsec_', 'ada@example.com', 'Berg', 'Torstr', '10119']) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/_secret_(?!\[removed\])/);
    expect(text).not.toMatch(/pay_[0-9A-Z]{26}/);
  });

  test('is answered from the recording, and nobody is asked', async () => {
    await controlsOf(store).call('recordings.replay', { recording });
    const { order, refund } = await buyAndRefund(store);
    expect(order.paymentState).toBe('captured');
    expect(refund).toMatchObject({ amount: { amount: 500 } });
    expect(await buyWithPaypal(store, 'was recorded')).toMatchObject({ state: 'confirmed' });
    const state = await controlsOf(store).call('recordings.show', {});
    expect(state).toMatchObject({ mode: 'replaying', unmatched: [] });
    await controlsOf(store).call('recordings.stop', {});
    expect(await intentsAt(store)).toBe(0);
  });

  test('needs no keys where it is answered from a recording, though the config names the real provider', async () => {
    const real = { ...config, payments: { stripe: { url: 'https://stripe.invalid' } } };
    const other = await createSandbox({ config: real });
    await expect(other.given.order()).rejects.toThrow('provider_not_configured');
    await controlsOf(other).call('recordings.replay', { recording });
    expect((await other.given.order()).paymentState).toBe('captured');
    await other.close();
  });

  test('is refused where it was not recorded, and the closest call is named', async () => {
    await controlsOf(store).call('recordings.replay', { recording });
    const failure = await store.given.order({ quantity: 2 }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: expect.stringContaining('is not in the recording') });
    const { state } = await controlsOf(store).call('recordings.stop', {});
    expect(state.unmatched[0]).toMatch(
      /Closest is POST \/v1\/payment_intents: request.amount is 2490, and was 1490/,
    );
  });

  test('is not answered from a recording that says of no time when it was made', async () => {
    const timeless = { recording: { ...recording, startedAt: 'yesterday' } };
    await expect(controlsOf(store).call('recordings.replay', timeless)).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  test('is recorded or replayed by one at a time', async () => {
    await controlsOf(store).call('recordings.start', {});
    await expect(controlsOf(store).call('recordings.replay', { recording })).rejects.toMatchObject({
      code: 'recording_under_way',
    });
    await controlsOf(store).call('recordings.stop', {});
    await expect(controlsOf(store).call('recordings.stop', {})).rejects.toMatchObject({
      code: 'nothing_recorded',
    });
  });
});

test('a test records to a file, and another one is answered from it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headlesspro-recordings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'fixtures', 'refund.recording.json');
  await store.recordings.start();
  await buyAndRefund(store);
  await expect(store.recordings.stop()).rejects.toThrow('goes to a file');
  expect(await store.recordings.stop(file)).toMatchObject({ mode: 'recording', unmatched: [] });
  await store.recordings.start();
  await expect(store.recordings.stop(file)).rejects.toThrow('exists');
  await store.recordings.stop(file.replace('refund', 'nothing'));

  const other = await createSandbox({ config });
  onTestFinished(() => other.close());
  await other.recordings.replay(pathToFileURL(file));
  expect((await buyAndRefund(other)).order.paymentState).toBe('captured');
  expect(await other.recordings.show()).toMatchObject({ mode: 'replaying', unmatched: [] });
  expect(await intentsAt(other)).toBe(0);
  await expect(other.given.order({ quantity: 3 })).rejects.toThrow();
  await expect(other.recordings.stop()).rejects.toThrow('is not in the recording as it is asked now');
});
