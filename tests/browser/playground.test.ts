import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GivenPages, givenPages, photograph, type WatchedPage, watchedPage } from './given-pages.ts';

let pages: GivenPages;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  pages = await givenPages();
});

afterAll(() => pages?.close());

beforeEach(async () => {
  watched = await watchedPage(pages.browser, { viewport: { width: 1440, height: 1000 } });
  ({ page } = watched);
});

afterEach(() => watched.context.close());

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  beforeEach(() => page.emulateMedia({ colorScheme }));

  test('the playground runs its first query, and loads nothing from elsewhere', async () => {
    await page.goto(`${pages.emulator.url}/playground`);
    // What is run is what the editor holds, and it is filled a moment after it is there.
    await page.locator('.graphiql-query-editor').getByText('products').first().waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText('"products"').waitFor();
    await page.locator('.graphiql-response').getByText('"amount"').first().waitFor();
    await photograph(page, `playground-${colorScheme}`);
    expect(watched.elsewhere).toEqual([]);
    expect(watched.faults).toEqual({ thrown: [], said: [] });
  });
});
