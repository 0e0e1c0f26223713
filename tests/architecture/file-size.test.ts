import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const mostLines = 300;

/** What is longer, and why. A number here may only fall; a new entry needs a reason that a reader would accept. */
const longer: Readonly<Record<string, { readonly lines: number; readonly because: string }>> = {
  'runtime/store/documents.suite.ts': {
    lines: 816,
    because: 'one case a rule of stored documents',
  },
  'runtime/gateway/graphql/engine.test.ts': { lines: 420, because: 'one case a rule of GraphQL' },
  'emulator/seeds/fashion/shoes-and-accessories.ts': { lines: 421, because: 'data' },
  'emulator/seeds/fashion/outerwear-and-bottoms.ts': { lines: 328, because: 'data' },
  'emulator/seeds/electronics/audio-and-phones.ts': { lines: 355, because: 'data' },
  'runtime/contract/catalog/products.ts': { lines: 341, because: 'one record an operation on products' },
};

function sourceFiles(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (['node_modules', 'dist', 'output', '.git', 'demo'].includes(name)) return [];
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.(ts|tsx)$/.test(name) ? [path] : [];
  });
}

const folders = ['bin', 'cli', 'emulator', 'runtime', 'codegen', 'templates', 'scripts', 'tests', 'bench'];
const lines = new Map(
  folders
    .flatMap((folder) => sourceFiles(join(root, folder)))
    .map((file) => [relative(root, file), readFileSync(file, 'utf8').split('\n').length - 1]),
);

test(`a file has ${mostLines} lines at most, or stands in the list with its reason`, () => {
  const tooLong = [...lines].filter(([file, count]) => count > (longer[file]?.lines ?? mostLines));
  expect(tooLong).toEqual([]);
});

test('the list holds no more lines than its files do', () => {
  const stale = Object.entries(longer).filter(([file, entry]) => {
    const count = lines.get(file) ?? 0;
    return count <= mostLines || count < entry.lines;
  });
  expect(stale).toEqual([]);
});
