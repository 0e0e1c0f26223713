import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { simulators } from '../../../emulator/simulators/index.ts';
import { startSimulator } from '../../../emulator/simulators/start-simulator.ts';
import { openSqliteEngine } from '../../../runtime/store/sqlite/index.ts';
import { testEncryptionKeys } from '../../encryption-keys.ts';

/** A clock that stands still until it is moved. */
export class TestClock {
  #now = new Date('2026-03-01T12:00:00Z');

  now(): Date {
    return this.#now;
  }

  move(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}

function stripeSimulator() {
  const found = simulators.find(({ name }) => name === 'stripe');
  if (!found) throw new Error('There is no simulator "stripe".');
  return found;
}

export interface GivenStripe {
  readonly url: string;
  readonly clock: TestClock;
  /** The database's folder, to see what was written. */
  readonly directory: string;
  /** The official SDK, nothing changed but the base URL. */
  readonly stripe: Stripe;
  client(key: string, options?: Stripe.StripeConfig): Stripe;
  readonly notSimulated: string[];
  close(): Promise<void>;
}

/** For what happens by itself, a moment after its time has come. */
export const patience = { timeout: 10_000, interval: 20 };

export const day = 24 * 60 * 60;

/** A simulator with a database of its own. */
export async function givenStripe(): Promise<GivenStripe> {
  const simulator = stripeSimulator();
  const directory = await mkdtemp(join(tmpdir(), 'stripe-'));
  const clock = new TestClock();
  const notSimulated: string[] = [];
  const failures: unknown[] = [];
  const engine = await openSqliteEngine({
    encryptionKeys: testEncryptionKeys,
    path: join(directory, 'store.db'),
    collections: simulator.collections,
    clock,
  });
  const running = await startSimulator(simulator, {
    ...{ engine, clockOf: () => clock, host: '127.0.0.1', port: 0 },
    onNotSimulated: (what) => notSimulated.push(what),
    onFailure: (error) => failures.push(error),
  });
  const { hostname, port } = new URL(running.url);
  const client = (key: string, options: Stripe.StripeConfig = {}) =>
    new Stripe(key, { host: hostname, port, protocol: 'http', telemetry: false, ...options });
  return {
    ...{ url: running.url, clock, directory, client, notSimulated },
    stripe: client('sk_test_shop'),
    async close() {
      await running.close();
      await engine.close();
      await rm(directory, { recursive: true, force: true });
      if (failures.length > 0) throw new AggregateError(failures, 'The simulator failed.');
    },
  };
}
