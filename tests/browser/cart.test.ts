import { describe, expect, test } from 'vitest';
import { barriersOn, layoutShiftOn, photograph, widthOf } from './given-visitor.ts';
import { shopping } from './shopping.ts';
import { visitShop } from './visit-shop.ts';

const visit = visitShop('fashion');

/** Changes the store behind the shopper's back. */
async function asShopkeeper(method: string, path: string, body?: unknown) {
  const response = await fetch(`${visit.shop.store.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${visit.shop.store.secretKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // What is answered is looked at as far as the test says.
  return (await response.json()) as Record<string, never>;
}

describe('the cart of a shop', () => {
  test('it is kept by the platform: over a reload, and in another tab as soon as it changes', async () => {
    const { page } = visit;
    await shopping.putIntoCart(page, visit.shop.url);
    await page.reload();
    await page.getByRole('button', { name: 'Cart, 1 item' }).waitFor();
    const other = await visit.visitor.openTab();
    await other.goto(visit.shop.url);
    await other.getByRole('button', { name: 'Cart, 1 item' }).click();
    await shopping.cart(other).getByRole('button', { name: 'One more' }).click();
    await shopping.cart(other).getByText('€278.00').first().waitFor();
    await page.getByRole('button', { name: 'Cart, 2 items' }).waitFor();
  });

  test('two tabs that begin a cart at the same time end with one that holds what both put in', async () => {
    const { page } = visit;
    const other = await visit.visitor.openTab();
    await Promise.all([
      page.goto(`${visit.shop.url}/products/trail-runner`),
      other.goto(`${visit.shop.url}/products/hoop-earrings`),
    ]);
    const add = { name: 'Add to cart' };
    await Promise.all([page.getByRole('button', add).click(), other.getByRole('button', add).click()]);
    await page.getByRole('button', { name: 'Cart, 2 items' }).waitFor({ state: 'attached' });
    await expect
      .poll(() => page.getByRole('button', { name: 'Cart, 2 items', includeHidden: true }).count())
      .toBe(1);
    await expect
      .poll(() => other.getByRole('button', { name: 'Cart, 2 items', includeHidden: true }).count())
      .toBe(1);
  });

  test('pressing quickly is not lost, and the total is the platform’s', async () => {
    const { page } = visit;
    await shopping.putIntoCart(page, visit.shop.url);
    const more = shopping.cart(page).getByRole('button', { name: 'One more' });
    for (let presses = 0; presses < 4; presses += 1) await more.click();
    await page
      .getByRole('button', { name: 'Cart, 5 items', includeHidden: true })
      .waitFor({ state: 'attached' });
    await shopping.cart(page).getByText('€695.00').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Cart, 5 items' }).waitFor();
  });

  test('a code takes something off, a wrong one says so, and it can be taken out', async () => {
    const { page } = visit;
    await shopping.putIntoCart(page, visit.shop.url);
    const cart = shopping.cart(page);
    await cart.getByText('Enter a discount code').click();
    await cart.getByLabel('Discount code').fill('guess');
    await cart.getByRole('button', { name: 'Apply' }).click();
    await cart.getByRole('alert').filter({ hasText: 'There is no code guess' }).waitFor();
    await cart.getByLabel('Discount code').fill('welcome10');
    await cart.getByLabel('Discount code').press('Enter');
    await cart.getByText('€125.10').first().waitFor();
    await cart.getByRole('status').filter({ hasText: 'was applied' }).waitFor();
    await cart.getByRole('button', { name: 'Remove code WELCOME10' }).click();
    await expect.poll(() => cart.getByText('€125.10').count()).toBe(0);
  });

  test('another currency is another cart with the same things, at the store’s own prices', async () => {
    const { page } = visit;
    await shopping.putIntoCart(page, visit.shop.url);
    await page.keyboard.press('Escape');
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByRole('button', { name: 'Cart, 1 item' }).click();
    await shopping.cart(page).locator('dd').filter({ hasText: '$' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Currency').selectOption('JPY');
    await page.getByRole('button', { name: 'Cart, 1 item' }).click();
    await shopping.cart(page).getByText('Not sold in JPY').waitFor();
    await shopping.cart(page).getByText('needs a look before you can pay').waitFor();
    await photograph(page, 'cart-problem');
  });

  test('a cart that is gone says so, and the next thing begins a new one', async () => {
    const { page } = visit;
    await shopping.putIntoCart(page, visit.shop.url);
    const { data } = (await asShopkeeper('GET', '/v1/carts?pageSize=1')) as unknown as {
      data: { id: string }[];
    };
    await fetch(`${visit.shop.store.url}/v1/carts/${data[0]?.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${visit.shop.store.secretKey}` },
    });
    await page.reload();
    await page.getByRole('button', { name: 'Cart, empty' }).click();
    await shopping.cart(page).getByText('no longer there').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await shopping.cart(page).getByText('€139.00').first().waitFor();
  });

  test('more than there is says how many there are, and takes them', async () => {
    const { page } = visit;
    await shopping.putIntoCart(page, visit.shop.url);
    const cart = shopping.cart(page);
    const more = cart.getByRole('button', { name: 'One more' });
    for (let presses = 0; presses < 60; presses += 1) await more.click();
    await cart.getByText(/Only \d+ in stock/).waitFor();
    await cart.getByRole('button', { name: /^Take \d+/ }).click();
    await expect.poll(() => cart.getByText(/Only \d+ in stock/).count()).toBe(0);
  });

  test('where the change does not reach the platform, the cart is as it was', async () => {
    const { page } = visit;
    await shopping.putIntoCart(page, visit.shop.url);
    await page.route('**/v1/carts/*/lines/*', (route) => route.abort());
    await shopping.cart(page).getByRole('button', { name: 'One more' }).click();
    await shopping.cart(page).getByRole('alert').filter({ hasText: 'The cart is as it was' }).waitFor();
    await page.unroute('**/v1/carts/*/lines/*');
    await page
      .getByRole('button', { name: 'Cart, 1 item', includeHidden: true })
      .waitFor({ state: 'attached' });
  });

  test.each(['light', 'dark'] as const)(
    'in %s nothing keeps anybody out, at 360 px too',
    async (colorScheme) => {
      const { page } = visit;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 740 });
      await shopping.putIntoCart(page, visit.shop.url);
      await shopping.cart(page).getByText('Enter a discount code').click();
      expect(await barriersOn(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(360);
      expect(await layoutShiftOn(page)).toBeLessThan(0.02);
      await photograph(page, `cart-phone-${colorScheme}`);
    },
  );
});
