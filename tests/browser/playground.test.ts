import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/index.ts';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { parseConfig } from '../../runtime/config/index.ts';
import { openBrowser } from './open-browser.ts';

const root = resolve(import.meta.dirname, '../..');
let directory: string;
let emulator: Emulator;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let elsewhere: string[];
let faults: string[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'headlesspro-pages-'));
  const assetsDirectory = join(directory, 'dist');
  await build({
    configFile: join(root, 'emulator/dashboard/vite.config.ts'),
    build: { outDir: assetsDirectory },
    logLevel: 'error',
  });
  emulator = await startEmulator({
    directory,
    config: parseConfig(seedNamed('fashion').build().config).config,
    seed: 'fashion',
    port: 0,
    host: '127.0.0.1',
    pages: { assetsDirectory, version: '0.0.0' },
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await emulator?.close();
  await rm(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
  });
  page = await context.newPage();
  page.setDefaultTimeout(120_000);
  elsewhere = [];
  faults = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});

afterEach(async () => {
  await context.close();
});

/** Pictures for people to look at, where they are asked for. */
async function photograph(name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  beforeEach(() => page.emulateMedia({ colorScheme }));

  test('the playground runs its first query, and loads nothing from elsewhere', async () => {
    await page.goto(`${emulator.url}/playground`);
    // What is run is what the editor holds, and it is filled a moment after it is there.
    await page.locator('.graphiql-query-editor').getByText('products').first().waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText('"products"').waitFor();
    await page.locator('.graphiql-response').getByText('"amount"').first().waitFor();
    await photograph(`playground-${colorScheme}`);
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
  });
});
