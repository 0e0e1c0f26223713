// The SDK in TypeScript: a product by its id beside the same request by fetch (at most 1.3).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeSdk } from '../codegen/index.ts';
import { seedSdk } from '../tests/sdk/seed-sdk.ts';
import { interleave, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';
import { serve } from './serve.ts';

const rounds = 15;
const reads = 200;
const folder = await mkdtemp(join(tmpdir(), 'sdk-typescript-'));
const platform = await serve('platform', folder);
try {
  writeSdk(join(folder, 'sdk'), seedSdk('typescript', { importExtension: '.ts' }));
  const { createStore } = await import(pathToFileURL(join(folder, 'sdk', 'index.ts')).href);
  const { url, key } = platform;
  const { products } = createStore({ url, secretKey: key }).catalog;
  const { id } = (await products.list({ pageSize: 1 })).data[0];
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' };
  const several = async (read: () => Promise<{ id: string }>) => {
    for (let count = 0; count < reads; count++)
      if ((await read()).id !== id) throw new Error('Another product was answered.');
  };
  const bare = async () => {
    const response = await fetch(`${url}/v1/products/${id}`, { headers });
    return (await response.json()) as { id: string };
  };
  const costs = await interleave(
    { sdk: () => several(() => products.get(id)), bare: () => several(bare) },
    rounds,
  );
  judge('a product by the SDK in TypeScript / by fetch', ratioOf(costs.sdk, costs.bare), { atMost: 1.3 });
} finally {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
}
