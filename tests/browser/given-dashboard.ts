import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Emulator } from '../../emulator/index.ts';
import { type GivenPages, givenPages, type WatchedPage, watchedPage } from './given-pages.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface OpenDashboard extends Pick<WatchedPage, 'page' | 'faults'> {
  readonly emulator: Emulator;
}

/** An emulator for the tests of a file, and for each a page of its own: it must ask no other machine and throw nothing. */
export function givenDashboard(onOpen: (opened: OpenDashboard) => void): void {
  let pages: GivenPages;
  let watched: WatchedPage;

  beforeAll(async () => {
    pages = await givenPages();
  });

  afterAll(() => pages?.close());

  beforeEach(async () => {
    watched = await watchedPage(pages.browser, {
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    onOpen({ emulator: pages.emulator, page: watched.page, faults: watched.faults });
  });

  afterEach(async () => {
    expect(watched.elsewhere).toEqual([]);
    expect(watched.faults.thrown).toEqual([]);
    await watched.context.close();
  });
}

/** Asks an emulator as the store's owner: `askStore(emulator, 'POST /v1/products', { title: 'Hat' })`. */
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
export async function askStore(emulator: Emulator, route: string, body?: object): Promise<any> {
  const [method = 'GET', path = ''] = route.split(' ');
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${emulator.secretKey}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
}

/** What axe finds in a page that is serious or worse. */
export async function seriousFaults(page: Page): Promise<unknown[]> {
  // Half a megabyte to be read anew for each view: once is enough as long as the page stays.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]))`);
}

/** An endpoint with a delivery that arrived, and another with one that failed; answers the first. */
export async function givenDeliveries(
  emulator: Emulator,
): Promise<{ readonly id: string; readonly secret: string }> {
  const made = [];
  for (const status of [200, 503]) {
    const url = `${emulator.url}/_emulator/receive/shop?status=${status}`;
    const endpoint = await askStore(emulator, 'POST /v1/webhooks/endpoints', { url, events: ['order.*'] });
    await askStore(emulator, `POST /v1/webhooks/endpoints/${endpoint.id}/test`, {});
    made.push(endpoint);
  }
  return made[0];
}
