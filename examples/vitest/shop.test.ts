import { createSandbox } from 'headlesspro/testing';
import { expect, test } from 'vitest';

test('a customer is told by mail and the shop by webhook of what was bought', async (context) => {
  const store = await createSandbox({ test: context });
  const tea = await store.given.product({ price: 1290, stock: 3 });
  const order = await store.given.order({ product: tea, quantity: 2 });
  const webhook = await store.webhooks.waitFor('order.placed');
  expect(webhook.body.data.id).toBe(order.id);
  const mail = await store.inbox.waitFor({ to: order.email, kind: 'order_placed' });
  expect(mail.subject).toContain(order.number);
});

test('what is sold out can not be bought', async (context) => {
  const store = await createSandbox({ test: context });
  const tea = await store.given.product({ stock: 1 });
  await store.given.order({ product: tea });
  await expect(store.given.order({ product: tea })).rejects.toThrow('cart_not_ready');
});
