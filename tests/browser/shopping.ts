import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What people do in the storefront, in the words of its buttons. */
export const shopping = {
  async putIntoCart(page: Page, shopUrl: string, slug = 'trail-runner'): Promise<void> {
    await page.goto(`${shopUrl}/products/${slug}`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await this.cart(page).getByRole('status').filter({ hasText: 'was added to the cart' }).waitFor();
  },

  cart: (page: Page) => page.getByRole('dialog', { name: 'Cart' }),

  async goToCheckout(page: Page, shopUrl: string, slug?: string): Promise<void> {
    await this.putIntoCart(page, shopUrl, slug);
    await this.cart(page).getByRole('link', { name: 'Go to checkout' }).click();
    await page.getByRole('heading', { name: 'Delivery address' }).waitFor();
    // The usual way of delivery is chosen by itself.
    await expect.poll(() => page.getByLabel('Standard').isChecked()).toBe(true);
  },

  async fillIn(page: Page, changes: Readonly<Record<string, string>> = {}): Promise<void> {
    const values = {
      ...{ 'E-mail': 'ada@example.com', 'First name': 'Ada', 'Last name': 'Berg' },
      ...{ 'Street and number': 'Torstr. 1', 'Postal code': '10119', 'Town or city': 'Berlin' },
      ...changes,
    };
    for (const [label, value] of Object.entries(values)) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
  },

  /** The amount that the button names. */
  async pay(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^(Pay |Place the order)/ }).click();
  },
};
