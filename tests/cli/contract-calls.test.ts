import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { startTestStore } from '../../emulator/testing/start-test-store.ts';
import { changingProxy } from '../contract/changing-proxy.ts';
import { emptyFolder, hp, hpCommand, plainEnvironment } from './run-hp.ts';

/** A storefront: it lists, opens what it found in both APIs, and fills a cart. */
const storefront = `
const { HP_API_URL: url, HP_PUBLISHABLE_KEY: key } = process.env;
async function call(route, body) {
  const [method, path] = route.split(' ');
  const headers = { authorization: 'Bearer ' + key, 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
  return answer.json();
}
const [{ data: [mug] }] = await Promise.all([call('GET /v1/products'), call('GET /v1/categories')]);
await call('GET /v1/products/' + mug.id);
const query = 'query Mug($slug: String!) {\\n  productBySlug(slug: $slug) { id title }\\n}';
await call('POST /graphql', { query, variables: { slug: mug.slug } });
const { cart, token } = await call('POST /v1/carts', { currency: 'EUR', email: 'jane@doe.org' });
await call('POST /v1/carts/' + cart.id + '/read', { cartToken: token });
`;

async function givenStorefront() {
  const store = await startTestStore({
    config: { name: 'Test store', currencies: ['EUR'], productTypes: { book: {} } },
  });
  onTestFinished(() => store.close());
  const headers = { authorization: `Bearer ${store.secretKey}`, 'content-type': 'application/json' };
  const mug = {
    productType: 'book',
    slug: 'mug',
    title: 'Mug',
    status: 'active',
    publications: [{ channel: 'web' }],
  };
  const made = await fetch(`${store.url}/v1/products`, {
    method: 'POST',
    headers,
    body: JSON.stringify(mug),
  });
  expect(made.status, await made.text()).toBe(201);
  const folder = emptyFolder();
  writeFileSync(join(folder, 'storefront.mjs'), storefront);
  const env = (url: string) => ({
    ...{ HP_API_URL: url, HP_SECRET_KEY: store.secretKey, HP_PUBLISHABLE_KEY: store.publishableKey },
  });
  return { store, folder, env };
}

test('what a storefront calls is recorded, and is made again in a sandbox of a newer version', {
  timeout: 60_000,
}, async () => {
  const { store, folder, env } = await givenStorefront();
  const file = join(folder, 'shop.calls.json');
  const record = ['contract', 'record', 'shop.calls.json', '--json', '--', 'node', 'storefront.mjs'];
  const recorded = await hp(record, folder, env(store.url));
  expect(recorded, recorded.stderr).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(recorded.stdout).data).toMatchObject({ calls: 6, file: 'shop.calls.json' });
  const text = readFileSync(file, 'utf8');
  const { calls } = JSON.parse(text);
  expect(calls.map(({ request }: { request: string }) => request)).toEqual([
    ...['GET /v1/categories', 'GET /v1/products', 'GET /v1/products/{prod_1}', 'POST /graphql'],
    ...['POST /v1/carts', 'POST /v1/carts/{cart_1}/read'],
  ]);
  expect(calls[3].body).toMatchObject({ query: ['query Mug($slug: String!) {', expect.anything(), '}'] });
  for (const secret of [store.secretKey, store.publishableKey, 'jane@doe.org', store.url])
    expect(text).not.toContain(secret);
  expect(await hp(record, folder, env(store.url))).toMatchObject({ exitCode: 1 });

  const verify = ['contract', 'verify', '--calls', 'shop.calls.json', '--junit', 'calls.xml'];
  const same = await hp([...verify, '--json'], folder, env(store.url));
  expect(same, same.stdout).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(same.stdout).data.counts).toEqual({ passed: 6, failed: 0, skipped: 0, absent: 0 });
  expect(readFileSync(join(folder, 'calls.xml'), 'utf8')).toContain('name="checkout.carts.create (call 5)"');
  const headers = { authorization: `Bearer ${store.secretKey}` };
  const carts = await fetch(`${store.url}/v1/carts`, { headers });
  expect((await carts.json()).data).toHaveLength(1);

  const newer = await changingProxy(store.url, (route, answer) => {
    if (route.startsWith('GET /v1/products/'))
      answer.text = answer.text.replace('"title":"Mug"', '"title":null');
    if (route === 'POST /graphql') answer.text = answer.text.replace('"title"', '"heading"');
    if (route !== 'GET /v1/openapi.json') return;
    const document = JSON.parse(answer.text);
    delete document.paths['/v1/categories'].get;
    delete document.components.schemas.Cart.properties.lines;
    answer.text = JSON.stringify(document);
  });
  const changed = await hp([...verify, '--json'], folder, env(newer));
  expect(changed, changed.stderr).toMatchObject({ exitCode: 1 });
  const failed = JSON.parse(changed.stdout).data.operations.filter(
    ({ verdict }: { verdict: string }) => verdict === 'failed',
  );
  expect(failed).toMatchObject([
    { call: 1, findings: [{ check: 'route', expected: 'GET /v1/categories' }] },
    { call: 3, findings: [{ check: 'answer', pointer: '/title', came: 'nothing, or null' }] },
    { call: 4, findings: [{ check: 'answer', pointer: '/data/productBySlug/title' }] },
    { call: 5, findings: [{ check: 'contract', pointer: '/cart/lines' }] },
    { call: 6, findings: [{ check: 'contract', pointer: '/lines' }] },
  ]);
});

test('a recording without a command ends with Ctrl-C, and has what was called until then', {
  timeout: 60_000,
}, async () => {
  const { store, folder, env } = await givenStorefront();
  const recording = spawn(process.execPath, [hpCommand, 'contract', 'record', 'shop.calls.json'], {
    cwd: folder,
    env: plainEnvironment(env(store.url)),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(recording, 'exit');
  const shown = new Promise<string>((resolve) => {
    createInterface({ input: recording.stderr }).on('line', (line) => {
      const url = /^Recording at (\S+),/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const headers = { authorization: `Bearer ${store.publishableKey}` };
  expect((await fetch(`${await shown}/v1/products`, { headers })).status).toBe(200);
  recording.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(readFileSync(join(folder, 'shop.calls.json'), 'utf8')).toContain('catalog.products.list');
});
