import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, hp } from './run-hp.ts';

/** A project whose config says this beside its name. */
function projectWith(settings: string): string {
  const folder = emptyFolder();
  writeConfig(folder, settings);
  return folder;
}

function writeConfig(folder: string, settings: string): void {
  const source = `import { defineConfig } from 'headlesspro';\nexport default defineConfig({ name: 'Shop', ${settings} });\n`;
  writeFileSync(join(folder, 'headlesspro.config.ts'), source);
}

test('writes the languages that the config names, where it says, and tells what changed the next time', async () => {
  const folder = projectWith(
    `sdk: { typescript: {}, python: { package: 'shop' }, go: { module: 'example.com/shop' } }`,
  );
  mkdirSync(join(folder, 'src'));
  const first = await hp(['generate'], folder);
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout.split('\n').map((line) => line.replace(/\d+/g, '…'))).toEqual([
    '✔ TypeScript in src/headlesspro: … of … files written',
    '✔ Python in sdk/python: … of … files written',
    '✔ Go in sdk/go: … of … files written',
  ]);
  for (const file of ['src/headlesspro/index.ts', 'sdk/python/pyproject.toml', 'sdk/go/go.mod'])
    expect(existsSync(join(folder, file)), file).toBe(true);

  expect((await hp(['generate', '--check'], folder)).exitCode).toBe(0);
  writeConfig(folder, `productTypes: { shirt: { name: 'Shirt', attributes: { fabric: { type: 'text' } } } }`);
  const check = await hp(['generate', '--check', '--language', 'ts,python,golang'], folder);
  expect(check.exitCode).toBe(2);
  for (const sdk of ['Python in sdk/python', 'Go in sdk/go'])
    expect(check.stdout).toContain(`! ${sdk} is not what \`hp generate\` would write:`);
  const again = await hp(['generate'], folder);
  expect(again.stdout).toMatch(/^ {2}\+ ProductAttributes, .*|~ /m);
  expect(again.stdout).not.toContain('Python');
});

test('leaves out the services that the config does without', async () => {
  const folder = projectWith(`sdk: { without: ['webhooks', 'analytics'] }`);
  await hp(['generate'], folder);
  const surface = readFileSync(join(folder, 'headlesspro', 'api.md'), 'utf8');
  expect(surface).toContain('## store.catalog.products');
  expect(surface).not.toMatch(/store\.(webhooks|analytics)/);
  const unknown = projectWith(`sdk: { without: ['analytic'] }`);
  const refused = await hp(['generate'], unknown);
  expect(refused.exitCode).not.toBe(0);
  expect(refused.stderr).toContain('analytics');
  expect(refused.stderr).not.toContain(' at ');
});

test.each([
  [['--language', 'pyton'], 'Did you mean --language python?'],
  [['--language', 'python,ts', '--out', 'here'], '--out is the folder of one SDK'],
])('refuses %j with what to do', async (words, message) => {
  const { exitCode, stderr } = await hp(['generate', ...words], projectWith(''));
  expect(exitCode).toBe(64);
  expect(stderr).toContain(message);
});

test('leaves an SDK in a folder below alone, and refuses two in one folder', async () => {
  const folder = projectWith(`sdk: { typescript: { folder: 'sdk' }, python: { folder: 'sdk/python' } }`);
  await hp(['generate'], folder);
  const again = await hp(['generate', '--check'], folder);
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(existsSync(join(folder, 'sdk', 'python', 'pyproject.toml'))).toBe(true);
  writeConfig(folder, `sdk: { typescript: { folder: 'sdk' }, go: { folder: 'sdk' } }`);
  const { exitCode, stderr } = await hp(['generate'], folder);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('would be written into one folder');
});

test.each([
  [
    'the SDK in another language',
    ['--language', 'go', '--out', 'headlesspro'],
    'holds the SDK in another language',
  ],
  ['a file of yours', ['--out', 'mine'], 'was not written by hp generate'],
])('leaves %s in the way as it is, and says what to do', async (_, words, message) => {
  const folder = projectWith('');
  await hp(['generate'], folder);
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'mine', 'index.ts'), 'export {};\n');
  const { exitCode, stderr } = await hp(['generate', ...words], folder);
  expect(exitCode).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('fault in hp');
  expect((await hp(['generate', '--check'], folder)).exitCode).toBe(0);
});

test('refuses a folder outside of the project, and names that are none, each by its place', async () => {
  const folder = projectWith(
    `sdk: { python: { folder: '../up', package: 'My-Shop' }, go: { module: '/shop' } }`,
  );
  const { exitCode, stderr } = await hp(['generate'], folder);
  expect(exitCode).not.toBe(0);
  for (const place of ['/sdk/python/folder', '/sdk/python/package', '/sdk/go/module'])
    expect(stderr).toContain(place);
});
