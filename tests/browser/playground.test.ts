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
    permissions: ['clipboard-read', 'clipboard-write'],
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
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText('"products"').waitFor();
    await page.locator('.graphiql-response').getByText('"amount"').first().waitFor();
    await photograph(`playground-${colorScheme}`);
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('the dashboard shows the store and its products, and loads nothing from elsewhere', async () => {
    await page.goto(`${emulator.url}/dashboard`);
    const products = page.getByRole('region', { name: 'Latest products' });
    await products.getByRole('listitem').first().waitFor();
    await page.getByRole('region', { name: 'Store' }).getByText('EUR').first().waitFor();
    await page.getByRole('region', { name: 'Requests' }).getByText('catalog.products.list').first().waitFor();
    await photograph(`dashboard-${colorScheme}`);
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('a key is hidden until it is asked for, and can be copied', async () => {
  await page.goto(`${emulator.url}/dashboard`);
  const keys = page.getByRole('region', { name: 'Keys' });
  await keys.getByRole('button', { name: 'Copy Secret key' }).click();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(emulator.secretKey);
  await expect.poll(() => keys.textContent()).not.toContain(emulator.secretKey);
  await keys.getByRole('button', { name: 'Reveal Secret key' }).press('Enter');
  await expect.poll(() => keys.textContent()).toContain(emulator.secretKey);
});

test('the log shows a request as it is answered, and only errors where they are asked for', async () => {
  await page.goto(`${emulator.url}/dashboard`);
  const log = page.getByRole('region', { name: 'Requests' });
  await log.getByText('Live').waitFor();
  await fetch(`${emulator.url}/v1/products/prod_01J8ZQ6X0V0000000000000000`, {
    headers: { authorization: `Bearer ${emulator.secretKey}` },
  });
  await log.getByText('catalog.products.get', { exact: true }).waitFor();
  await log.getByRole('button', { name: 'Errors only' }).click();
  await expect.poll(() => log.getByRole('row').count()).toBe(2);
});
