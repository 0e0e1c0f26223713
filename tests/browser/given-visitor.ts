import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Somebody in front of a shop, with what went wrong behind the pages. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Another tab of the same browser. */
  openTab(): Promise<Page>;
  /** Fails where a page had a fault, or asked anything outside this machine; then closes the browser's window. */
  leave(): Promise<void>;
}

/** Adds up the shifts that nobody caused by typing or clicking, as Cumulative Layout Shift does. */
const countShifts = `
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

export async function openVisitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...options },
  });
  await context.addInitScript(countShifts);
  const faults: string[] = [];
  const elsewhere: string[] = [];
  const openTab = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports answers of 400 and above; the tests ask for some of them.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load')) return;
      faults.push(message.text());
    });
    return page;
  };
  return {
    ...{ context, page: await openTab(), openTab },
    async leave() {
      await context.close();
      expect(faults).toEqual([]);
      expect(elsewhere).toEqual([]);
    },
  };
}

/** What axe finds that keeps somebody out: its two worst kinds. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(`
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))
  `);
}

/** How far things have jumped since the page was loaded; below 0.1 is called good, and ours is 0 or nearly so. */
export function layoutShiftOn(page: Page): Promise<number> {
  return page.evaluate('window.layoutShift');
}

export function widthOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth');
}

/** Pictures for people to look at, where they are asked for. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `storefront-${name}.png`), fullPage: true });
}
