import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreFolder } from '../core-folder.ts';
import { byName } from '../model/index.ts';

/** The module that the hand-written part is written in. */
const ownModule = 'store.local/headlesspro';
/** Folders of the hand-written part, and where their files go in the SDK. */
const folders = { core: 'core/', entry: '', webhooks: 'webhooks/' } as const;

/** The hand-written part of the SDK, copied in: path → source. `webhooks` is for stores that have events. */
export function readCoreFiles(module: string, names: readonly (keyof typeof folders)[]): Map<string, string> {
  return new Map(
    names.flatMap((folder) => {
      const directory = coreFolder(`codegen/go/${folder}`);
      return readdirSync(directory)
        .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
        .sort(byName)
        .map((name) => {
          const source = readFileSync(join(directory, name), 'utf8');
          return [`${folders[folder]}${name}`, source.replaceAll(`"${ownModule}/`, `"${module}/`)] as const;
        });
    }),
  );
}
