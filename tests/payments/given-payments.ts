import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { expect } from 'vitest';
import { simulatedConnections } from '../../emulator/connections/index.ts';
import { simulators } from '../../emulator/simulators/index.ts';
import { startSimulator } from '../../emulator/simulators/start-simulator.ts';
import type { StoreConfig } from '../../runtime/config/store-config.ts';
import { createStripeProvider } from '../../runtime/providers/stripe/index.ts';
import { services as platformServices } from '../../runtime/services/index.ts';
import { createPaymentsService, type PaymentProvider } from '../../runtime/services/payments/index.ts';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import { type Body, type GivenStore, givenStore, type OpenEngine } from '../catalog/given-store.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

/** A store that takes payments, with the simulated Stripe beside it, on the same clock. */
export interface GivenPayments extends GivenStore {
  /** The simulator's own SDK client: the merchant's account as they see it. */
  readonly stripe: Stripe;
  /** The secret that the simulator signs this store's notices with. */
  webhookSecret(): Promise<string>;
  /** From now on the simulator's notices arrive; before, they are lost, as with a firewall. */
  receiveNotices(): Promise<void>;
  /** A payment by a test card: `pay('pm_card_visa')`. */
  pay(paymentToken: string, input?: object): Promise<Body>;
  payment(id: string): Promise<Body>;
  /** `at(payment, 'POST capture', { … })`. */
  at(
    payment: Body,
    route: string,
    input?: object,
    headers?: Readonly<Record<string, string>>,
  ): ReturnType<GivenStore['request']>;
  eventTypes(paymentId: string): Promise<readonly string[]>;
  /** What every test ends with: the books are balanced, and say what the payment and the simulator say. */
  expectBalancedBooks(): Promise<void>;
}

const provider = { secrets: {}, url: null, capture: 'automatic' as const, channels: [], currencies: [] };

export const payingConfig: StoreConfig = {
  ...fashionConfig,
  payments: {
    stripe: {
      ...provider,
      secrets: { secretKey: 'STRIPE_SECRET_KEY', webhookSecret: 'STRIPE_WEBHOOK_SECRET' },
    },
    paypal: null,
    manual: {
      methods: [
        { key: 'bank-transfer', name: 'Bank transfer', instructions: 'To DE02 1203 0000 0000 2020 51.' },
        { key: 'cash', name: 'Cash', instructions: null },
      ],
      channels: ['web'],
      currencies: ['EUR'],
    },
  },
};

export const returnUrl = 'https://shop.example/return';

function stripeSimulator() {
  const found = simulators.find(({ name }) => name === 'stripe');
  if (!found) throw new Error('There is no simulator "stripe".');
  return found;
}

export interface GivenPaymentsOptions {
  readonly config?: StoreConfig;
  /** Stands between the service and Stripe: a line that breaks, say. */
  readonly wrap?: (stripe: PaymentProvider) => PaymentProvider;
}

export async function givenPayments(
  openEngine: OpenEngine,
  { config = payingConfig, wrap = (stripe) => stripe }: GivenPaymentsOptions = {},
): Promise<GivenPayments> {
  const simulator = stripeSimulator();
  const directory = await mkdtemp(join(tmpdir(), 'payments-'));
  const failures: unknown[] = [];
  const clock = { now: (): Date => store.now() };
  const payments = createPaymentsService({ providers: { stripe: wrap(createStripeProvider()) } });
  const services = platformServices.map((service) => (service.name === 'payments' ? payments : service));
  // Nobody listens at the discard port: notices are lost until they are wanted.
  let platform = 'http://127.0.0.1:9';
  let simulatorUrl = '';
  const store: GivenStore = await givenStore(openEngine, config, {
    services,
    connections: () =>
      simulatedConnections({
        simulators: () => ({ stripe: simulatorUrl }),
        platform: () => platform,
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
  const { hostname, port } = new URL(running.url);
  const stripe = new Stripe('sk_test_headlesspro', {
    ...{ host: hostname, port, protocol: 'http', telemetry: false },
  });

  const given: GivenPayments = {
    ...store,
    stripe,
    async webhookSecret() {
      const { readFile } = await import('node:fs/promises');
      return JSON.parse(await readFile(join(directory, 'hooks.json'), 'utf8')).stripe.secret;
    },
    async receiveNotices() {
      platform = await store.listen();
      const { data } = await stripe.webhookEndpoints.list();
      for (const { id } of data)
        await stripe.webhookEndpoints.update(id, { url: `${platform}/hooks/shop/stripe` });
    },
    async pay(paymentToken, input = {}) {
      const answer = await store.request('POST /v1/payments', {
        ...{ provider: 'stripe', amount: { amount: 10_000, currency: 'EUR' }, paymentToken, returnUrl },
        ...input,
      });
      expect(answer).toMatchObject({ status: 201 });
      return answer.body;
    },
    async payment(id) {
      return (await store.request(`GET /v1/payments/${id}`)).body;
    },
    at({ id }, route, input = {}, headers = {}) {
      const [method, path] = route.split(' ');
      return store.request(`${method} /v1/payments/${id}/${path}`, input, headers);
    },
    async eventTypes(paymentId) {
      const events = await store.events();
      return events.filter(({ subject }) => subject === paymentId).map(({ type }) => type);
    },
    async expectBalancedBooks() {
      const { body: ledger } = await store.request('GET /v1/ledger?pageSize=100');
      for (const { entries } of ledger.data) {
        const sum = entries.reduce((total: number, { amount }: Body) => total + amount.amount, 0);
        expect(sum).toBe(0);
      }
      const { body } = await store.request('POST /v1/ledger/reconcile', {
        provider: 'stripe',
        pageSize: 100,
      });
      expect(body).toMatchObject({ isBalanced: true, differences: [] });
      expect(body.ours).toEqual(body.theirs);
    },
    async close() {
      await store.close();
      await running.close();
      await engine.close();
      await rm(directory, { recursive: true, force: true });
      if (failures.length > 0) throw new AggregateError(failures, 'The simulator failed.');
    },
  };
  return given;
}
