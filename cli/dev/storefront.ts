import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { packageRoot } from '../package-root.ts';

export interface StorefrontListener {
  /** A line that the dev server printed, without colours. */
  onLine(line: string): void;
  onReady(url: string): void;
  /** It ended by itself. `willRestart` in a moment. */
  onExit(exitCode: number, willRestart: boolean): void;
}

export interface Storefront {
  /** Settles when it answers, or has ended instead. */
  readonly ready: Promise<string | undefined>;
  close(): Promise<void>;
}

const localUrl = /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1?\])(?::\d+)?[^\s]*/;
const restartAfter = 1000;
/** After so many crashes in a row within `lately` milliseconds, starting again changes nothing. */
const mostCrashes = 3;
const lately = 60_000;
/** Milliseconds after which the start of everything no longer waits for a storefront that says no address. */
const patience = 60_000;

/** The `storefront` script of the project's package.json, if there is one. */
export function storefrontScript(directory: string): string | undefined {
  const file = join(directory, 'package.json');
  if (!existsSync(file)) return undefined;
  const manifest: { scripts?: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'));
  return manifest.scripts?.storefront;
}

/** Runs the dev server, starts it again when it crashes, and finds its address in what it prints. */
export function startStorefront(
  script: string,
  directory: string,
  variables: Readonly<Record<string, string>>,
  listener: StorefrontListener,
  signal: AbortSignal,
): Storefront {
  let isClosing = false;
  let announced: (url: string | undefined) => void = () => undefined;
  const ready = new Promise<string | undefined>((resolve) => {
    announced = resolve;
    setTimeout(() => resolve(undefined), patience).unref();
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  let crashes: number[] = [];
  let stopCurrent: () => Promise<void> = async () => undefined;

  function launch(): void {
    let isReady = false;
    const child = spawn(process.execPath, [join(packageRoot(), 'bin', 'storefront-guard.js'), script], {
      cwd: directory,
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...variables,
        PATH: [join(directory, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
        FORCE_COLOR: '0',
        // Some dev servers open a browser, or ask, where they believe that somebody sits there.
        BROWSER: 'none',
      },
    });
    // A guard that is gone needs no stop.
    child.stdin.on('error', () => undefined);
    const onLine = (text: string) => {
      const line = stripVTControlCharacters(text).trimEnd();
      if (line.trim() === '') return;
      listener.onLine(line);
      const url = isReady ? undefined : localUrl.exec(line)?.[0]?.replace(/\/$/, '');
      if (!url) return;
      isReady = true;
      listener.onReady(url);
      announced(url);
    };
    createInterface({ input: child.stdout }).on('line', onLine);
    createInterface({ input: child.stderr }).on('line', onLine);
    const ended = new Promise<void>((resolve) => {
      child.once('close', (exitCode) => {
        resolve();
        if (isClosing) return;
        announced(undefined);
        crashes = [...crashes.filter((moment) => moment > performance.now() - lately), performance.now()];
        const willRestart = isReady && crashes.length <= mostCrashes;
        listener.onExit(exitCode ?? 1, willRestart);
        if (willRestart) setTimeout(() => isClosing || launch(), restartAfter).unref();
      });
    });
    stopCurrent = async () => {
      child.stdin.end();
      await ended;
    };
  }

  launch();
  return {
    ready,
    async close() {
      isClosing = true;
      announced(undefined);
      await stopCurrent();
    },
  };
}
