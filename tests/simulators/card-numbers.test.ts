import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { type Emulator, startEmulator } from '../../emulator/index.ts';
import { testCards } from '../../emulator/simulators/stripe/cards/test-cards.ts';
import { parseConfig } from '../../runtime/config/index.ts';
import { givenSdk } from './paypal/given-sdk.ts';

/** After buying with every test card, in every way, no number is found in what was written or shown. */

const paypalCards = [
  '4012888888881881',
  '2223000048400011',
  '371449635398431',
  '36259600000004',
  '6304000000000000',
];
const stripeCards = testCards.flatMap(({ number }) => (number === undefined ? [] : [number]));
const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ');

let directory: string;
let emulator: Emulator;
const log: unknown[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'card-numbers-'));
  const write = (details: object, message: string) => void log.push([details, message]);
  emulator = await startEmulator({
    ...{
      directory,
      config: parseConfig({ name: 'Test store' }).config,
      port: 0,
      host: '127.0.0.1',
      seed: 'empty',
    },
    log: { debug: write, info: write, warn: write, error: write },
    pages: { assetsDirectory: directory, version: '0.0.0' },
  });
  emulator.onRequest((request) => log.push(request));
  emulator.onNotSimulated((...what) => log.push(what));
});
afterAll(async () => {
  await emulator.close();
  await rm(directory, { recursive: true, force: true });
});

const stripeUrl = () => new URL(emulator.simulators.stripe ?? '');
const stripeOf = (key = 'sk_test_shop') =>
  new Stripe(key, { host: stripeUrl().hostname, port: stripeUrl().port, protocol: 'http', telemetry: false });

/** What a form of a browser sends. */
const submit = (url: string, fields: Readonly<Record<string, string>>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

async function attemptApi(number: string): Promise<number[]> {
  const headers = { authorization: `Bearer ${emulator.secretKey}`, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${emulator.url}${path}`, {
      ...init,
      headers: { ...headers, ...init.headers },
    });
    log.push(await response.text());
    return response.status;
  };
  const body = JSON.stringify({ title: grouped(number) });
  const query = `{ product(productId: "${number}") { id } }`;
  return [
    await ask('/v1/products', { method: 'POST', body }),
    await ask('/v1/carts', { method: 'POST', body: JSON.stringify({ note: number }) }),
    await ask(`/v1/products?after=${encodeURIComponent(grouped(number))}`),
    await ask(`/v1/products/${number}`),
    await ask(`/nowhere/${number}`),
    await ask('/v1/products', { method: 'POST', body: '{}', headers: { 'idempotency-key': number } }),
    await ask('/graphql', { method: 'POST', body: JSON.stringify({ query }) }),
    await ask('/graphql', {
      ...{ method: 'POST' },
      body: JSON.stringify({
        query: 'query ($id: String!) { product(productId: $id) { id } }',
        variables: { id: number },
      }),
    }),
  ];
}

/** The page lists test numbers to try; what was typed is not filled in again. */
function expectNotRepeated(page: string, number: string): void {
  for (const typed of [number, grouped(number)]) expect(page).not.toContain(`value="${typed}"`);
}

/** Tokens, payment methods, payments and a page, each with the number itself. */
async function buyFromStripe(number: string): Promise<void> {
  const stripe = stripeOf();
  const card = { number: grouped(number), exp_month: 12, exp_year: 2040, cvc: '123' };
  const quietly = (error: unknown) => log.push(JSON.stringify(error), String(error));
  await stripe.tokens.create({ card: { ...card, exp_month: '12', exp_year: '2040' } }).catch(quietly);
  const method = await stripe.paymentMethods
    .create({ type: 'card', card }, { idempotencyKey: `pm-${number.slice(-6)}` })
    .catch(quietly);
  log.push(method);
  const back = 'https://shop.example/done';
  const paid = await stripe.paymentIntents
    .create({
      ...{ amount: 2000, currency: 'eur', confirm: true, return_url: back },
      payment_method_data: { type: 'card', card } as never, // the SDK's types keep numbers to the browser
    })
    .catch(quietly);
  log.push(paid);
  const session = await stripe.checkout.sessions.create({
    ...{ mode: 'payment', success_url: back },
    line_items: [
      { quantity: 1, price_data: { currency: 'eur', unit_amount: 1500, product_data: { name: 'Shirt' } } },
    ],
  });
  const sent = await submit(session.url ?? '', {
    ...{ name: 'Ada Lovelace', email: 'ada@shop.example', country: 'DE' },
    ...{ number, expiry: '12 / 40', cvc: '123' },
  });
  expectNotRepeated(await sent.text(), number);
  log.push(sent.headers.get('location'));
  const mistyped = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
  expectNotRepeated(await (await submit(session.url ?? '', { number: mistyped })).text(), mistyped);
}

async function buyFromPayPal(number: string): Promise<void> {
  const { orders } = givenSdk(emulator.simulators.paypal ?? '');
  const { result } = await orders.createOrder({
    paypalRequestId: crypto.randomUUID(),
    body: {
      intent: 'AUTHORIZE' as never, // an enum of the SDK
      purchaseUnits: [{ amount: { currencyCode: 'USD', value: '20.00' } }],
      paymentSource: { card: { name: 'Ada Lovelace', number, expiry: '2040-12', securityCode: '123' } },
    },
  });
  log.push(result.status);
}

/** Everything that the dashboard shows of what happened. */
async function inspectorOutput(): Promise<string> {
  const controls = createControlClient(emulator);
  const { data } = await controls.call('journal.list', { pageSize: 500 });
  const opened = await Promise.all(data.map(({ id: entryId }) => controls.call('journal.get', { entryId })));
  return JSON.stringify(opened);
}

/** Every byte below the project's folder: the database, its write-ahead log, keys, files. */
async function writtenBytes(): Promise<Buffer> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/-wal$/)]));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))));
}

/** The number as it is, in groups, and as the integer that SQLite would store. */
function formsOf(number: string): readonly Buffer[] {
  const integer = Buffer.alloc(8);
  integer.writeBigInt64BE(BigInt(number));
  const written = [number, grouped(number), number.replace(/(\d{4})(?=\d)/g, '$1-')].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
  ]);
  return [...written, integer];
}

test('no number of a card is written or shown after buying with every test card', async () => {
  const numbers = [...new Set([...stripeCards, ...paypalCards])];
  // One of Stripe's documented numbers has no right check digit, so nobody would take it for a card's.
  for (const number of numbers.filter((each) => each !== '4000004040000079')) {
    const statuses = await attemptApi(number);
    expect(statuses, number).toEqual(statuses.map(() => 422));
  }
  for (const url of Object.values(emulator.simulators)) await fetch(`${url}/v1/nowhere/4242424242424242`);
  for (const number of stripeCards) await buyFromStripe(number);
  for (const number of paypalCards) await buyFromPayPal(number);

  const shown = Buffer.from(JSON.stringify(log) + (await inspectorOutput()));
  const written = await writtenBytes();
  const leaks = numbers.filter((number) =>
    formsOf(number).some((form) => shown.includes(form) || written.includes(form)),
  );
  expect(leaks).toEqual([]);
  // The search finds what is there: the last four digits are kept.
  expect(written.includes(Buffer.from('"last4":"4242"'))).toBe(true);
  await writeFile(join(directory, 'control.txt'), '4242 4242 4242 4242');
  expect((await writtenBytes()).includes(Buffer.from(grouped('4242424242424242')))).toBe(true);
}, 120_000);
