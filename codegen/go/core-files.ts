import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byName } from '../model/index.ts';

const place = 'codegen/go';
/** The module that the hand-written part is written in. */
const ownModule = 'store.local/headlesspro';
/** Folders of the hand-written part, and where their files go in the SDK. */
const folders = { core: 'core/', entry: '', webhooks: 'webhooks/' } as const;

/** The hand-written part of the SDK, copied in: path → source. `webhooks` is for stores that have events. */
export function readCoreFiles(module: string, names: readonly (keyof typeof folders)[]): Map<string, string> {
  const directory = findUpwards(import.meta.dirname);
  return new Map(
    names.flatMap((folder) =>
      readdirSync(join(directory, folder))
        .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
        .sort(byName)
        .map((name) => {
          const source = readFileSync(join(directory, folder, name), 'utf8');
          return [`${folders[folder]}${name}`, source.replaceAll(`"${ownModule}/`, `"${module}/`)] as const;
        }),
    ),
  );
}

function findUpwards(start: string): string {
  const candidate = join(start, place);
  if (existsSync(join(candidate, 'core'))) return candidate;
  const parent = dirname(start);
  if (parent === start) throw new Error(`${place} is missing from the package.`);
  return findUpwards(parent);
}
