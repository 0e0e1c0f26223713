import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStore, type TestStore } from '../../emulator/testing/start-test-store.ts';
import { emptyFolder, hp as runHp } from './run-hp.ts';

let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
});

afterAll(() => store.close());

/** As within `hp exec`, whose environment says which store is meant. */
const hpIn =
  (folder: string) =>
  (...args: string[]) =>
    runHp(args, folder, {
      ...{ HP_API_URL: store.url, HP_SECRET_KEY: store.secretKey },
      HP_PUBLISHABLE_KEY: store.publishableKey,
    });

test('faults are set, listed and cleared by command', async () => {
  const hp = hpIn(emptyFolder());
  const typo = await hp('faults', 'set', 'error', '--provider', 'strype');
  expect([typo.exitCode, typo.stderr]).toEqual([1, expect.stringContaining('Did you mean "stripe"?')]);

  const set = await hp('faults', 'set', 'rate-limit', '--operation', 'catalog.products.list', '--times', '1');
  expect([set.exitCode, set.stdout]).toEqual([0, expect.stringMatching(/fault_1 +rate-limit for 1 s/)]);
  const headers = { authorization: `Bearer ${store.secretKey}` };
  expect((await fetch(`${store.url}/v1/products`, { headers })).status).toBe(429);
  expect((await hp('faults', 'list')).stdout).toMatch(/catalog\.products\.list +each call +1 of 1/);

  expect((await hp('faults', 'scenario')).stdout).toMatch(/^flaky-network +\S/m);
  const { data } = JSON.parse((await hp('faults', 'scenario', 'flaky-network', '--json')).stdout);
  expect(data.faults).toHaveLength(3);
  expect((await hp('faults', 'clear')).stdout).toContain('4 cleared');
});

test('recordings are written to a file that can be replayed', async () => {
  const folder = emptyFolder();
  const hp = hpIn(folder);
  const early = await hp('recordings', 'stop');
  expect([early.exitCode, early.stderr]).toEqual([1, expect.stringContaining('hp recordings start')]);
  expect((await hp('recordings', 'start')).exitCode).toBe(0);
  expect((await hp('recordings', 'stop', 'nothing.json')).stdout).toContain('wrote 0 calls');
  const written = JSON.parse(readFileSync(join(folder, 'nothing.json'), 'utf8'));
  expect(written).toMatchObject({ format: 'headlesspro-recording', calls: [] });
  expect((await hp('recordings', 'replay', 'nothing.json')).exitCode).toBe(0);
  expect((await hp('recordings', 'show')).stdout).toContain('replaying');
  const useless = await hp('recordings', 'stop', 'more.json');
  expect([useless.exitCode, useless.stderr]).toEqual([64, expect.stringContaining('nothing to write')]);
  expect((await hp('recordings', 'stop')).exitCode).toBe(0);
});

test('a recording goes on where its file can not be written', async () => {
  const hp = hpIn(emptyFolder());
  await hp('recordings', 'start');
  const stopped = await hp('recordings', 'stop', `${'a'.repeat(300)}.json`);
  expect([stopped.exitCode, stopped.stderr]).toEqual([1, expect.stringContaining('too long')]);
  expect((await hp('recordings', 'show')).stdout).toContain('recording: 0 calls');
  expect((await hp('recordings', 'stop', 'kept.json')).exitCode).toBe(0);
});
