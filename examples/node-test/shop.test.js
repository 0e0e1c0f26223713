import assert from 'node:assert/strict';
import test from 'node:test';
import { createSandbox } from 'headlesspro/testing';

test('a customer is told by mail and the shop by webhook of what was bought', async (t) => {
  const store = await createSandbox({ test: t });
  const tea = await store.given.product({ price: 1290, stock: 3 });
  const order = await store.given.order({ product: tea, quantity: 2 });
  const webhook = await store.webhooks.waitFor('order.placed');
  assert.equal(webhook.body.data.id, order.id);
  const mail = await store.inbox.waitFor({ to: order.email, kind: 'order_placed' });
  assert.match(mail.subject, new RegExp(order.number));
});

test('what is sold out can not be bought', async (t) => {
  const store = await createSandbox({ test: t });
  const tea = await store.given.product({ stock: 1 });
  await store.given.order({ product: tea });
  await assert.rejects(store.given.order({ product: tea }), /cart_not_ready/);
});
