import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The table of docs/explanation/architecture.md: what each folder may import, beside itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  bin: ['cli'],
  cli: ['emulator', 'codegen', 'runtime', 'package.json'],
  emulator: ['runtime'],
  codegen: ['runtime/contract'],
  runtime: [],
};

/** Inside the runtime: contract ← services ← gateway. What nothing above may be imported by what stands lower. */
const runtimeOrder: Readonly<Record<string, readonly string[]>> = {
  'runtime/contract': ['runtime/config'],
  'runtime/store': [],
  'runtime/validation': ['runtime/contract'],
  'runtime/mapping': [],
  'runtime/config': ['runtime/contract', 'runtime/validation', 'runtime/mapping'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (name === 'node_modules' || name === 'dist') return [];
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.(ts|tsx)$/.test(name) && !/\.(test|suite|bench)\.ts$/.test(name) ? [path] : [];
  });
}

const specifiers = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** Without comments, whose examples import too. */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

function importsOf(file: string): Import[] {
  return [...code(file).matchAll(specifiers)].map((match) => ({
    from: relative(root, file),
    to: relative(root, resolve(dirname(file), match[1] ?? '')),
  }));
}

const imports = Object.keys(allowed).flatMap((folder) => sourceFiles(join(root, folder)).flatMap(importsOf));

function within(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

describe.each(Object.entries(allowed))('%s/', (folder, others) => {
  test(`imports only itself${others.length > 0 ? ` and ${others.join(', ')}` : ''}`, () => {
    const broken = imports.filter(
      ({ from, to }) => within(from, [folder]) && !within(to, [folder, ...others]),
    );
    expect(broken).toEqual([]);
  });
});

describe.each(Object.entries(runtimeOrder))('%s/', (folder, others) => {
  test(`stands below the rest of the runtime`, () => {
    const broken = imports.filter(
      ({ from, to }) => within(from, [folder]) && !within(to, [folder, ...others]),
    );
    expect(broken).toEqual([]);
  });
});

test('services never import one another', () => {
  const service = (path: string) => /^runtime\/services\/([^/]+)\//.exec(path)?.[1];
  const broken = imports.filter(
    ({ from, to }) => service(from) && service(to) && service(from) !== service(to),
  );
  expect(broken).toEqual([]);
});

test('services reach storage and the outside only through ports', () => {
  const broken = imports.filter(
    ({ from, to }) =>
      from.startsWith('runtime/services/') &&
      within(to, [
        'runtime/gateway',
        'runtime/store/sqlite',
        'runtime/store/postgres',
        'runtime/runtime.ts',
      ]) &&
      from !== 'runtime/services/index.ts',
  );
  expect(broken).toEqual([]);
});

test('no file imports itself through a circle', () => {
  const next = new Map<string, string[]>();
  // Types alone make no circle at run time.
  for (const folder of Object.keys(allowed)) {
    for (const file of sourceFiles(join(root, folder))) {
      const text = code(file).replace(/(?:import|export)\s+type\s[^;]*;/g, '');
      const targets = [...text.matchAll(specifiers)].map((match) =>
        relative(root, resolve(dirname(file), match[1] ?? '')),
      );
      next.set(relative(root, file), targets);
    }
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});
