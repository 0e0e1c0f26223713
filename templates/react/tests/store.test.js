import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSandbox } from 'headlesspro/testing';

test('an order can be placed and paid, and a webhook tells of it', async () => {
  // A store of this test's own, made from the store of `hp exec` or `hp dev`; alone, from an empty one.
  const store = await createSandbox();
  try {
    const order = await store.given.order({ state: 'paid' });
    const webhook = await store.webhooks.waitFor('order.placed');
    assert.equal(webhook.body.data.id, order.id);
  } finally {
    await store.close();
  }
});
