import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cliOrigin } from './cli-origin.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hp-origin-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, contents: object): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(contents));
  return dirname(file);
}

const packaged = (path: string) => write(`${path}/package.json`, { name: 'headlesspro', version: '1.2.3' });

test('a checkout is depended on where it lies', () => {
  const checkout = packaged('checkout');
  expect(cliOrigin(checkout)).toBe(`file:${checkout}`);
});

test('npx of a tarball: the cache names it relative to itself', () => {
  writeFileSync(join(folder, 'hp.tgz'), '');
  write('cache/_npx/abc/package.json', { dependencies: { headlesspro: 'file:../../../hp.tgz' } });
  expect(cliOrigin(packaged('cache/_npx/abc/node_modules/headlesspro'))).toBe(`file:${folder}/hp.tgz`);
});

test('a tarball that only the lock file knows', () => {
  writeFileSync(join(folder, 'hp.tgz'), '');
  const installed = packaged('project/node_modules/headlesspro');
  write('project/node_modules/.package-lock.json', {
    packages: { 'node_modules/headlesspro': { resolved: 'file:../hp.tgz' } },
  });
  expect(cliOrigin(installed)).toBe(`file:${folder}/hp.tgz`);
});

test('pnpm keeps packages two levels deeper', () => {
  writeFileSync(join(folder, 'hp.tgz'), '');
  write('project/package.json', { devDependencies: { headlesspro: 'file:../hp.tgz' } });
  const path = 'project/node_modules/.pnpm/headlesspro@file+hp.tgz/node_modules/headlesspro';
  expect(cliOrigin(packaged(path))).toBe(`file:${folder}/hp.tgz`);
});

test.each([
  ['a range', '^1.0.0'],
  ['a tag', 'latest'],
  ['a registry address', 'https://registry.npmjs.org/headlesspro/-/headlesspro-1.2.3.tgz'],
])('installed by %s of a registry, it is depended on by its version', (_, spec) => {
  write('project/package.json', { dependencies: { headlesspro: spec } });
  expect(cliOrigin(packaged('project/node_modules/headlesspro'))).toBe('^1.2.3');
});

test('installed globally, it is depended on by its version', () => {
  expect(cliOrigin(packaged('lib/node_modules/headlesspro'))).toBe('^1.2.3');
});

test('an address of somebody is depended on as it is', () => {
  const address = 'https://example.com/builds/headlesspro.tgz';
  write('project/package.json', { dependencies: { headlesspro: address } });
  expect(cliOrigin(packaged('project/node_modules/headlesspro'))).toBe(address);
});

test('a tarball that is gone is said, before anything is made', () => {
  write('project/package.json', { dependencies: { headlesspro: 'file:../gone.tgz' } });
  const installed = packaged('project/node_modules/headlesspro');
  expect(() => cliOrigin(installed)).toThrow(/gone\.tgz/);
});
