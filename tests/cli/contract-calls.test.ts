import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { changingProxy } from '../contract/changing-proxy.ts';
import { hp, hpCommand, plainEnvironment } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

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

/** A store that runs, with a product, and a storefront in its folder. */
async function givenStorefront() {
  const folder = smallProject();
  const dev = startDev(folder, ['--no-storefront']);
  const { api: url, secretKey, publishableKey } = await dev.next('ready');
  const keys = { secret: String(secretKey), publishable: String(publishableKey) };
  const mug = {
    productType: 'book',
    slug: 'mug',
    title: 'Mug',
    status: 'active',
    publications: [{ channel: 'web' }],
  };
  const headers = { authorization: `Bearer ${keys.secret}`, 'content-type': 'application/json' };
  const made = await fetch(`${url}/v1/products`, { method: 'POST', headers, body: JSON.stringify(mug) });
  expect(made.status, await made.text()).toBe(201);
  writeFileSync(join(folder, 'storefront.mjs'), storefront);
  return { folder, url: String(url), keys };
}

/** Records until Ctrl-C what is asked at the address that it shows. */
async function recordByHand(folder: string, file: string, use: (url: string) => Promise<unknown>) {
  const recording = spawn(process.execPath, [hpCommand, 'contract', 'record', file], {
    cwd: folder,
    env: plainEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(recording, 'exit');
  const shown = new Promise<string>((resolve) => {
    createInterface({ input: recording.stderr }).on('line', (line) => {
      const url = /^Recording at (\S+),/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  await use(await shown);
  recording.kill('SIGINT');
  const [exitCode] = await ended;
  return exitCode;
}

test('what a storefront calls is recorded, and made again in a sandbox of a newer version', {
  timeout: 60_000,
}, async () => {
  const { folder, url, keys } = await givenStorefront();
  const file = join(folder, 'shop.calls.json');
  const record = ['contract', 'record', 'shop.calls.json', '--json', '--', 'node', 'storefront.mjs'];
  const recorded = await hp(record, folder);
  expect(recorded, recorded.stderr).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(recorded.stdout).data).toMatchObject({ calls: 6, file: 'shop.calls.json' });
  const text = readFileSync(file, 'utf8');
  const { calls } = JSON.parse(text);
  expect(calls.map(({ request }: { request: string }) => request)).toEqual([
    ...['GET /v1/categories', 'GET /v1/products', 'GET /v1/products/{prod_1}', 'POST /graphql'],
    ...['POST /v1/carts', 'POST /v1/carts/{cart_1}/read'],
  ]);
  expect(calls[3].body).toMatchObject({ query: ['query Mug($slug: String!) {', expect.anything(), '}'] });
  for (const secret of [keys.secret, keys.publishable, 'jane@doe.org', url])
    expect(text).not.toContain(secret);
  expect(await hp(record, folder)).toMatchObject({ exitCode: 1 });

  const verify = ['contract', 'verify', '--calls', 'shop.calls.json', '--junit', 'calls.xml'];
  const same = await hp([...verify, '--json'], folder);
  expect(same, same.stdout).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(same.stdout).data.counts).toEqual({ passed: 6, failed: 0, skipped: 0, absent: 0 });
  expect(readFileSync(join(folder, 'calls.xml'), 'utf8')).toContain('name="checkout.carts.create (call 5)"');
  const carts = await fetch(`${url}/v1/carts`, { headers: { authorization: `Bearer ${keys.secret}` } });
  expect(await carts.json()).toMatchObject({ data: [{ email: 'jane@doe.org' }] });

  const newer = await changingProxy(url, (route, answer) => {
    if (route.startsWith('GET /v1/products/'))
      answer.text = answer.text.replace('"title":"Mug"', '"title":null');
    if (route === 'POST /graphql') answer.text = answer.text.replaceAll('"title"', '"heading"');
    if (route !== 'GET /v1/openapi.json') return;
    const document = JSON.parse(answer.text);
    delete document.paths['/v1/categories'].get;
    delete document.components.schemas.Cart.properties.lines;
    answer.text = JSON.stringify(document);
  });
  const changed = await hp([...verify, '--against', newer, '--json'], folder, {
    ...{ HEADLESSPRO_TARGET_KEY: keys.secret, HEADLESSPRO_PUBLISHABLE_KEY: keys.publishable },
  });
  expect(changed, changed.stderr).toMatchObject({ exitCode: 1 });
  const failed = JSON.parse(changed.stdout).data.operations.filter(
    ({ verdict }: { verdict: string }) => verdict === 'failed',
  );
  expect(failed).toMatchObject([
    { call: 1, findings: [{ check: 'route', expected: 'GET /v1/categories' }] },
    { call: 3, findings: [{ check: 'answer', pointer: '/title', came: 'nothing, or null' }] },
    { call: 4, findings: [{ check: 'document', came: expect.stringContaining('"title"') }] },
    { call: 5, findings: [{ check: 'contract', pointer: '/cart/lines' }] },
    { call: 6, findings: [{ check: 'contract', pointer: '/lines' }] },
  ]);

  const headers = { authorization: `Bearer ${keys.publishable}` };
  const byHand = await recordByHand(folder, 'hand.calls.json', async (address) => {
    expect((await fetch(`${address}/v1/products`, { headers })).status).toBe(200);
    // What such a call can rely on is looked up when the recording ends.
    const body = JSON.stringify({ query: '{ products(first: 1) { nodes { title } } }' });
    const json = { ...headers, 'content-type': 'application/json' };
    expect((await fetch(`${address}/graphql`, { method: 'POST', headers: json, body })).status).toBe(200);
  });
  expect(byHand).toBe(0);
  const kept = JSON.parse(readFileSync(join(folder, 'hand.calls.json'), 'utf8'));
  expect(kept.calls.map(({ operation }: { operation: string }) => operation)).toEqual([
    ...['catalog.products.list', 'graphql'],
  ]);
});
