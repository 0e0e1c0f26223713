import type { Config } from '../runtime/config/define-config.ts';
import type { ControlInput, ControlOutput } from './controls/control.ts';
import { createControlClient } from './controls/control-client.ts';
import type { Controls } from './controls/index.ts';
import { type Ask, createAsk } from './testing/ask.ts';
import { createGiven, type Given } from './testing/given.ts';
import { createInbox, type Inbox } from './testing/inbox.ts';
import { type SharedEmulator, shareEmulator, testConfig } from './testing/shared-emulator.ts';
import { createTestFaults, type TestFaults } from './testing/test-faults.ts';
import { startReceiver, type Webhooks } from './testing/webhook-receiver.ts';

export type { Body } from './testing/ask.ts';
export { UnexpectedAnswer } from './testing/ask.ts';
export type { Given, GivenCart } from './testing/given.ts';
export type { Inbox, MailFilter, ReceivedMail } from './testing/inbox.ts';
export { MailMissing } from './testing/inbox.ts';
export type { TestFaults } from './testing/test-faults.ts';
export type { ReceivedWebhook, WaitOptions, Webhooks } from './testing/webhook-receiver.ts';
export { WebhookMissing } from './testing/webhook-receiver.ts';

/** What a client of a store takes; that of the generated SDK does. */
export interface ClientAddress {
  readonly url: string;
  readonly secretKey: string;
}

export interface SandboxOptions<Client = undefined> {
  /** `createClient` of the project's generated SDK, to have `store.client` typed. */
  readonly client?: (address: ClientAddress) => Client;
  /** A snapshot by its name (`hp snapshot save`). Needs an emulator that was started by `hp exec` or `hp dev`. */
  readonly snapshot?: string;
  /** What it is filled with; nothing unless given, or, in the store of a project, its own seed. */
  readonly seed?: 'fashion' | 'electronics' | 'empty';
  /** What `defineConfig` takes; the project's unless given, or one with which an order can be placed. */
  readonly config?: Config;
  /** For people, in the list of sandboxes: the name of the test, say. */
  readonly name?: string;
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
  /** Leaves the store there when it is closed, to be looked at, and prints where. Throws once it is closed. */
  keep(): Promise<void>;
  /** Takes the store away. Called again, it does nothing more. */
  close(): Promise<void>;
}

type Made = ControlOutput<Controls['sandboxes.create']>;

/** What the sandbox is made from. */
async function contentsOf(
  { snapshot, seed, config, name }: SandboxOptions<unknown>,
  isOwn: boolean,
): Promise<ControlInput<Controls['sandboxes.create']>> {
  const named = name === undefined ? {} : { name };
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
  const { url, dashboard } = emulator;
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
  return {
    ...{ id, url, secretKey, publishableKey, simulators, providerKeys, dashboard, ask, close, client },
    given: createGiven(ask),
    webhooks: receiver,
    inbox: createInbox(ask),
    clock: {
      advance: async (by) => (await own.call('clock.advance', { by })).clock.now,
    },
    faults: createTestFaults(own),
    async keep() {
      if (closing) throw new Error(`The sandbox ${id} was closed already, and is gone: keep it before that.`);
      await controls.call('sandboxes.keep', { id });
      isKept = true;
      const until = emulator.isOwn
        ? ' It ends with this process: run the tests by `hp exec` to keep it.'
        : '';
      process.stderr.write(`The sandbox ${id} is kept: ${dashboard}, key ${secretKey}.${until}\n`);
    },
    [Symbol.asyncDispose]: close,
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
