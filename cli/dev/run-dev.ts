import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { fillStore } from '../../emulator/index.ts';
import type { CommandContext } from '../context.ts';
import { claimProject } from '../project/running-store.ts';
import type { Tunnel } from '../tunnel/open-tunnel.ts';
import { startControlServer } from './control-server.ts';
import { createScreen, type Screen, shortcutLine } from './create-screen.ts';
import { type DevSession, startSession } from './dev-session.ts';
import { devSource } from './dev-source.ts';
import { openInBrowser } from './open-in-browser.ts';
import { readKeys, type Shortcut } from './shortcuts.ts';

export interface DevFlags {
  readonly port: number | undefined;
  readonly host: string;
  readonly storefront: boolean;
  /** A file that `hp exec` wrote: its store is opened instead of the project's. */
  readonly fromBundle: string | undefined;
  /** Whether the platform gets a public address. */
  readonly tunnel: boolean;
  /** A snapshot's file, put in the place of the store before it starts. */
  readonly import: string | undefined;
}

type Ending = 'restart' | 'stop';

/** Runs until it is stopped, restarting when asked. One process a project: see `claimProject`. */
export async function runDev(flags: DevFlags, context: CommandContext): Promise<void> {
  const { terminal, signal } = context;
  const screen = createScreen(terminal);
  const source = await devSource(flags.fromBundle, context);
  const claim = await claimProject(source);
  context.defer(() => claim.release());
  const imported = flags.import;
  const restore = async (file: string) => {
    const { restoreFile } = await import('../snapshots/restore-file.ts');
    await restoreFile(source.directory, resolve(context.directory, file));
  };
  const openTunnel = flags.tunnel
    ? await (await import('../tunnel/prepare-tunnel.ts')).prepareTunnel(context)
    : undefined;
  let tunnel: Tunnel | undefined;
  let portBefore: number | undefined;
  let startedAt = performance.now() - process.uptime() * 1000;
  for (;;) {
    const session = await startSession({
      source,
      host: flags.host,
      port: flags.port,
      portBefore,
      withStorefront: flags.storefront,
      // With the first start alone: a restart goes on with what is there.
      prepare: imported !== undefined && portBefore === undefined ? () => restore(imported) : undefined,
      show: screen.show,
      signal,
    });
    portBefore = session.port;
    // It outlives a restart, which takes the same port.
    tunnel ??= await tunnelTo(session, openTunnel, context);
    if (tunnel) session.emulator.setTunnel(tunnel.url);
    // Started, and small (bin/run.js): from here on, requests decide.
    setFlagsFromString('--semi-space-growth-factor=2');
    const reset = async (seed = session.seed) => {
      await session.emulator.reset(seed);
      screen.show({ event: 'data.reset', seed });
    };
    const control = await startControlServer(claim.token, {
      reset,
      async restore(snapshot) {
        await session.emulator.restore(snapshot);
        screen.show({ event: 'data.restored', snapshot });
      },
      seed: (seed) => fillStore(session.emulator.runtime, session.emulator.storeId, seed),
    });
    const { api: url, secretKey, publishableKey, storefront } = session.addresses;
    claim.update({
      ...{ url, secretKey, publishableKey, storefront },
      control: { url: control.url, token: claim.token },
    });
    screen.show({
      event: 'ready',
      ...session.addresses,
      tunnel: tunnel?.url ?? null,
      name: session.name,
      directory: source.directory,
      pid: process.pid,
      milliseconds: Math.round(performance.now() - startedAt),
      clock: session.emulator.clock(),
    });
    const ending = await untilEnded(session, reset, screen, context);
    if (ending === 'restart') screen.show({ event: 'restarting' });
    await control.close();
    await session.close();
    startedAt = performance.now();
    if (ending === 'stop' || signal.aborted) break;
  }
  screen.show({ event: 'stopped' });
}

/** Nothing runs on where a tunnel was asked for and there is none. */
async function tunnelTo(
  session: DevSession,
  open: ((address: string) => Promise<Tunnel>) | undefined,
  context: CommandContext,
): Promise<Tunnel | undefined> {
  try {
    const tunnel = await open?.(session.addresses.api);
    context.defer(() => tunnel?.close());
    return tunnel;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Waits for a signal or a key that ends the session. */
async function untilEnded(
  session: DevSession,
  reset: () => Promise<void>,
  screen: Screen,
  { terminal, signal }: CommandContext,
): Promise<Ending> {
  let stopReading: (() => void) | undefined;
  const ending = await new Promise<Ending>((resolve, reject) => {
    if (signal.aborted) resolve('stop');
    signal.addEventListener('abort', () => resolve('stop'), { once: true });
    if (!terminal.isInteractive) return;
    const { addresses } = session;
    const open = (url: string | null) => () => {
      if (!url) return screen.show({ event: 'note', message: 'There is no storefront running.' });
      openInBrowser(url, () => screen.show({ event: 'note', message: `Open ${url} in a browser.` }));
    };
    let isAsking = false;
    const ask = () => {
      isAsking = true;
      screen.setFooter('Set all data aside and start again from the seed? y/n ');
    };
    const shortcuts: Shortcut[] = [
      { key: 'o', title: 'storefront', run: open(addresses.storefront) },
      { key: 'p', title: 'playground', run: open(addresses.playground) },
      { key: 'd', title: 'dashboard', run: open(addresses.dashboard) },
      { key: 'r', title: 'restart', run: () => resolve('restart') },
      { key: 'x', title: 'reset data', run: ask },
      { key: 'q', title: 'quit', run: () => resolve('stop') },
    ];
    const line = shortcutLine(shortcuts, terminal);
    screen.setFooter(line);
    stopReading = readKeys(process.stdin, (key) => {
      if (isAsking) {
        isAsking = false;
        screen.setFooter(line);
        if (key === 'y') reset().catch(reject);
        return;
      }
      shortcuts.find((shortcut) => shortcut.key === key)?.run();
    });
  });
  stopReading?.();
  screen.setFooter('');
  return ending;
}
