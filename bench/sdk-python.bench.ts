// The SDK in Python: a product by its id beside the same request by httpx (at most 2); importing it, and the time until its
// client is there, beside one of httpx with pydantic imported (at most 0.5 and 2).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { writeSdk } from '../codegen/index.ts';
import { startTestStore } from '../emulator/testing/start-test-store.ts';
import { seedSdk } from '../tests/sdk/seed-sdk.ts';
import { ratioOf } from './interleave.ts';
import { judge } from './judge.ts';

const scripts = join(import.meta.dirname, 'sdks');
const folder = await mkdtemp(join(tmpdir(), 'sdk-python-'));
const store = await startTestStore({ seed: 'fashion' });
try {
  writeSdk(join(folder, 'sdk'), seedSdk('python'));
  await execa('python3', ['-m', 'venv', join(folder, 'venv')]);
  const python = join(folder, 'venv', 'bin', 'python');
  await execa(python, ['-m', 'pip', 'install', '--quiet', join(folder, 'sdk')]);
  const run = async (script: string, ...words: readonly string[]): Promise<Record<string, number[]>> =>
    JSON.parse((await execa(python, [join(scripts, script), ...words])).stdout);

  const headers = { authorization: `Bearer ${store.secretKey}` };
  const answer = await fetch(`${store.url}/v1/products?pageSize=1`, { headers });
  const { data } = (await answer.json()) as { data: readonly { id: string }[] };
  const id = data[0]?.id ?? '';
  const { sdk = [], bare = [] } = await run('fetch.py', store.url, store.secretKey, id, '15', '100');
  judge('a product by the SDK in Python / by httpx', ratioOf(sdk, bare), { atMost: 2 });
  const starts = await run('import_time.py', '15');
  const { module = [], client = [], bare: plain = [] } = starts;
  judge('importing the SDK in Python / a client of httpx', ratioOf(module, plain), { atMost: 0.5 });
  judge('a client of the SDK in Python / of httpx', ratioOf(client, plain), { atMost: 2 });
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
