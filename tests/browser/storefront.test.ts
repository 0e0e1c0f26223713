import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openShop, type Shop } from './given-shop.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let elsewhere: string[];

beforeAll(async () => {
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
});

afterAll(() => browser?.close());

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: 'en-GB' });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  faults = [];
  elsewhere = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports answers of 400 and above; the tests ask for some of them.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load'))
      faults.push(message.text());
  });
});

afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
  expect(elsewhere).toEqual([]);
});

/** Pictures for people to look at, where they are asked for. */
async function photograph(name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `storefront-${name}.png`) });
}

/** What axe finds that keeps somebody out: its two worst kinds. */
async function barriers(): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(`
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))
  `);
}

const cards = () => page.getByRole('article');
const title = () => page.getByRole('heading', { level: 1 });
const cart = () => page.getByRole('dialog', { name: /cart|warenkorb/i });
const listed = async () => {
  await page.locator('section[aria-busy="false"]').first().waitFor();
  return cards().getByRole('heading').allTextContents();
};

describe('a shop with clothes', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop('fashion');
  });
  afterAll(() => shop?.close());

  test('a category shows its products only, and its name in the title of the page', async () => {
    await page.goto(shop.url);
    await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Shoes' }).click();
    await expect.poll(() => title().textContent()).toBe('Shoes');
    await expect.poll(() => page.title()).toContain('Shoes');
    await expect.poll(listed).toContain('Trail runner');
    await expect.poll(listed).not.toContain('Hoop earrings');
  });

  test('the order is in the address, and survives a reload', async () => {
    await page.goto(shop.url);
    await page.getByLabel('Sort by').selectOption('title');
    await expect.poll(() => page.url()).toContain('sort=title');
    await expect.poll(async () => (await listed())[0]).toBe('Bow blouse');
    const sorted = await listed();
    expect(sorted).toEqual([...sorted].sort((left, right) => left.localeCompare(right, 'en')));
    await page.reload();
    await cards().first().waitFor();
    await expect.poll(listed).toEqual(sorted);
  });

  test('pages lead on and back, by the links and by the browser', async () => {
    await page.goto(shop.url);
    await cards().first().waitFor();
    const first = await listed();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByText('Page 2').waitFor();
    await expect.poll(listed).not.toContain(first[0]);
    const second = await listed();
    expect(second.some((name) => first.includes(name))).toBe(false);
    await page.reload();
    await cards().first().waitFor();
    await expect.poll(listed).toEqual(second);
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.getByText('Page 1').waitFor();
    await expect.poll(listed).toEqual(first);
    await page.goBack();
    await page.getByText('Page 2').waitFor();
    await expect.poll(listed).toEqual(second);
  });

  test('another currency re-prices the page and the cart, and is remembered', async () => {
    await page.goto(`${shop.url}/products/trail-runner`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await cart().locator('dd').filter({ hasText: '€' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByText('$').first().waitFor();
    await page.getByRole('button', { name: /^Cart/ }).click();
    await cart().locator('dd').filter({ hasText: '$' }).first().waitFor();
    await page.reload();
    await page.getByText('$').first().waitFor();
  });

  test('a page of a list by price leads to its first page when the currency changes', async () => {
    await page.goto(`${shop.url}/?sort=price`);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByText('Page 2').waitFor();
    await page.getByLabel('Currency').selectOption('GBP');
    await page.getByText('£').first().waitFor();
    expect(page.url()).not.toContain('after=');
  });

  test('a product without a price in a currency says so, and cannot be bought in it', async () => {
    await page.goto(`${shop.url}/products/trail-runner`);
    await page.getByLabel('Currency').selectOption('JPY');
    await page.getByText('Not sold in JPY').first().waitFor();
    // The products below may say so first.
    await expect.poll(() => page.getByRole('button', { name: 'Add to cart' }).isDisabled()).toBe(true);
  });

  test('another language has its own words, texts and addresses', async () => {
    await page.goto(`${shop.url}/products/trail-runner`);
    await title().waitFor();
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('button', { name: 'In den Warenkorb' }).waitFor();
    await expect.poll(() => page.url()).not.toContain('trail-runner');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de');
    await page
      .getByText(/^\d+,\d\d\s€$/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'In den Warenkorb' }).waitFor();
  });

  test('picking an option changes the address and what is shown, with the keyboard too', async () => {
    await page.goto(`${shop.url}/products/trail-runner`);
    const colours = page.getByRole('group').first().getByRole('radio');
    await colours.first().waitFor();
    await colours.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('?variant=var_');
    await expect.poll(() => colours.nth(1).isChecked()).toBe(true);
    await page.reload();
    await colours.first().waitFor();
    await expect.poll(() => colours.nth(1).isChecked()).toBe(true);
  });

  test('the cart is used with the keyboard alone, and says what happens', async () => {
    await page.goto(`${shop.url}/products/trail-runner`);
    const add = page.getByRole('button', { name: 'Add to cart' });
    await add.focus();
    await page.keyboard.press('Enter');
    await cart().getByRole('status').filter({ hasText: 'was added to the cart' }).waitFor();
    await cart().getByRole('button', { name: 'One more' }).press('Enter');
    await cart().getByRole('status').filter({ hasText: 'quantity 2' }).waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(
        `document.activeElement === document.body || document.activeElement.closest('dialog') !== null`,
      );
      expect(place).toBe(true);
    }
    await page.keyboard.press('Escape');
    await cart().waitFor({ state: 'hidden' });
    await expect.poll(() => add.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.reload();
    await page.getByRole('button', { name: 'Cart, 2 items' }).press('Enter');
    await cart()
      .getByRole('button', { name: /^Remove/ })
      .press('Enter');
    await cart().getByText('Your cart is empty.').waitFor();
  });

  test('the first stop of the keyboard leads past the menus', async () => {
    await page.goto(shop.url);
    await title().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('main').evaluate((main) => main.matches(':focus'))).toBe(true);
  });

  test('a product that is not there, and a page that is not there, say so', async () => {
    await page.goto(`${shop.url}/products/no-such-thing`);
    await page.getByRole('heading', { name: /find that page/ }).waitFor();
    expect(await barriers()).toEqual([]);
    await page.goto(`${shop.url}/no/such/page`);
    await page.getByRole('heading', { name: /find that page/ }).waitFor();
  });

  test('where the platform is not reached, it says so, and trying again helps', async () => {
    await page.route(`${shop.store.url}/**`, (route) => route.abort());
    await page.goto(shop.url);
    await page.getByRole('alert').getByText('could not be reached').waitFor();
    await page.getByText('hp dev').first().waitFor();
    expect(await barriers()).toEqual([]);
    await photograph('unreachable');
    await page.unroute(`${shop.store.url}/**`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await cards().first().waitFor();
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    beforeEach(() => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));

    test('nothing on the pages keeps anybody out', async () => {
      await page.goto(shop.url);
      await cards().first().waitFor();
      expect(await barriers()).toEqual([]);
      await page.goto(`${shop.url}/products/trail-runner`);
      await page.getByRole('heading', { name: 'Details' }).waitFor();
      await page.getByRole('heading', { name: 'Goes well with' }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await cart().locator('dd').first().waitFor();
      expect(await barriers()).toEqual([]);
      await photograph(`cart-${colorScheme}`);
    });
  });

  test('on a small phone nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ['/', '/products/trail-runner', '/categories/shoes']) {
      await page.goto(shop.url + path);
      await title().waitFor();
      await page.locator('img').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
  });
});

test('a shop with electronics lists the attributes that its own config declares', async () => {
  const shop = await openShop('electronics');
  try {
    await page.goto(shop.url);
    await page.getByRole('link', { name: 'Headphones' }).first().click();
    await page.getByRole('link', { name: 'Drift wireless headphones' }).click();
    const details = page.getByRole('region', { name: 'Details' });
    await details.getByText('Battery life in hours').waitFor();
    await details.getByText('March 12, 2026').waitFor();
    expect(await barriers()).toEqual([]);
    await photograph('electronics');
  } finally {
    await shop.close();
  }
});

test('an empty shop teaches how to fill it', async () => {
  const shop = await openShop('empty');
  try {
    await page.goto(shop.url);
    await page.getByText('npx hp seed').waitFor();
    await page.getByText('npx hp import').waitFor();
    expect(await barriers()).toEqual([]);
    await photograph('empty');
  } finally {
    await shop.close();
  }
});
