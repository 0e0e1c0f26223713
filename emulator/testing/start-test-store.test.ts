import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
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

test('a test store takes its data with it, and that of stores whose process ended before they were closed', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'test-store-'));
  vi.stubEnv('TMPDIR', parent);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(parent, { recursive: true });
  });
  const ended = spawn(process.execPath, ['-e', '']);
  await once(ended, 'exit');
  const host = hostname().replace(/[^\w.]/g, '_');
  mkdirSync(join(parent, `headlesspro-${host}-${ended.pid}-left`));
  const store = await startTestStore();
  expect(readdirSync(parent)).toMatchObject([expect.stringMatching(`^headlesspro-${host}-${process.pid}-`)]);
  await store.close();
  expect(readdirSync(parent)).toEqual([]);
});
