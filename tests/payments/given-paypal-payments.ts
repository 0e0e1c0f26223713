import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { simulatedConnections } from '../../emulator/connections/index.ts';
import { simulators } from '../../emulator/simulators/index.ts';
import { startSimulator } from '../../emulator/simulators/start-simulator.ts';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import {
  type Answer,
  type Body,
  type GivenStore,
  givenStore,
  type OpenEngine,
} from '../catalog/given-store.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { payingConfig, returnUrl } from './given-payments.ts';

/** A notice as PayPal sent it. */
export interface SentNotice {
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A store that takes payments by PayPal, with the simulator beside it, on the same clock. */
export interface GivenPaypalPayments extends GivenStore {
  /** Notices sent so far; none arrives by itself. */
  readonly sent: readonly SentNotice[];
  /** Waits until PayPal has sent a notice of this type that names this. */
  notice(type: string, name: string): Promise<SentNotice>;
  deliver(
    notice: Pick<SentNotice, 'headers' | 'body'>,
  ): Promise<{ readonly status: number; readonly body: Body }>;
  /** A payment that waits for the buyer. */
  start(input?: object): Promise<Body>;
  /** What the buyer does on PayPal's page; where that leads. */
  decide(payment: Body, form: Readonly<Record<string, string>>): Promise<string | null>;
  refresh(payment: Body): Promise<Body>;
  /** Approved, and authorized. */
  paid(input?: object): Promise<Body>;
  at(
    payment: Body,
    route: string,
    input?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Approved by a buyer who disputes it, and captured; with the dispute, as the notice of it told. */
  disputed(): Promise<{ readonly payment: Body; readonly dispute: Body }>;
  /** What PayPal decides of a dispute, and tells. */
  adjudicate(dispute: Body, outcome: 'BUYER_FAVOR' | 'SELLER_FAVOR'): Promise<void>;
  /** The next request to this path of PayPal is answered with this issue; `lost`: it is done, and nobody is told. */
  refuseNext(path: RegExp, issue: string): void;
  /** Requests to PayPal so far: `POST /v2/checkout/orders`. */
  readonly asked: readonly string[];
}

/** In the place of an issue: the line breaks before the answer arrives. */
export const lost = 'lost';

export const paypalConfig = {
  ...payingConfig,
  payments: {
    ...payingConfig.payments,
    paypal: {
      ...{ url: null, capture: 'automatic' as const, channels: [], currencies: [] },
      secrets: {
        clientId: 'PAYPAL_CLIENT_ID',
        clientSecret: 'PAYPAL_CLIENT_SECRET',
        webhookId: 'PAYPAL_WEBHOOK_ID',
      },
    },
  },
};

function paypalSimulator() {
  const found = simulators.find(({ name }) => name === 'paypal');
  if (!found) throw new Error('There is no simulator "paypal".');
  return found;
}

async function textOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** A server of a test, and its address. */
async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function givenPaypalPayments(openEngine: OpenEngine): Promise<GivenPaypalPayments> {
  const simulator = paypalSimulator();
  const directory = await mkdtemp(join(tmpdir(), 'paypal-payments-'));
  const failures: unknown[] = [];
  const clock = { now: (): Date => store.now() };
  let simulatorUrl = '';

  const sent: SentNotice[] = [];
  const mailbox = createServer(async (request, response) => {
    const body = await textOf(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => name.startsWith('paypal-')),
    ) as Record<string, string>; // each of them stands once
    sent.push({ type: JSON.parse(body).event_type, headers, body });
    response.writeHead(200).end();
  });
  const mailboxUrl = await listening(mailbox);

