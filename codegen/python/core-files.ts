import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byName } from '../model/index.ts';

const place = 'codegen/python/core';

/** The hand-written part of the SDK, copied in as it is: file name → source. */
export function readCoreFiles(): Map<string, string> {
  const directory = findUpwards(import.meta.dirname);
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.py'))
    .sort(byName);
  return new Map(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

function findUpwards(start: string): string {
  const candidate = join(start, place);
  if (existsSync(candidate)) return candidate;
  const parent = dirname(start);
  if (parent === start) throw new Error(`${place} is missing from the package.`);
  return findUpwards(parent);
}
