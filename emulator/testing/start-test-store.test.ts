import { expect, test } from 'vitest';
import { startTestStore } from './start-test-store.ts';

test('two test stores run side by side and share nothing', async () => {
  const [one, two] = await Promise.all([startTestStore(), startTestStore()]);
  const create = (store: typeof one) =>
    fetch(`${store.url}/v1/inventory/locations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${store.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Warehouse', country: 'DE' }),
    });
  expect((await create(one)).status).toBe(201);
  const listed = await fetch(`${two.url}/v1/inventory/locations`, {
    headers: { authorization: `Bearer ${two.secretKey}` },
  });
  expect(await listed.json()).toMatchObject({ data: [] });
  const stranger = await fetch(`${two.url}/v1/inventory/locations`, {
    headers: { authorization: `Bearer ${one.secretKey}` },
  });
  expect(stranger.status).toBe(401);
  await Promise.all([one.close(), two.close()]);
});
