import { expect, test } from 'vitest';
import { createSandbox, MailMissing } from '../testing.ts';

test('mails are waited for and read, and their links followed', async () => {
  await using store = await createSandbox();
  const order = await store.given.order();
  const placed = await store.inbox.waitFor({ to: 'Ada@example.com', subject: order.number });
  expect(placed).toMatchObject({ kind: 'order_placed', orderId: order.id, to: 'ada@example.com' });
  expect(placed.link).toContain(`https://shop.example/`);
  expect(placed.text).toContain(placed.link);

  const request = { email: 'grace@example.com', returnUrl: 'https://shop.example/account' };
  await store.ask('POST /v1/sign-ins', request);
  const first = await store.inbox.waitFor({ to: request.email });
  expect(first.link).toContain(request.returnUrl);
  await store.ask('POST /v1/sign-ins', request);
  const second = await store.inbox.waitFor({ kind: 'customer_sign_in', after: first });
  expect(second.token).not.toBe(first.token);
  expect(await store.ask('POST /v1/sign-ins/complete', { token: second.token })).toMatchObject({
    customer: { email: 'grace@example.com' },
  });
  const all = await store.inbox.list();
  expect(all.map(({ id }) => id)).toEqual([second.id, first.id, placed.id]);
  const missed = store.inbox.waitFor({ subject: /shipped/, milliseconds: 10 });
  await expect(missed).rejects.toThrow(MailMissing);
  await expect(missed).rejects.toThrow(`to ada@example.com (order_placed)`);
});
