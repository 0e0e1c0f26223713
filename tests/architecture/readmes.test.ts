import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const topLevel = [
  'bin',
  'cli',
  'codegen',
  'docs',
  'emulator',
  'examples',
  'runtime',
  'scripts',
  'templates',
  'tests',
  'bench',
];

test.each(topLevel)('%s/ says in at most 30 lines what it is for and where to start', (folder) => {
  const text = readFileSync(join(root, folder, 'README.md'), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
});

function pages(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (['node_modules', 'dist', 'output', '.git', 'demo'].includes(name)) return [];
    if (statSync(path).isDirectory()) return pages(path);
    return name.endsWith('.md') ? [path] : [];
  });
}

test('links between pages lead somewhere', () => {
  const broken = pages(root).flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(resolve(dirname(page), target)))
      .map((target) => `${relative(root, page)} → ${target}`),
  );
  expect(broken).toEqual([]);
});
