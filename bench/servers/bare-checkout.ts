import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import Stripe from 'stripe';
import { announce } from './announce.ts';

// What a checkout sends and stores, and nothing else of it: four requests of the shopper, two by Stripe's own client to
// a provider in the same process, two signed notices back, and rows in ten transactions. No rule, no event, no journal.
interface Share {
  readonly rows: number;
  readonly text: string;
}

const database = new Database(join(tmpdir(), 'bare-checkout.db'));
database.pragma('journal_mode = WAL');
// As our own store is kept.
database.pragma('synchronous = NORMAL');
database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = database.prepare('INSERT INTO rows (body) VALUES (?)');
const write = database.transaction(({ rows, text }: Share) => {
  for (let row = 0; row < rows; row += 1) insert.run(text);
});

const secret = 'whsec_bare';
const intent = { id: 'pi_bare', object: 'payment_intent', amount: 100, currency: 'eur' };
const notices = new Set<Promise<unknown>>();
let share: Share = { rows: 0, text: '' };

const provider = Fastify();
provider.addContentTypeParser(
  'application/x-www-form-urlencoded',
  { parseAs: 'string' },
  (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
);
const answerAndNotify = async () => {
  write(share);
  const sending: Promise<unknown> = notify().finally(() => notices.delete(sending));
  notices.add(sending);
  return intent;
};
provider.post('/v1/payment_intents', answerAndNotify);
provider.post('/v1/payment_intents/:id/capture', answerAndNotify);
const { hostname, port } = new URL(await provider.listen({ host: '127.0.0.1', port: 0 }));
const stripe = new Stripe('sk_test_bare', { host: hostname, port, protocol: 'http', telemetry: false });

const shop = Fastify();
shop.removeAllContentTypeParsers();
// As text, which a signature is checked over.
shop.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
  done(null, text),
);
const given = (body: unknown) => JSON.parse(String(body)) as Share; // what `selling.bench.ts` sends
const stored = async ({ body }: { body: unknown }) => {
  share = given(body);
  write(share);
  return {};
};
shop.post('/carts', stored);
shop.post('/shipping-method', stored);
shop.post('/payments', async ({ body }) => {
  write(given(body));
  await stripe.paymentIntents.create(
    { amount: 100, currency: 'eur', payment_method: 'pm_card_visa', confirm: true },
    { idempotencyKey: randomUUID() },
  );
  write(given(body));
  return {};
});
shop.post('/complete', async ({ body }) => {
  write(given(body));
  await stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: randomUUID() });
  write(given(body));
  return {};
});
shop.post('/notices', async ({ body, headers }) => {
  stripe.webhooks.constructEvent(String(body), String(headers['stripe-signature']), secret);
  write(share);
  return {};
});
shop.get('/settled', async () => {
  await Promise.all(notices);
  return {};
});
const url = await shop.listen({ host: '127.0.0.1', port: 0 });

async function notify(): Promise<void> {
  const payload = JSON.stringify({ id: 'evt_bare', object: 'event', data: { object: intent } });
  const signature = stripe.webhooks.generateTestHeaderString({ payload, secret });
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
  const response = await fetch(`${url}/notices`, { method: 'POST', headers, body: payload });
  if (!response.ok) throw new Error(`The notice was answered by ${response.status}.`);
  await response.arrayBuffer();
}

announce({ url, key: '' });
