import { describe, expect, test } from 'vitest';
import { barriersOn, layoutShiftOn, photograph, widthOf } from './given-visitor.ts';
import { shopping } from './shopping.ts';
import { visitShop } from './visit-shop.ts';

const visit = visitShop('fashion');

describe('the checkout', () => {
  test('everything that is missing is told at once, each with the way to its field', async () => {
    const { page } = visit;
    await shopping.goToCheckout(page, visit.shop.url);
    await shopping.pay(page);
    const summary = page.getByRole('region', { name: '5 things are missing or not right' });
    await summary.waitFor();
    await expect.poll(() => summary.evaluate((section) => section.matches(':focus'))).toBe(true);
    await summary.getByRole('link', { name: 'Enter the postal code' }).press('Enter');
    const postalCode = page.getByLabel('Postal code');
    await expect.poll(() => postalCode.evaluate((input) => input.matches(':focus'))).toBe(true);
    await expect.poll(() => postalCode.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.getByText('Enter the postal code').count()).toBe(2);
    await postalCode.fill('1');
    await expect.poll(() => page.getByText('Enter the postal code').count()).toBe(0);
  });

  test('a field is checked by the rules of its country as soon as it is left', async () => {
    const { page } = visit;
    await shopping.goToCheckout(page, visit.shop.url);
    await shopping.fillIn(page, { 'Postal code': '1011' });
    await page.getByText('That is not a postal code of Germany').waitFor();
    await page.getByLabel('Country').selectOption('US');
    await page.getByLabel('State or province').selectOption('CA');
    await page.getByLabel('Postal code').fill('94103');
    await page.getByLabel('Phone').focus();
    await expect.poll(() => page.getByText('That is not a postal code').count()).toBe(0);
    // Delivery and taxes follow the address.
    await page.getByLabel('International').waitFor();
    await page.getByText('Sales tax').first().waitFor();
  });

  test('what was typed survives a reload', async () => {
    const { page } = visit;
    await shopping.goToCheckout(page, visit.shop.url);
    await shopping.fillIn(page);
    await page.getByText('Gift message or a note').click();
    await page.getByLabel('Gift message').fill('All the best');
    await page.reload();
    await expect.poll(() => page.getByLabel('Town or city').inputValue()).toBe('Berlin');
    await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe('ada@example.com');
    await expect.poll(() => page.getByLabel('Gift message').inputValue()).toBe('All the best');
  });

  test('another way of delivery changes the total', async () => {
    const { page } = visit;
    await shopping.goToCheckout(page, visit.shop.url);
    await page.getByLabel('Express').check();
    await page.getByRole('button', { name: 'Pay €151.90' }).waitFor();
  });

  test('a billing address of its own is asked for where it is another', async () => {
    const { page } = visit;
    await shopping.goToCheckout(page, visit.shop.url);
    await shopping.fillIn(page);
    await page.getByLabel('The billing address is the same').uncheck();
    await shopping.pay(page);
    await page.getByRole('region', { name: 'things are missing' }).waitFor();
    const billing = page.locator('section').filter({ hasText: 'Billing address' }).last();
    await expect
      .poll(() => billing.getByLabel('Last name').getAttribute('autocomplete'))
      .toBe('billing family-name');
    await expect.poll(() => billing.getByLabel('Last name').getAttribute('aria-invalid')).toBe('true');
  });

  test('without anything in the cart there is nothing to pay', async () => {
    const { page } = visit;
    await page.goto(`${visit.shop.url}/checkout`);
    await page.getByRole('heading', { name: 'There is nothing to pay for' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  test('German shoppers read German', async () => {
    const { page } = visit;
    await shopping.goToCheckout(page, visit.shop.url);
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('heading', { name: 'Lieferadresse' }).waitFor();
    await page.getByRole('button', { name: '139,00 € zahlen' }).click();
    await page.getByRole('link', { name: 'Geben Sie die Postleitzahl an' }).waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'in %s nothing keeps anybody out, and nothing jumps',
    async (colorScheme) => {
      const { page } = visit;
      await page.emulateMedia({ colorScheme });
      await shopping.goToCheckout(page, visit.shop.url);
      await page.reload();
      await page.getByRole('button', { name: /^Pay / }).waitFor();
      expect(await layoutShiftOn(page)).toBeLessThan(0.05);
      await shopping.pay(page);
      await page.getByRole('region', { name: 'things are missing' }).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await photograph(page, `checkout-${colorScheme}`);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.getByRole('button', { name: 'Show the order' }).click();
      await page.getByText('Change the cart').waitFor();
      expect(await widthOf(page)).toBeLessThanOrEqual(360);
      expect(await barriersOn(page)).toEqual([]);
      await photograph(page, `checkout-phone-${colorScheme}`);
    },
  );
});
