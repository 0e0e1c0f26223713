import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { paypalSimulator } from '../../../emulator/simulators/paypal/index.ts';
import { sendNotice } from '../../../emulator/simulators/send-notice.ts';
import { openSqliteEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys } from '../../encryption-keys.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies of answers are asserted on, field by field
export type Body = any;

export interface PayPalAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; null where it is none. */
  readonly body: Body;
}

/** The simulator on a port of its own, over a real database. */
export interface GivenPayPal {
  readonly url: string;
  /** What was asked and is not simulated. */
  readonly notSimulated: readonly string[];
  /** `ask('POST /v2/checkout/orders', order)`, with a token. */
  ask(route: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<PayPalAnswer>;
  /** What the buyer does on the approval page of an order. Where the page leads to, undefined where it stays. */
  decide(orderId: string, form: Readonly<Record<string, string>>): Promise<string | undefined>;
  approve(orderId: string): Promise<void>;
  moveClock(days: number): void;
  now(): Date;
  /** Another process over the same data, at the same address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const day = 86_400_000;

export async function givenPayPal(): Promise<GivenPayPal> {
  const directory = await mkdtemp(join(tmpdir(), 'headlesspro-paypal-'));
  const notSimulated: string[] = [];
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };

  async function start(port: number) {
    const engine = await openSqliteEngine({
      encryptionKeys: testEncryptionKeys,
      ...{ path: join(directory, 'store.sqlite'), collections: paypalSimulator.collections, clock },
    });
    const server = fastify();
    // A connection kept open would be stale after a restart.
    server.addHook('onSend', async (_request, reply) => void reply.header('connection', 'close'));
    const context = {
      ...{ store: engine.store('paypal'), clock, url: () => url },
      marked: (credential: string) => credential,
      address: (webhookUrl: string) => webhookUrl,
      sendNotice,
      onNotSimulated: (what: string) => void notSimulated.push(what),
      onFailure: (error: unknown) => {
        throw error;
      },
    };
    paypalSimulator.register(server, () => ({ context, wake: () => work.wake() }));
    const url: string = await server.listen({ host: '127.0.0.1', port });
    // What is due may be sent at once, and names where it comes from.
    const work = paypalSimulator.startWork(context);
    return {
      url,
      async close() {
        await work.stop();
        await server.close();
        await engine.close();
      },
    };
  }

  let running = await start(0);
  const { url } = running;

  async function newToken(): Promise<string> {
    const response = await fetch(`${url}/v1/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('client:secret').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await response.json()) as { readonly access_token: string };
    return token;
  }
  const token = await newToken();

  const decide: GivenPayPal['decide'] = async (orderId, form) => {
    const response = await fetch(`${url}/checkoutnow?token=${orderId}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
    });
    return response.headers.get('location') ?? undefined;
  };

  return {
    ...{ url, notSimulated, decide },
    async ask(route, body, headers = {}) {
      const [method = 'GET', path = '/'] = route.split(' ');
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : null,
      };
    },
    async approve(orderId) {
      await decide(orderId, { decision: 'approve' });
    },
    moveClock(days) {
      ahead += days * day;
    },
    now: () => clock.now(),
    async restart() {
      const { port } = new URL(url);
      await running.close();
      running = await start(Number(port));
    },
    async close() {
      await running.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** An order as small as can be. */
export function orderOf(value = '100.00', more: object = {}): object {
  return {
    intent: 'CAPTURE',
    purchase_units: [{ amount: { currency_code: 'USD', value } }],
    ...more,
  };
}

export const shop = {
  return_url: 'http://shop.test/done?cart=7',
  cancel_url: 'http://shop.test/back',
} as const;
