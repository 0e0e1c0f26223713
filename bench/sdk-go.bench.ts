// The SDK in Go: a product by its id beside the same request by net/http, parsed into a map (at most 1.3, as in TypeScript:
// reading takes about as long as into a map, and rounds of two processes on two cores differ by a fifth).
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { writeSdk } from '../codegen/index.ts';
import { seedSdk } from '../tests/sdk/seed-sdk.ts';
import { buildGo } from '../tests/slow/sdk-go/go-tools.ts';
import { ratioOf } from './interleave.ts';
import { judge } from './judge.ts';
import { serve } from './serve.ts';

const folder = await mkdtemp(join(tmpdir(), 'sdk-go-'));
const platform = await serve('platform', folder);
try {
  writeSdk(join(folder, 'sdk'), seedSdk('go'));
  await cp(join(import.meta.dirname, 'sdks', 'go'), join(folder, 'fetch'), { recursive: true });
  const program = await buildGo(join(folder, 'fetch'), join(folder, 'fetch', 'fetch'));
  const { url, key } = platform;
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${url}/v1/products?pageSize=1`, { headers });
  const { data } = (await answer.json()) as { data: readonly { id: string }[] };
  const { stdout } = await execa(program, [url, key, data[0]?.id ?? '', '25', '200']);
  const { sdk, bare }: { sdk: number[]; bare: number[] } = JSON.parse(stdout);
  judge('a product by the SDK in Go / by net/http', ratioOf(sdk, bare), { atMost: 1.3 });
} finally {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
}
