import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../../emulator/index.ts';
import { askStore, seriousFaults as faultsOf, givenDashboard, givenDeliveries } from './given-dashboard.ts';
import { photograph as take } from './given-pages.ts';

let emulator: Emulator;
let page: Page;

givenDashboard((opened) => {
  ({ emulator, page } = opened);
});

const ask = (route: string, body?: object) => askStore(emulator, route, body);
const open = (view: string) => page.goto(`${emulator.url}/dashboard#${view}`);

const photograph = (name: string) => take(page, name);

const seriousFaults = () => faultsOf(page);

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  beforeEach(() => page.emulateMedia({ colorScheme }));

  test('every view is there, and axe finds nothing serious', async () => {
    await givenDeliveries(emulator);
    await ask('GET /v1/products/prod_unknown');
    for (const [view, text] of [
      ['/', 'Latest products'],
      ['/activity', 'Live'],
      ['/webhooks/deliveries', 'webhook_endpoint.tested'],
      ['/webhooks/endpoints', 'Send a test event'],
      ['/webhooks/receive', 'A URL for any service'],
      ['/webhooks/signature', 'webhook-timestamp'],
      ['/webhooks/handler', 'npm install express'],
      ['/data', 'kinds of records'],
      ['/data/catalog.products', 'Gift card'],
      ['/inbox', 'Mails'],
      ['/controls', 'Nothing goes wrong on purpose'],
      ['/tools', 'Simulated providers'],
      ['/tools/reference', 'Open it alone'],
    ] as const) {
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await open(view);
        await page.getByText(text).first().waitFor();
        await page.waitForTimeout(300);
        await photograph(`${view.replaceAll('/', '-')}-${colorScheme}-${width}`);
        expect([view, width, await seriousFaults()]).toEqual([view, width, []]);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect([view, width, overflow]).toEqual([view, width, 0]);
      }
    }
  });
});

