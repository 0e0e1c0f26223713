import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { emptyFolder, hp } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

const state = (project: string) => ({ XDG_STATE_HOME: join(project, '..', '.state') });

/** A project whose config declares what the seed uses. */
function fashionProject(): string {
  const project = smallProject(emptyFolder());
  writeFileSync(join(project, 'headlesspro.config.ts'), seedNamed('fashion').configSource('Shop'));
  return project;
}

async function products(ready: {
  readonly [property: string]: unknown;
}): Promise<{ id: string; title: string }[]> {
  const answer = await fetch(`${ready.api}/v1/products?pageSize=100`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  return ((await answer.json()) as { data: { id: string; title: string }[] }).data;
}

async function rename(ready: { readonly [property: string]: unknown }, id: string, title: string) {
  const answer = await fetch(`${ready.api}/v1/products/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${ready.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  });
  expect(answer.status).toBe(200);
}

test('a fresh store is filled from the seed that the config names', async () => {
  const dev = startDev(fashionProject(), ['--no-storefront']);
  expect((await products(await dev.next('ready'))).length).toBeGreaterThan(20);
});

test('what was written is still there after a stop, and after a kill', async () => {
  const project = fashionProject();
  for (const [signal, title] of [
    ['SIGTERM', 'First title'],
    ['SIGKILL', 'Second title'],
  ] as const) {
    const dev = startDev(project, ['--no-storefront']);
    const ready = await dev.next('ready');
    const [first] = await products(ready);
    await rename(ready, first?.id ?? '', title);
    await dev.stop(signal);
  }
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  expect((await products(ready)).map((product) => product.title)).toContain('Second title');
});

test('hp reset starts again beside a running hp dev, and sets the data aside', async () => {
  const project = fashionProject();
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  const [first] = await products(ready);
  await rename(ready, first?.id ?? '', 'Gone after the reset');
  const reset = await hp(['reset', '--yes'], project, state(project));
  expect(reset.exitCode).toBe(0);
  await dev.next('data.reset');
  const titles = (await products(ready)).map((product) => product.title);
  expect(titles).toContain(first?.title);
  expect(titles).not.toContain('Gone after the reset');
  const [aside = ''] = readdirSync(join(project, '.headlesspro', 'aside'));
  expect(existsSync(join(project, '.headlesspro', 'aside', aside, 'store.db'))).toBe(true);
});

test('hp reset works without a running hp dev, also on a damaged file', async () => {
  const project = fashionProject();
  const dev = startDev(project, ['--no-storefront']);
  await dev.next('ready');
  await dev.stop();
  writeFileSync(join(project, '.headlesspro', 'store.db'), 'this is no database');
  const refused = await hp(['dev', '--no-storefront'], project, state(project));
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('hp reset');
  expect(readFileSync(join(project, '.headlesspro', 'store.db'), 'utf8')).toBe('this is no database');
  const reset = await hp(['reset', '--yes'], project, state(project));
  expect(reset.stderr).toBe('');
  expect(reset.exitCode).toBe(0);
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  expect((await products(ready)).length).toBeGreaterThan(20);
});

test('hp reset without a terminal and without --yes changes nothing, and names the flag', async () => {
  const project = smallProject();
  const { exitCode, stderr } = await hp(['reset'], project, state(project));
  expect(exitCode).toBe(64);
  expect(stderr).toContain('--yes');
  expect(existsSync(join(project, '.headlesspro'))).toBe(false);
});

test('hp seed fills a store again and leaves what is there', async () => {
  const project = fashionProject();
  const dev = startDev(project, ['--no-storefront']);
  const ready = await dev.next('ready');
  const before = await products(ready);
  await rename(ready, before[0]?.id ?? '', 'Renamed');
  const seeded = await hp(['seed', '--json'], project, state(project));
  expect(JSON.parse(seeded.stdout)).toMatchObject({ ok: true, data: { seed: 'fashion' } });
  expect((await products(ready)).map((product) => product.title).sort()).toEqual(
    before.map((product) => product.title).sort(),
  );
});

test('a seed that does not fit the config is refused with what is missing', async () => {
  const project = smallProject();
  const { exitCode, stderr } = await hp(['seed', 'fashion'], project, state(project));
  expect(exitCode).toBe(1);
  expect(stderr).not.toContain('fault in hp');
  expect(stderr).toContain('config');
});

test('an unknown seed is refused with the nearest one', async () => {
  const project = smallProject();
  const { exitCode, stderr } = await hp(['seed', 'fashoin'], project, state(project));
  expect(exitCode).toBe(64);
  expect(stderr).toContain('Did you mean fashion?');
});
