import { expect } from 'vitest';

/** What a shopper does on the pages of the simulated Stripe. */
export const good = {
  ...{ email: 'ada@example.com', name: 'Ada', expiry: '12/34', cvc: '123' },
  number: '4242 4242 4242 4242',
};

export async function openPage(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** Sends a form as a browser does, and stays where it was sent. */
export function submit(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

function hiddenFields(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** Answers the bank's question on its page. */
export async function answerChallenge(
  url: string,
  choice: 'complete' | 'fail' | 'abandon',
): Promise<Response> {
  const page = await openPage(url);
  expect(page).toContain('Simulation.');
  return submit(url.split('?')[0] ?? '', { ...hiddenFields(page), answer: choice });
}