test('a request appears as it is answered, opens with both sides, and leads to its timeline', async () => {
  await open('/activity');
  await page.getByText('Live', { exact: true }).waitFor();
  await ask('POST /v1/products', { title: 42 });
  await page.getByRole('link', { name: 'POST /v1/products' }).first().click();
  const response = page.getByRole('region', { name: 'Response', exact: true });
  await response.getByText('"invalid_input"').first().waitFor();
  await response.getByRole('tab', { name: 'Headers' }).click();
  await response.getByText('x-request-id', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toContain('curl -X POST');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await page.getByRole('button', { name: 'Pinned' }).first().waitFor();
  await page.getByRole('link', { name: 'Timeline of this trace' }).click();
  await page.getByRole('button', { name: 'POST /v1/products' }).click();
  await page.getByText('"title": 42').waitFor();
  await photograph('timeline');
});

test('the palette goes anywhere by the keyboard', async () => {
  await open('/');
  await page.getByText('Latest products').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Go to, open').fill('dead letters');
  await page.getByRole('option', { name: 'Webhooks' }).waitFor();
  await photograph('palette');
  expect(await seriousFaults()).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('inbox');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
});

test('a delivery shows its attempts, is replayed, sent again with another body, and has its signature checked', async () => {
  const { id: endpointId, secret } = await givenDeliveries(emulator);
  await open(`/webhooks/deliveries?endpointId=${endpointId}`);
  await page.getByRole('link', { name: 'webhook_endpoint.tested' }).first().click();
  const attempts = page.getByRole('list', { name: 'Attempts' });
  await attempts.getByRole('listitem').first().waitFor();
  await page.getByRole('button', { name: 'Replay' }).click();
  await attempts.getByRole('listitem').nth(1).waitFor();
  await page.getByRole('button', { name: 'Edit and resend' }).click();
  expect(await page.getByRole('textbox', { name: 'Headers' }).inputValue()).toContain('webhook-id: ');
  await page.getByRole('textbox', { name: 'Body' }).fill('{"type":"order.changed"}');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('It answered 200').waitFor();
  await photograph('delivery');
  await page.getByRole('link', { name: 'Check the signature' }).click();
  await page.getByLabel('Secret').fill(secret);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('The signature is good.').waitFor();
  await page.getByLabel('Body, as it came').fill('{"type": "order.changed"}');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('Neither this secret nor this body made the signature.').waitFor();
  await page.goto(`${emulator.url}/dashboard#/activity?kind=received`);
  await page.getByRole('link', { name: 'POST to shop' }).first().waitFor();
});

test('records are looked through, changed with what was changed meanwhile told, created and moved', async () => {
  await open('/data/catalog.reservations');
  await page.getByText('They are listed by variant id').waitFor();
  await open('/data/webhooks.eventTypes');
  const table = page.getByRole('table');
  await table.locator('tbody td').first().waitFor();
  // Down to the last of more than a page, of which few are in the page.
  const most = page.evaluate<number>(`new Promise((resolve) => {
    const scroll = document.querySelector('.table');
    let most = 0;
    const step = () => {
      most = Math.max(most, scroll.querySelectorAll('tbody tr').length);
      scroll.scrollTop = scroll.scrollHeight;
      if (!/more/.test(document.querySelector('.collection-head').textContent)) resolve(most);
      else requestAnimationFrame(step);
    };
    step();
  })`);
  expect(await most).toBeLessThan(80);
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(101);

  await open('/data/catalog.products?sort=title');
  await table.locator('tbody tr a').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save' }).waitFor();
  expect(await seriousFaults()).toEqual([]);
  const id = page.url().split('/').at(-1) ?? '';
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await field('Title').fill('Of two minds');
  await ask(`PATCH /v1/products/${id}`, { brand: 'Somebody else' });
  await page.getByText('It was changed meanwhile').waitFor();
  await page.getByText('Other than what you began with: Brand.').waitFor();
  await photograph('data-conflict');
  await page.getByRole('button', { name: 'Keep what I wrote' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(await ask(`GET /v1/products/${id}`)).toMatchObject({
    title: 'Of two minds',
    brand: 'Somebody else',
  });

  // What is answered of variants and worked out by the platform is not in the field, so that it can be sent again.
  const variants = await field('Variants').inputValue();
  await field('Variants').fill(
    variants.replace('"inventoryPolicy": "track"', '"inventoryPolicy": "backorder"'),
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(JSON.stringify(await ask(`GET /v1/products/${id}`))).toContain('"inventoryPolicy":"backorder"');

  await field('Slug').fill('Not A Slug!');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => field('Slug').getAttribute('aria-invalid')).toBe('true');
  await photograph('data-problem');

  await open('/data/webhooks.endpoints');
  await page.getByRole('button', { name: 'Create' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Fill in the example' }).click();
  expect(await seriousFaults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Create a webhook endpoint' }).click();
  await dialog.getByText('whsec_').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('link', { name: 'https://shop.example.com/hooks' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await dialog.locator('[type=submit]').click();
  await dialog.getByText('Done.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('region', { name: 'Fields' }).getByText('paused').waitFor();
  await page.getByRole('button', { name: 'Deliveries', exact: true }).click();
  await page.getByText('None.').waitFor();
});

test('5,000 entries scroll, and few of them are in the page', async () => {
  const total = 5000;
  await ask('POST /_emulator/receive/many', { sentFirst: 'of them all' });
  for (let begun = 0; begun < total; begun += 50) {
    await Promise.all(
      Array.from({ length: 50 }, () => ask(`POST /_emulator/receive/many`, { number: begun })),
    );
  }
  await open('/activity?kind=received&endpoint=many');
  const list = page.locator('.entries');
  await list.getByRole('listitem').first().waitFor();
  const scrolled = page.evaluate<number>(`new Promise((resolve) => {
    const list = document.querySelector('.entries');
    let most = 0;
    const step = () => {
      most = Math.max(most, list.querySelectorAll('li').length);
      const size = Number(list.querySelector('li').getAttribute('aria-setsize'));
      list.scrollTop = list.scrollHeight;
      if (size >= ${total}) resolve(most);
      else requestAnimationFrame(step);
    };
    step();
  })`);
  expect(await scrolled).toBeLessThan(80);
  // A search looks through 2,000 at a time, and the first of them all is behind two pages with nothing.
  await open(`/activity?text=${encodeURIComponent('of them all')}`);
  await page.getByRole('link', { name: 'POST to many' }).waitFor();
  // The field shows what the address says, whoever changed it.
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Go to, open').fill('found nowhere');
  await page.getByRole('option', { name: 'found nowhere' }).click();
  await page.getByText('Nothing matches the filter.').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('found nowhere');
});

test('250 deliveries of an endpoint are looked through, in pages as they come in sight', async () => {
  const { id } = await givenDeliveries(emulator);
  for (let sent = 1; sent < 250; sent += 1) await ask(`POST /v1/webhooks/endpoints/${id}/test`, {});
  await open(`/webhooks/deliveries?endpointId=${id}`);
  await page.getByText('100 and more').waitFor();
  await expect
    .poll(
      () =>
        page.evaluate(`(() => {
          const list = document.querySelector('.delivery-list');
          list.scrollTop = list.scrollHeight;
          return Number(list.querySelector('li').getAttribute('aria-setsize'));
        })()`),
      { timeout: 60_000 },
    )
    .toBe(250);
  expect(await page.locator('.delivery-list li').count()).toBeLessThan(40);
  // By type instead: the API lists by one or the other.
  await page.getByLabel('Type', { exact: true }).fill('order.placed');
  await page.getByText('Nothing matches the filter.').waitFor();
  expect(await page.getByLabel('Endpoint').inputValue()).toBe('');
});

test('a key is hidden until it is asked for, and can be copied', async () => {
  await open('/');
  const keys = page.getByRole('region', { name: 'Keys' });
  await keys.getByRole('button', { name: 'Copy Secret key' }).click();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(emulator.secretKey);
  await expect.poll(() => keys.textContent()).not.toContain(emulator.secretKey);
  await keys.getByRole('button', { name: 'Reveal Secret key' }).press('Enter');
  await expect.poll(() => keys.textContent()).toContain(emulator.secretKey);
});
