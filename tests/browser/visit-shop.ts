import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openShop, type Seed, type Shop } from './given-shop.ts';
import { openVisitor, type Visitor } from './given-visitor.ts';
import { openBrowser } from './open-browser.ts';

/** The shop of a file's tests, and who is in front of it in this one. */
export interface Visit {
  readonly shop: Shop;
  readonly visitor: Visitor;
  readonly page: Page;
  /** Somebody else, who knows nothing of the visitor's; leaves by `leave()`. */
  openStranger(): Promise<Visitor>;
}

/** Opens a shop for all tests of a file, and lets each have a visitor of its own. */
export function visitShop(seed: Seed): Visit {
  let browser: Browser;
  let shop: Shop;
  let visitor: Visitor;
  beforeAll(async () => {
    [browser, shop] = await Promise.all([openBrowser(), openShop(seed)]);
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });
  beforeEach(async () => {
    visitor = await openVisitor(browser);
  });
  afterEach(() => visitor.leave());
  return {
    get shop() {
      return shop;
    },
    get visitor() {
      return visitor;
    },
    get page() {
      return visitor.page;
    },
    openStranger: () => openVisitor(browser),
  };
}
