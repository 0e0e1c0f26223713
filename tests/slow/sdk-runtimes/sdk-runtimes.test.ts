import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTypeScriptProject } from '../../../codegen/cases/typescript-project.ts';
import { writeSdk } from '../../../codegen/index.ts';
import { signWebhook } from '../../../codegen/typescript/core/webhooks.ts';
import { startTestStore, type TestStore } from '../../../emulator/testing/start-test-store.ts';
import { seedSdk } from '../../sdk/seed-sdk.ts';
import { type Program, packages, runtimes } from './runtimes.ts';

let store: TestStore;
let program: Program;

const server = (settings: string) => `import { exercise } from './exercise.ts';
console.log(JSON.stringify(await exercise(JSON.parse(${settings}), true)));
`;

/** The program beside the SDK of the store, written against its types. */
async function writeProject(folder: string): Promise<string> {
  writeSdk(join(folder, 'headlesspro'), seedSdk('typescript', { importExtension: '.ts' }));
  const source = await readFile(join(import.meta.dirname, 'exercise.ts'), 'utf8');
  await writeFile(join(folder, 'exercise.ts'), source.replace(/^\/\/ @ts-nocheck.*\n/, ''));
  await writeTypeScriptProject(folder, { allowImportingTsExtensions: true });
  const options = { preferLocal: true, reject: false, cwd: process.cwd() } as const;
  expect((await execa('tsc', ['-p', folder], options)).stdout).toBe('');
  const { outputFiles } = await build({
    ...{ entryPoints: [join(folder, 'exercise.ts')], bundle: true, write: false },
    ...{ platform: 'neutral', format: 'esm', target: 'es2022' },
  });
  await writeFile(join(folder, 'exercise.mjs'), outputFiles[0]?.text ?? '');
  await writeFile(join(folder, 'server.ts'), server('(globalThis as any).process.env.SETTINGS'));
  await writeFile(
    join(folder, 'node.mjs'),
    server('process.env.SETTINGS').replace('exercise.ts', 'exercise.mjs'),
  );
  return outputFiles[0]?.text ?? '';
}

beforeAll(async () => {
  store = await startTestStore({ seed: 'fashion' });
  const folder = await mkdtemp(join(tmpdir(), 'sdk-runtimes-'));
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await execa('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder });
  const bundle = await writeProject(folder);
  const body = JSON.stringify({
    ...{ id: 'evt_1', type: 'product.created', time: new Date().toISOString(), data: { id: 'prod_1' } },
  });
  const webhookSecret = `whsec_${Buffer.from('a secret of the shop').toString('base64')}`;
  const headers = await signWebhook(body, { secret: webhookSecret });
  const { url, secretKey, publishableKey } = store;
  program = {
    folder,
    bundle,
    settings: { url, secretKey, publishableKey, webhookSecret, hook: { body, headers } },
  };
});

afterAll(async () => {
  await store?.close();
  if (program) await rm(program.folder, { recursive: true, force: true });
});

const visitor = { missing: { status: 404, hasRequestId: true }, status: 200, cancelled: 'CancelledError' };
const receiver = { type: 'product.created', altered: 'signature', parsed: 'body' };

test.each(Object.entries(runtimes))('the SDK does the same in %s', async (name, run) => {
  const outcome = (await run(program)) as { visitor: { products: number } };
  expect(outcome).toMatchObject({ visitor, receiver });
  expect(outcome.visitor.products).toBeGreaterThan(20);
  expect(outcome).toMatchObject({
    server: name === 'a browser' ? 'TypeError' : { uploaded: true, title: 'Anorak', conflict: 409 },
  });
});
