import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../emulator/index.ts';
import type { StoreConfig } from '../../runtime/config/index.ts';
import type { Logger } from '../../runtime/context/context.ts';
import { packageRoot } from '../package-root.ts';
import { keepSdks } from '../project/keep-sdks.ts';
import { version } from '../version.ts';
import { choosePort } from './choose-port.ts';
import type { Addresses, ShowEvent } from './dev-events.ts';
import type { DevSource } from './dev-source.ts';
import { startStorefront, storefrontScript } from './storefront.ts';
import { storefrontVariables } from './storefront-variables.ts';
import { watchConfig } from './watch-config.ts';

export interface DevOptions {
  readonly source: DevSource;
  readonly host: string;
  /** Undefined for 4000 or the next free one, 0 for any. */
  readonly port: number | undefined;
  /** The port of the session before this one: taken again without looking. */
  readonly portBefore: number | undefined;
  readonly withStorefront: boolean;
  /** Done to the store before it is opened, once the config is read and the port chosen: what fails must not touch it. */
  readonly prepare: (() => Promise<void>) | undefined;
  readonly show: ShowEvent;
  /** Aborts when nobody waits for the start any more. */
  readonly signal: AbortSignal;
}

/** Emulator, storefront and watcher of one project, running. */
export interface DevSession {
  readonly name: string;
  readonly port: number;
  readonly addresses: Addresses;
  readonly emulator: Emulator;
  readonly seed: string;
  close(): Promise<void>;
}

/** The first free port may be taken before we get to it. */
const attempts = 5;

async function startOnPort(
  { port, portBefore, prepare }: DevOptions,
  start: (port: number) => Promise<Emulator>,
): Promise<Emulator> {
  const choose = async () => portBefore ?? (await choosePort(port));
  let chosen = await choose();
  await prepare?.();
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(chosen);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      const isFixed = port !== undefined || portBefore !== undefined;
      if (!isTaken || isFixed || attempt === attempts) throw error;
      chosen = await choose();
    }
  }
}

function addressesOf(
  emulator: Emulator,
  { integrations }: StoreConfig,
  storefront: string | null,
): Addresses {
  const { url, secretKey, publishableKey, simulators } = emulator;
  const partner = (simulator: 'warehouse' | 'erp', kind: 'fulfilment' | 'erp') =>
    integrations.some((each) => each.kind === kind && each.url === null)
      ? (simulators[simulator] ?? null)
      : null;
  return {
    api: url,
    graphql: `${url}/graphql`,
    playground: `${url}/playground`,
    dashboard: `${url}/dashboard`,
    reference: `${url}/reference`,
    stripe: simulators.stripe ?? null,
    paypal: simulators.paypal ?? null,
    warehouse: partner('warehouse', 'fulfilment'),
    erp: partner('erp', 'erp'),
    storefront,
    secretKey,
    publishableKey,
  };
}

/** Starts everything; resolves when all of it answers. `close` ends all of it. */
export async function startSession(options: DevOptions): Promise<DevSession> {
  const { source, host, withStorefront, show } = options;
  const { directory, storefrontDirectory } = source;
  const { config, seed, followed } = await source.load();
  const emulator = await startOnPort(options, (chosen) =>
    startEmulator({
      ...{ directory, host, seed, log: logOf(show) },
      ...{ config, port: chosen },
      pages: { assetsDirectory: join(packageRoot(), 'dist', 'dashboard'), version: version() },
    }),
  );
  const closers: (() => unknown)[] = [() => emulator.close()];
  const close = async () => {
    for (const closer of closers.toReversed()) await closer();
  };
  try {
    closers.push(
      emulator.onRequest(({ method, path, status, milliseconds, operation, requestId }) =>
        show({
          event: 'request',
          ...{ method, path, status, requestId },
          milliseconds: Math.round(milliseconds * 10) / 10,
          operation: operation ?? null,
        }),
      ),
    );
    closers.push(emulator.onOrder((order) => show({ event: 'order', ...order })));
    closers.push(
      emulator.onNotSimulated((simulator, what) => show({ event: 'simulator.unsupported', simulator, what })),
    );
    if (followed) await keepSdks(followed.project, followed.loaded);
    const script = withStorefront && storefrontDirectory ? storefrontScript(storefrontDirectory) : undefined;
    let storefront: string | undefined;
    if (script && storefrontDirectory) {
      const running = startStorefront(
        script,
        storefrontDirectory,
        storefrontVariables(emulator.url, emulator.publishableKey),
        storefrontListener(show),
        options.signal,
      );
      closers.push(() => running.close());
      storefront = await running.ready;
      if (storefront) emulator.setStorefront(storefront);
    }
    if (followed) closers.push(await watchConfig(followed.project, followed.loaded, emulator, show));
    return {
      name: config.name,
      port: Number(new URL(emulator.url).port),
      addresses: addressesOf(emulator, config, storefront ?? null),
      emulator,
      seed,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the runtime has to say beside its answers: subscribers that fail, deliveries that are retried. */
function logOf(show: ShowEvent): Logger {
  const tell = (details: object, message: string) => show({ event: 'log', message, details });
  return { debug: () => undefined, info: () => undefined, warn: tell, error: tell };
}

/** A dev server's chatter is kept back while all is well, and shown when it ends. */
function storefrontListener(show: ShowEvent) {
  const recent: string[] = [];
  let hasBeenReady = false;
  const isTrouble = (line: string) => /error|fail|warn/i.test(line);
  return {
    onLine(line: string) {
      if (hasBeenReady && isTrouble(line)) show({ event: 'storefront.line', line });
      else if (recent.push(line) > 20) recent.shift();
    },
    onReady(url: string) {
      if (hasBeenReady) show({ event: 'storefront.ready', url });
      hasBeenReady = true;
      recent.length = 0;
    },
    onExit(exitCode: number, willRestart: boolean) {
      for (const line of recent.splice(0)) show({ event: 'storefront.line', line });
      show({ event: 'storefront.exit', exitCode, willRestart });
    },
  };
}
