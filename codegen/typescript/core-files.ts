import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byName } from '../model/index.ts';

const place = 'codegen/typescript/core';

/**
 * The hand-written part of the SDK, copied in: path → source. It lies beside this file in the repository, and at
 * the same place in the package, where this module may be part of a bundle.
 */
export function readCoreFiles(): Map<string, string> {
  const directory = findUpwards(import.meta.dirname);
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort(byName);
  return new Map(
    names.map((name) => {
      const source = readFileSync(join(directory, name), 'utf8')
        // Lint rules of this repository are not those of the project that the SDK is for.
        .replace(/^ *\/\/ biome-ignore .*\n/gm, '')
        .replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'");
      return [`core/${name}`, source];
    }),
  );
}

function findUpwards(start: string): string {
  const candidate = join(start, place);
  if (existsSync(candidate)) return candidate;
  const parent = dirname(start);
  if (parent === start) throw new Error(`${place} is missing from the package.`);
  return findUpwards(parent);
}
