import type { Config } from '../runtime/config/define-config.ts';
import type { ControlInput, ControlOutput } from './controls/control.ts';
import { createControlClient } from './controls/control-client.ts';
import type { Controls } from './controls/index.ts';
import { type Ask, createAsk } from './testing/ask.ts';
import { createTestFaults } from './testing/create-test-faults.ts';
import { createTestRecordings } from './testing/create-test-recordings.ts';
import { createGiven, type Given } from './testing/given.ts';
import { createInbox, type Inbox } from './testing/inbox.ts';
import { keepSandbox } from './testing/keep-sandbox.ts';
import { nameOfRunningTest, runAsTest } from './testing/running-test.ts';
import { type SharedEmulator, shareEmulator, testConfig } from './testing/shared-emulator.ts';
import { followTest, type TestContext } from './testing/test-context.ts';
import type { TestFaults } from './testing/test-faults.ts';
import type { TestRecordings } from './testing/test-recordings.ts';
import { startReceiver, type Webhooks } from './testing/webhook-receiver.ts';

export type { Body } from './testing/ask.ts';
export { UnexpectedAnswer } from './testing/ask.ts';
export type { Given, GivenCart } from './testing/given.ts';
export type { Inbox, MailFilter, ReceivedMail } from './testing/inbox.ts';
export { MailMissing } from './testing/inbox.ts';
export type { NodeTestContext, TestContext, VitestTestContext } from './testing/test-context.ts';
export type { TestFault, TestFaultInput, TestFaults } from './testing/test-faults.ts';
export type { TestRecordingState, TestRecordings } from './testing/test-recordings.ts';
export { NotRecorded } from './testing/test-recordings.ts';
export type { ReceivedWebhook, WaitOptions, Webhooks } from './testing/webhook-receiver.ts';
export { WebhookMissing } from './testing/webhook-receiver.ts';

/** What a client of a store takes; that of the generated SDK does. */
export interface ClientAddress {
  readonly url: string;
  readonly secretKey: string;
}

export interface SandboxOptions<Client = undefined> {
  /** `createStore` of the project's generated SDK, to have `store.client` typed. */
  readonly client?: (address: ClientAddress) => Client;
  /** A snapshot by its name (`hp snapshot save`). Needs an emulator that was started by `hp exec` or `hp dev`. */
  readonly snapshot?: string;
  /** What it is filled with; nothing unless given, or, in the store of a project, its own seed. */
  readonly seed?: 'fashion' | 'electronics' | 'empty';
  /** What `defineConfig` takes; the project's unless given, or one with which an order can be placed. */
  readonly config?: Config;
  /** For people, in the list of sandboxes: the name of the test unless given. */
  readonly name?: string;
  /**
   * What vitest or `node:test` gives the test that it is for. It is then closed when the test is over, after `await
   * using` too; and where the test failed it is kept for a day, and the failure says where to open it.
   */
  readonly test?: TestContext;
}

/** A store that lives as long as a test: nobody else sees what is in it. */
export interface SandboxStore<Client = undefined> extends AsyncDisposable {
  /** `sbx_…` */
  readonly id: string;
  /** What an SDK takes as its `url`. */
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Base URLs of the simulated providers, for this store: `{ stripe: 'http://127.0.0.1:41234/sbx_…' }`. */
  readonly simulators: Readonly<Record<string, string>>;
  /** To be added to any test key (Stripe) or client id (PayPal) by which a provider's SDK asks the simulator. */
  readonly providerKeys: Readonly<Record<string, string>>;
  /** Shows this store, where there is a dashboard: `hp dev` has one. */
  readonly dashboard: string;
  /** What `options.client` made. */
  readonly client: Client;
  /** Asks the API: `ask('GET /v1/products')`. Throws `UnexpectedAnswer` for what is no success. */
  readonly ask: Ask;
  readonly given: Given;
  readonly webhooks: Webhooks;
  /** Mails to customers: none leaves the machine. */
  readonly inbox: Inbox;
  /** The time of this store alone. */
  readonly clock: {
    /** Lets time pass at once (`3 days`, `2h 30m`), with everything that comes due meanwhile. Answers the new time. */
    advance(by: string): Promise<string>;
  };
  /** What goes wrong in this store alone. */
  readonly faults: TestFaults;
  /** What this store alone asks Stripe and PayPal, recorded and replayed. */
  readonly recordings: TestRecordings;
  /** Leaves the store there for a day when it is closed, to be looked at, and prints where. Throws once it is closed. */
  keep(): Promise<void>;
  /** Takes the store away. Called again, it does nothing more. */
  close(): Promise<void>;
}

type Made = ControlOutput<Controls['sandboxes.create']>;

const longestName = 200;

