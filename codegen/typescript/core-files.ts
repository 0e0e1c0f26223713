import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreFolder } from '../core-folder.ts';
import { byName } from '../model/index.ts';

/** The hand-written part of the SDK, copied in: path → source. */
export function readCoreFiles(): Map<string, string> {
  const directory = coreFolder('codegen/typescript/core');
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