  const asked: string[] = [];
  const refusals: { readonly path: RegExp; readonly issue: string }[] = [];
  /** Between the store and PayPal: hands on everything, and asks for a refusal where one is wanted. */
  const line = createServer(async (request, response) => {
    const body = await textOf(request);
    const { method = 'GET', url = '' } = request;
    asked.push(`${method} ${url}`);
    const place = refusals.findIndex(({ path }) => path.test(url));
    const [refusal] = place < 0 ? [] : refusals.splice(place, 1);
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(simulatorUrl + url, {
      method,
      headers: {
        ...(headers as Record<string, string>), // each of them stands once
        ...(refusal && refusal.issue !== lost
          ? { 'paypal-mock-response': JSON.stringify({ mock_application_codes: refusal.issue }) }
          : {}),
      },
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    if (refusal?.issue === lost) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
  });
  const lineUrl = await listening(line);

  const store: GivenStore = await givenStore(openEngine, paypalConfig, {
    connections: () =>
      simulatedConnections({
        simulators: () => ({ paypal: lineUrl }),
        platform: () => mailboxUrl,
        hooksOf: () => join(directory, 'hooks.json'),
        environment: {},
      }),
  });
  const engine = await openSqliteEngine({
    ...{ path: ':memory:', collections: simulator.collections, clock, encryptionKeys: testEncryptionKeys },
  });
  const running = await startSimulator(simulator, {
    ...{ engine, clockOf: () => clock, host: '127.0.0.1', port: 0 },
    onNotSimulated: (what) => failures.push(new Error(`Not simulated: ${what}`)),
    onFailure: (error) => failures.push(error),
  });
  simulatorUrl = running.url;
  const platform = await store.listen();

  const given: GivenPaypalPayments = {
    ...store,
    ...{ sent, asked },
    async notice(type, name) {
      return vi.waitFor(
        () => {
          const found = sent.findLast((each) => each.type === type && each.body.includes(name));
          if (!found)
            throw new Error(`PayPal sent ${sent.map((each) => each.type).join(', ')}, and no ${type}.`);
          return found;
        },
        { timeout: 10_000, interval: 20 },
      );
    },
    async deliver({ headers, body }) {
      const response = await fetch(`${platform}/hooks/shop/paypal`, {
        ...{ method: 'POST', body },
        headers: { ...headers, 'content-type': 'application/json' },
      });
      return { status: response.status, body: await response.json() };
    },
    async start(input = {}) {
      const answer = await store.request('POST /v1/payments', {
        ...{
          provider: 'paypal',
          amount: { amount: 10_000, currency: 'EUR' },
          returnUrl,
          email: 'ada@example.com',
        },
        ...input,
      });
      expect(answer).toMatchObject({ status: 201 });
      return answer.body;
    },
    async decide({ redirectUrl }, form) {
      const response = await fetch(redirectUrl, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
      });
      return response.headers.get('location');
    },
    async refresh({ id }) {
      const answer = await store.request(`POST /v1/payments/${id}/refresh`);
      expect(answer).toMatchObject({ status: 200 });
      return answer.body;
    },
    async paid(input = {}) {
      const payment = await given.start(input);
      await given.decide(payment, { decision: 'approve' });
      return given.refresh(payment);
    },
    at({ id }, route, input = {}, headers = {}) {
      const [method, path] = route.split(' ');
      return store.request(`${method} /v1/payments/${id}/${path}`, input, headers);
    },
    async disputed() {
      const { id } = await given.start();
      const { body: begun } = await store.request(`GET /v1/payments/${id}`);
      await given.decide(begun, { decision: 'approve', funding: 'disputed' });
      await given.at(await given.refresh(begun), 'POST capture');
      await given.deliver(await given.notice('CUSTOMER.DISPUTE.CREATED', id));
      const { body: payment } = await store.request(`GET /v1/payments/${id}`);
      const { body: disputes } = await store.request(`GET /v1/disputes?paymentId=${id}`);
      return { payment, dispute: disputes.data[0] };
    },
    async adjudicate({ providerReference }, adjudication_outcome) {
      const basic = `Basic ${Buffer.from('client:secret').toString('base64')}`;
      const token = await fetch(`${simulatorUrl}/v1/oauth2/token`, {
        ...{ method: 'POST', headers: { authorization: basic } },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      const { access_token } = (await token.json()) as { readonly access_token: string }; // by OAuth
      await fetch(`${simulatorUrl}/v1/customer/disputes/${providerReference}/adjudicate`, {
        ...{ method: 'POST', body: JSON.stringify({ adjudication_outcome }) },
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      });
      await given.deliver(await given.notice('CUSTOMER.DISPUTE.RESOLVED', providerReference));
    },
    refuseNext(path, issue) {
      refusals.push({ path, issue });
    },
    async close() {
      await store.close();
      await running.close();
      await engine.close();
      for (const server of [mailbox, line]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      await rm(directory, { recursive: true, force: true });
      if (failures.length > 0) throw new AggregateError(failures, 'The simulator failed.');
    },
  };
  return given;
}