/** What the sandbox is made from. */
async function contentsOf(
  { snapshot, seed, config, test, name = test && followTest(test).name }: SandboxOptions<unknown>,
  isOwn: boolean,
): Promise<ControlInput<Controls['sandboxes.create']>> {
  const named = name === undefined ? {} : { name: name.slice(0, longestName) };
  if (snapshot !== undefined) return { ...named, snapshot };
  // A configuration is an object, which is checked where it arrives.
  const configured = (given: Config) => ({ config: { ...given } });
  if (seed !== undefined) {
    const { seedNamed } = await import('./seeds/index.ts');
    return { ...named, seed, ...configured(config ?? seedNamed(seed).build().config) };
  }
  if (config !== undefined) return { ...named, seed: 'empty', ...configured(config) };
  return isOwn ? { ...named, seed: 'empty', ...configured(testConfig) } : named;
}

/** Does all of it, in this order, also after what failed, which is told in the end. */
async function doAll([first, ...rest]: readonly (() => unknown)[]): Promise<void> {
  try {
    await first?.();
  } finally {
    if (rest.length > 0) await doAll(rest);
  }
}

async function openStore<Client>(
  made: Made,
  emulator: SharedEmulator,
  options: SandboxOptions<Client>,
): Promise<SandboxStore<Client>> {
  const { url } = emulator;
  const { id, secretKey, publishableKey, simulators, providerKeys } = made;
  const ask = createAsk(url, secretKey);
  const controls = createControlClient(emulator);
  const own = createControlClient({ url, secretKey });
  // Without one, `Client` is undefined.
  const client = options.client?.({ url, secretKey }) as Client;
  const receiver = await startReceiver(ask);
  let isKept = false;
  let closing: Promise<void> | undefined;
  const remove = () => (isKept ? undefined : controls.call('sandboxes.delete', { id }));
  function close(): Promise<void> {
    closing ??= doAll([remove, receiver.close, emulator.release]);
    return closing;
  }
  async function keep(): Promise<string> {
    if (closing) throw new Error(`The sandbox ${id} was closed already, and is gone: keep it before that.`);
    const where = await keepSandbox(controls, emulator, made);
    isKept = true;
    return where;
  }
  if (options.test) {
    followTest(options.test).whenOver(async (hasFailed, tell) => {
      if (hasFailed && !closing && !isKept) tell(await keep());
      await close();
    });
  }
  return {
    ...{ id, url, secretKey, publishableKey, simulators, providerKeys, ask, close, client },
    dashboard: `${emulator.dashboard}?store=${id}`,
    given: createGiven(ask),
    webhooks: receiver,
    inbox: createInbox(ask),
    clock: {
      advance: async (by) => (await own.call('clock.advance', { by })).clock.now,
    },
    faults: createTestFaults(own),
    recordings: createTestRecordings(own),
    keep: async () => void process.stderr.write(`${await keep()}\n`),
    // The end of its test comes after that of the block, and knows how it went.
    [Symbol.asyncDispose]: async () => (options.test ? undefined : close()),
  };
}

/**
 * Makes a store for a test, in the emulator that `hp exec` started, or in one that lives in this process.
 *
 * @example
 * await using store = await createSandbox();
 * const order = await store.given.order({ state: 'paid' });
 * const webhook = await store.webhooks.waitFor('order.placed');
 * expect(webhook.body.data.id).toBe(order.id);
 */
export async function createSandbox<Client = undefined>(
  options: SandboxOptions<Client> = {},
): Promise<SandboxStore<Client>> {
  const emulator = await shareEmulator();
  const controls = createControlClient(emulator);
  const undo: (() => unknown)[] = [emulator.release];
  try {
    const made = await controls.call('sandboxes.create', await contentsOf(options, emulator.isOwn));
    undo.unshift(() => controls.call('sandboxes.delete', { id: made.id }));
    return await openStore(made, emulator, options);
  } catch (error) {
    // What went wrong first is what is told.
    await doAll(undo).catch(() => undefined);
    throw error;
  }
}

/**
 * A test with a store of its own, for runners that don't tell a test how it went, as jest: named after the test, closed
 * when it is over, and where it fails kept for a day, which the failure tells.
 *
 * @example
 * test('an order is paid', withSandbox(async (store) => {
 *   const order = await store.given.order({ state: 'paid' });
 *   expect(order.paymentState).toBe('captured');
 * }));
 */
export function withSandbox<Client = undefined>(
  work: (store: SandboxStore<Client>) => unknown,
  options: Omit<SandboxOptions<Client>, 'test'> = {},
): () => Promise<void> {
  // Without parameters: runners give those that have some a callback, and wait for it.
  return () =>
    runAsTest(options.name ?? nameOfRunningTest() ?? 'a test', async (test) => {
      await work(await createSandbox({ ...options, test }));
    });
}
