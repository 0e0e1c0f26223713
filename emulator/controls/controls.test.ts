import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestStore, type TestStore } from '../testing/start-test-store.ts';
import { createControlClient } from './control-client.ts';

let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
});

afterAll(() => store.close());

const ask = (path: string, headers: Record<string, string>) =>
  fetch(`${store.url}/_emulator/v1${path}`, { headers });
const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

describe('a control', () => {
  test('answers whoever has the secret key of a store', async () => {
    const client = createControlClient(store);
    const status = await client.call('status.show', {});
    expect(status).toMatchObject({ storeId: 'local', api: store.url, simulators: store.simulators });
  });

  test.each([
    ['without a key', {}, 401, 'unauthenticated'],
    ['with a key that nobody knows', withKey('hp_sk_unknown'), 401, 'unauthenticated'],
  ])('refuses %s', async (_case, headers, status, code) => {
    const answer = await ask('/status', headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  test('refuses a publishable key, which every visitor of a storefront has', async () => {
    const answer = await ask('/status', withKey(store.publishableKey));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'forbidden', hint: expect.stringContaining('hp_sk_') });
  });

  test('refuses what it does not take, by name', async () => {
    const answer = await ask('/status?storeld=1', withKey(store.secretKey));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '/storeld' }] });
  });

  test('may not be read by pages of other origins', async () => {
    const answer = await ask('/status', withKey(store.secretKey));
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });
});
