import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { givenProject } from './store-sdk.ts';

function usage(extension: string): string {
  return `
import { createStorefront } from './headlesspro/storefront${extension}';
import { webhooks } from './headlesspro/webhooks${extension}';
const store = createStorefront({ publishableKey: 'hp_pk_x', url: 'http://127.0.0.1:4000' });
console.log(typeof store.catalog.products.list, typeof webhooks.unwrap);
`;
}

test('compiled for Node, the SDK runs as it is', async () => {
  const { directory, compile } = await givenProject(
    'sdk-node',
    { 'main.ts': usage('.js'), 'package.json': '{ "type": "module" }' },
    { compilerOptions: { module: 'NodeNext', moduleResolution: 'NodeNext', noEmit: false, outDir: 'out' } },
  );
  expect(await compile()).toEqual([]);
  const { stdout } = await execa('node', [join(directory, 'out/main.js')]);
  expect(stdout).toBe('function function');
});

test('for bundlers that do not know .js for .ts, imports have no extension', async () => {
  const project = await givenProject('sdk-bare', { 'main.ts': usage('') }, { importExtension: '' });
  expect(await project.compile()).toEqual([]);
});

test('for runtimes that read TypeScript, imports end in .ts', async () => {
  const project = await givenProject(
    'sdk-typescript',
    { 'main.ts': usage('.ts') },
    { importExtension: '.ts', compilerOptions: { allowImportingTsExtensions: true } },
  );
  expect(await project.compile()).toEqual([]);
});
