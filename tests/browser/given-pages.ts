import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Emulator, startEmulator } from '../../emulator/index.ts';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { parseConfig } from '../../runtime/config/index.ts';
import { buildDashboard } from '../../scripts/build/dashboard.ts';
import { dist } from '../../scripts/build/entry-points.ts';
import { openBrowser } from './open-browser.ts';

/** An emulator with its pages, as they are in this checkout, and a browser to look at them. */
export interface GivenPages {
  readonly emulator: Emulator;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function givenPages(): Promise<GivenPages> {
  // Nothing to do where the build is of these sources already: one build for every file that looks at pages.
  await buildDashboard();
  const directory = await mkdtemp(join(tmpdir(), 'headlesspro-pages-'));
  const emulator = await startEmulator({
    directory,
    config: parseConfig(seedNamed('fashion').build().config).config,
    seed: 'fashion',
    port: 0,
    host: '127.0.0.1',
    pages: { assetsDirectory: join(dist, 'dashboard'), version: '0.0.0' },
  });
  const browser = await openBrowser();
  return {
    emulator,
    browser,
    async close() {
      await browser.close();
      await emulator.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A page, and what went wrong while it was looked at. */
export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses of other machines that it asked: there must be none. */
  readonly elsewhere: string[];
  /** What was thrown in it, and what it said in its console. */
  readonly faults: { readonly thrown: string[]; readonly said: string[] };
}

export async function watchedPage(browser: Browser, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const watched: WatchedPage = { context, page, elsewhere: [], faults: { thrown: [], said: [] } };
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') watched.elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => watched.faults.thrown.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') watched.faults.said.push(message.text());
  });
  return watched;
}

/** Pictures for people to look at, where they are asked for. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
