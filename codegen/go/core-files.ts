import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coreFolder } from '../core-folder.ts';
import { byName } from '../model/index.ts';

/** The module that the hand-written part is written in. */
const ownModule = 'store.local/headlesspro';
/** Folders of the hand-written part, and where their files go in the SDK. */
const folders = { core: 'core/', entry: '', webhooks: 'webhooks/' } as const;

type Folder = keyof typeof folders;

/** The hand-written part of the SDK, copied in: path → source. `webhooks` is for stores that have events. */
export function readCoreFiles(module: string, names: readonly Folder[]): Map<string, string> {
  return new Map(
    names.flatMap((folder) =>
      readSources(folder).map(([name, source]) => [
        `${folders[folder]}${name}`,
        source.replaceAll(`"${ownModule}/`, `"${module}/`),
      ]),
    ),
  );
}

/** What the hand-written files of a package declare for everybody. */
export function declaredNames(folder: Folder): string[] {
  // A declaration of its own, or one of a group, as gofmt writes them.
  const declaration = /^(?:(?:type|func|var|const) |\t(?=[A-Z]\w* += ))([A-Z]\w*)/gm;
  return readSources(folder).flatMap(([, source]) =>
    [...source.matchAll(declaration)].map(([, name = '']) => name),
  );
}

function readSources(folder: Folder): (readonly [name: string, source: string])[] {
  const directory = coreFolder(`codegen/go/${folder}`);
  return readdirSync(directory)
    .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
    .sort(byName)
    .map((name) => [name, readFileSync(join(directory, name), 'utf8')]);
}
