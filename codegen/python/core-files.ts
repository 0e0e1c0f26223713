import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreFolder } from '../core-folder.ts';
import { byName } from '../model/index.ts';

/** The hand-written part of the SDK, copied in as it is: file name → source. */
export function readCoreFiles(): Map<string, string> {
  const directory = coreFolder('codegen/python/core');
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.py'))
    .sort(byName);
  return new Map(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}
