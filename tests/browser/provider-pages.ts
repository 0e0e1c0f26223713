import type { Page } from 'playwright-core';

/** The simulated providers' own pages, as a shopper uses them. */
export const providerPages = {
  async enterCard(page: Page, number: string): Promise<void> {
    const form = page.getByRole('form', { name: 'Pay with a card' });
    await form.getByLabel('Email').fill('ada@example.com');
    await form.getByLabel('Card number').fill(number);
    await form.getByLabel('Expires (MM/YY)').fill('12/40');
    await form.getByLabel('Security code').fill('123');
    await form.getByLabel('Name on card').fill('Ada Berg');
    await form.getByRole('button', { name: 'Pay' }).click();
  },

  async answerChallenge(page: Page, answer: 'complete' | 'fail' | 'abandon'): Promise<void> {
    await page.locator(`button[name="answer"][value="${answer}"]`).click();
  },

  async cancelCard(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Cancel and go back' }).click();
  },

  async answerPayPal(page: Page, decision: 'approve' | 'cancel'): Promise<void> {
    await page.locator(`button[name="decision"][value="${decision}"]`).click();
  },
};

/** Test cards of Stripe's documentation. */
export const cards = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  challenged: '4000 0000 0000 3220',
};
