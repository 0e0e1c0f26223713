import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openShop, type Shop } from './given-shop.ts';
import {
  barriersOn,
  layoutShiftOn,
  openVisitor,
  photograph,
  type Visitor,
  widthOf,
} from './given-visitor.ts';
import { openBrowser } from './open-browser.ts';
import { shopping } from './shopping.ts';

let browser: Browser;
let shop: Shop;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  [browser, shop] = await Promise.all([openBrowser(), openShop('fashion')]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});
beforeEach(async () => {
  visitor = await openVisitor(browser);
  page = visitor.page;
});
afterEach(() => visitor.leave());

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly kind: string;
  readonly text: string;
}

async function asShopkeeper<Answer>(path: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${shop.store.secretKey}` };
  const response = await fetch(`${shop.store.url}${path}`, { headers });
  return (await response.json()) as Answer;
}

/** The link in the latest mail to an address, as the inbox shows it. */
async function linkSentTo(email: string): Promise<string> {
  const { data } = await asShopkeeper<{ readonly data: readonly Mail[] }>('/v1/mail/messages?pageSize=50');
  const latest = data.find(({ to, kind }) => to === email && kind === 'customer_sign_in');
  expect(latest).toBeDefined();
  const { text } = await asShopkeeper<Mail>(`/v1/mail/messages/${latest?.id}`);
  return /http\S+#sign_in_token=\S+/.exec(text)?.[0] ?? '';
}

/** From the header to the mail. */
async function askForLink(email: string, on = page): Promise<string> {
  await on.getByRole('link', { name: 'Sign in' }).click();
  await on.getByLabel('E-mail').fill(email);
  await on.keyboard.press('Enter');
  await on.getByRole('heading', { name: 'Look into your inbox' }).waitFor();
  return linkSentTo(email);
}

async function buyAsGuest(email: string): Promise<string> {
  await shopping.goToCheckout(page, shop.url);
  await shopping.fillIn(page, { 'E-mail': email });
  await page.getByLabel('Bank transfer', { exact: true }).check();
  await shopping.pay(page);
  await page.getByRole('heading', { name: 'Thank you, Ada' }).waitFor();
  const heading = await page.getByText(/Your order \d+ is in/).textContent();
  return /\d+/.exec(heading ?? '')?.[0] ?? '';
}

const openAccount = (on = page) => on.getByRole('heading', { name: 'Your account', level: 1 }).waitFor();

test('a customer signs in by the mail, with the order bought before and the cart of this browser', async () => {
  const number = await buyAsGuest('ada@example.com');
  const elsewhere = await openVisitor(browser);
  const { page: other } = elsewhere;
  await shopping.putIntoCart(other, shop.url);
  await other.keyboard.press('Escape');
  const link = await askForLink('ada@example.com', other);
  await photograph(other, 'look-into-inbox');
  await other.goto(link);
  await openAccount(other);
  expect(other.url()).toBe(`${shop.url}/account`);
  await other.getByText('ada@example.com').waitFor();
  await other.getByRole('button', { name: 'Cart, 1 item' }).waitFor();
  await other.getByRole('link', { name: `Order ${number}` }).waitFor();
  await photograph(other, 'account');
  await other.getByRole('link', { name: `Order ${number}` }).click();
  await other.getByRole('heading', { name: `Order ${number}`, level: 1 }).waitFor();
  await other.getByText('Berlin').first().waitFor();

  // After a reload the session is taken up again, and it lasts over many.
  // (Chromium refuses to reload what it is just swapping in, and goes to an address at any time.)
  for (let times = 0; times < 3; times += 1) await other.goto(other.url(), { waitUntil: 'commit' });
  await other.getByRole('heading', { name: `Order ${number}`, level: 1 }).waitFor();
  await other.getByRole('link', { name: 'All your orders' }).click();
  await openAccount(other);

  await other.getByRole('button', { name: 'Sign out' }).click();
  await other.getByRole('link', { name: 'Sign in' }).waitFor();
  await other.getByRole('button', { name: 'Cart, empty' }).waitFor();
  await other.goto(`${shop.url}/account`);
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  await elsewhere.leave();
});

test('what is bought while signed in is in the account, also in another tab', async () => {
  await page.goto(shop.url);
  await page.goto(await askForLink('grace@example.com'));
  await openAccount();
  await page.getByText('You haven’t ordered anything yet.').waitFor();
  const number = await buyAsGuest('grace@example.com');
  const tab = await visitor.openTab();
  await tab.goto(`${shop.url}/account`);
  await tab.getByRole('link', { name: `Order ${number}` }).waitFor();
  await page.goto(`${shop.url}/account`);
  await page.getByRole('link', { name: `Order ${number}` }).waitFor();
});

test('a link works once, and asks first in a browser that did not ask for it', async () => {
  await page.goto(shop.url);
  const link = await askForLink('hedy@example.com');
  const elsewhere = await openVisitor(browser);
  await elsewhere.page.goto(link);
  await elsewhere.page.getByRole('button', { name: 'Sign in in this browser' }).click();
  await openAccount(elsewhere.page);
  await elsewhere.leave();
  await page.goto(link);
  await page.getByRole('heading', { name: 'This link doesn’t work any more' }).waitFor();
  await page.getByRole('link', { name: 'Send a new link' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('signing in is done with the keyboard, says what is wrong, and keeps nobody out at 360 px', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${shop.url}/sign-in`);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Enter an e-mail address').first().waitFor();
  await page.keyboard.type('nonsense');
  await page.keyboard.press('Enter');
  await page.getByText('That is not an e-mail address').first().waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('sign-in-email');
  expect(await barriersOn(page)).toEqual([]);
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  await photograph(page, 'sign-in-narrow');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('narrow@example.com');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Look into your inbox' });
  await heading.waitFor();
  await expect
    .poll(() => heading.evaluate((element) => element === element.ownerDocument.activeElement))
    .toBe(true);
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  await page.goto(await linkSentTo('narrow@example.com'));
  await openAccount();
  await page.getByText('You haven’t ordered anything yet.').waitFor();
  await photograph(page, 'account-narrow');
  expect(await barriersOn(page)).toEqual([]);
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  expect(await layoutShiftOn(page)).toBeLessThan(0.02);
});
