import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { type DevLine, followDev, type RunningDev } from '../cli/running-dev.ts';
import { type PackedCli, packCli } from './packed-cli.ts';

/*
 * A developer's first day, from the packed tarball: scaffold, run, browse, change a price, add an attribute, and work
 * on in a train without network. One project; the tests build on one another as the day does.
 */

let packed: PackedCli;
let project: string;

beforeAll(async () => {
  packed = await packCli();
  project = (await packed.init('first-day', 'my-store')).project;
});

afterAll(() => packed?.remove());

describe('with hp dev and a browser', () => {
  let dev: RunningDev;
  let ready: DevLine;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const child = spawn(join(project, 'node_modules/.bin/hp'), ['dev', '--json', '--port', '0'], {
      cwd: project,
      env: packed.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    dev = followDev(child);
    ready = await dev.next('ready');
    browser = await openBrowser();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await dev?.stop();
  });

  async function api<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${ready.api}${path}`, {
      method,
      headers: { authorization: `Bearer ${ready.secretKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  const cards = () => page.getByRole('article');

  test('the storefront lists the seeded products, and filters them by category', async () => {
    await page.goto(String(ready.storefront));
    await cards().first().waitFor();
    const everything = await cards().count();
    expect(everything).toBeGreaterThan(8);
    await page.getByRole('link', { name: 'Shoes', exact: true }).locator('visible=true').first().click();
    await page.getByRole('heading', { level: 1, name: 'Shoes' }).waitFor();
    await expect.poll(() => cards().count()).toBeLessThan(everything);
  });

  test('prices are shown in the currency that is chosen', async () => {
    await page.getByLabel('Currency').selectOption('USD');
    await cards().first().getByText('$').first().waitFor();
  });

  test('a price that is changed over the API is seen in the storefront', async () => {
    type Product = {
      id: string;
      slug: string;
      title: string;
      variants: { id: string; prices: { amount: number; currency: string }[] }[];
    };
    const { data } = await api<{ data: Product[] }>('GET', '/v1/products?pageSize=1&sort=title');
    const [product] = data;
    const [variant] = product?.variants ?? [];
    if (!product || !variant) throw new Error('The seed has no product.');
    const shown = page.getByRole('main');
    await page.goto(`${ready.storefront}/products/${product.slug}?variant=${variant.id}`);
    await page.getByRole('heading', { level: 1, name: product.title }).waitFor();
    expect(await shown.textContent()).not.toContain('$1,234.50');
    await api('PATCH', `/v1/products/${product.id}/variants/${variant.id}`, {
      prices: variant.prices.map(({ currency }) => ({ amount: 123_450, currency })),
    });
    await page.reload();
    await shown.getByText('$1,234.50').first().waitFor();
  });

  test('an attribute that is added to the config is in REST, in GraphQL and in the types of the SDK', async () => {
    const file = join(project, 'headlesspro.config.ts');
    const source = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      source.replace('attributes: {', "attributes: {\n        weave: { type: 'text', label: 'Weave' },"),
    );
    await dev.next('config.applied');

    const { data } = await api<{ data: { id: string }[] }>(
      'GET',
      '/v1/products?productType=apparel&pageSize=1',
    );
    const id = data[0]?.id ?? '';
    await api('PATCH', `/v1/products/${id}`, { attributes: { weave: 'herringbone' } });
    const query = `{ product(productId: "${id}") { attributes { weave } } }`;
    const answer = await api<{ data: { product: { attributes: { weave: string } } } }>('POST', '/graphql', {
      query,
    });
    expect(answer.data.product.attributes.weave).toBe('herringbone');

    const use = join(project, 'src', 'weave.ts');
    const program = (name: string) =>
      `import type { Product } from './headlesspro/index.js';\nexport const weave = (product: Product) => product.attributes.${name};\n`;
    writeFileSync(use, program('weave'));
    await packed.run('npx', ['tsc'], project);
    writeFileSync(use, program('weeve'));
    const refused = await execa('npx', ['tsc'], { cwd: project, env: packed.environment, reject: false });
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stdout).toContain("Did you mean 'weave'?");
    writeFileSync(use, program('weave'));
  });
});

test('without a network everything starts and works: platform, storefront, pages, SDK, CLI', async () => {
  const isRoot = process.getuid?.() === 0;
  const visit = resolve(import.meta.dirname, 'offline/visit.ts');
  const inside = `ip link set lo up && exec node --import tsx ${visit} ${project}`;
  const { stdout } = await execa(
    'unshare',
    [...(isRoot ? [] : ['--map-root-user']), '--net', 'sh', '-c', inside],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      env: packed.environment,
      extendEnv: false,
      stdin: 'ignore',
    },
  );
  expect(JSON.parse(stdout)).toEqual({
    routes: '',
    products: true,
    graphql: true,
    cards: true,
    playground: true,
    dashboard: true,
    reference: true,
    generate: 0,
    doctor: 0,
    outside: [],
    ended: 0,
  });
});
