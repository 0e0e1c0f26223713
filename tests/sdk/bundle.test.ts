import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { createContract } from '../../runtime/contract/contract.ts';
import { publishableScopes } from '../../runtime/contract/scope.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { givenProject } from './store-sdk.ts';

let directory = '';

beforeAll(async () => {
  ({ directory } = await givenProject('sdk-bundle', {}));
});

/** What a bundler makes of a line of code for a browser. */
async function bundle(source: string): Promise<{ text: string; kilobytes: number; files: string[] }> {
  const result = await build({
    stdin: { contents: source, resolveDir: directory, loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const text = result.outputFiles[0]?.text ?? '';
  const files = Object.entries(Object.values(result.metafile.outputs)[0]?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path.replace(/^.*headlesspro\//, ''));
  return { text, kilobytes: gzipSync(text).length / 1024, files };
}

/** Method and path of each request that a minified bundle can make: `GET /v1/products/{}`. */
function requestsIn(text: string): string[] {
  const found = text.matchAll(/method:["'`](\w+)["'`],path:\w*["'`](\/[^"'`]*)["'`]/g);
  const requests = [...found].map(
    ([, method, path = '']) => `${method} ${path.replaceAll(/\$\{\w+\}/g, '{}')}`,
  );
  return [...new Set(requests)].sort();
}

describe('the bundle of the storefront entry', () => {
  test('is small: at most 5.5 KB compressed', async () => {
    const { kilobytes } = await bundle(
      "import { createStorefront } from './headlesspro/storefront.js'; console.log(createStorefront);",
    );
    expect(kilobytes).toBeLessThan(5.5);
  });

  test('has every operation that a publishable key may call, and no other', async () => {
    const { text, files } = await bundle(
      "import { createStorefront } from './headlesspro/storefront.js'; console.log(createStorefront);",
    );
    const allowed = [...createContract(fashionConfig).operations.values()]
      .filter(({ scopes }) => scopes.every((scope) => publishableScopes.includes(scope)))
      .map(({ http }) => http.replaceAll(/\{\w+\}/g, '{}'));
    expect(requestsIn(text)).toEqual([...new Set(allowed), 'POST /graphql'].sort());
    expect(text).not.toMatch(/createStore\b|whsec/);
    expect(files.filter((file) => !/^(core|storefront)\b/.test(file) && file !== '<stdin>')).toEqual([]);
    expect(files).not.toContain('core/webhooks.ts');
  });

  test('of one resource alone has that resource alone', async () => {
    const { text } = await bundle(
      `import { Products } from './headlesspro/storefront/catalog/products.js';
       import { ApiClient } from './headlesspro/core/client.js';
       console.log(new Products(new ApiClient('hp_pk_x', { url: '' })));`,
    );
    expect(text).toContain('/v1/products');
    expect(text).not.toMatch(/categories|collections/);
  });
});

test('the webhooks entry carries no client', async () => {
  const { files, kilobytes } = await bundle(
    "import { webhooks } from './headlesspro/webhooks.js'; console.log(webhooks);",
  );
  expect(files).not.toContain('core/client.ts');
  expect(files).not.toContain('core/send.ts');
  expect(kilobytes).toBeLessThan(4);
});

test('nothing of the SDK comes from a package', async () => {
  const { files } = await bundle(
    "import * as store from './headlesspro/index.js'; import * as hooks from './headlesspro/webhooks.js'; console.log(store, hooks);",
  );
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
  expect(files).toContain(join('catalog', 'products.ts'));
});
