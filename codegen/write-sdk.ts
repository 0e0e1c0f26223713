import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { generatedMarks, type SdkFiles } from './generate.ts';
import { byName, GenerationError } from './model/index.ts';
import { changedEntries, type SurfaceChange } from './surface/changed-entries.ts';

/** Folders that package managers fill. */
const otherPeoples: ReadonlySet<string> = new Set(['node_modules', '.venv', 'venv']);

/** Paths relative to the folder, with slashes, sorted. */
export interface WrittenSdk {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Generated before, and no longer part of the SDK. */
  readonly removed: readonly string[];
  /** Of what the SDK offers; empty where none was there before. */
  readonly changes: readonly SurfaceChange[];
}

/**
 * Brings a folder to what was generated: writes only files whose text changed, so that watchers and version
 * control see no more than that, and removes files that an earlier run wrote and this one did not. Files
 * without the mark of the generator are nobody's to touch; one that stands in the way is refused.
 * @throws {GenerationError} where the folder holds something else; then nothing was written.
 */
export async function writeSdk(directory: string, files: SdkFiles): Promise<WrittenSdk> {
  const existing = await readGenerated(directory);
  const written: string[] = [];
  const unchanged: string[] = [];
  refuseOtherLanguage(directory, [...existing.keys()], [...files.keys()]);
  for (const path of files.keys()) await refuseForeign(join(directory, path), existing.has(path));
  for (const [path, text] of files) {
    if (existing.get(path) === text) {
      unchanged.push(path);
      continue;
    }
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    // A watcher that reads in between sees the old file or the new one, never half of it.
    await writeFile(`${target}.new`, text);
    await rename(`${target}.new`, target);
    written.push(path);
  }
  const removed = [...existing.keys()].filter((path) => !files.has(path));
  for (const path of removed) {
    await rm(join(directory, path));
    await removeEmptyFolders(directory, dirname(join(directory, path)));
  }
  const surface = existing.get('api.md');
  const changes = surface === undefined ? [] : changedEntries(surface, files.get('api.md') ?? '');
  return { written, unchanged, removed, changes };
}

/** Files below the folder that carry the generator's mark, by path, sorted. */
export async function readGenerated(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(ts|md|graphql|py|toml|typed|go|mod)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).some((folder) => otherPeoples.has(folder)));
  const texts = await Promise.all(
    paths.map(
      async (path) => [relative(directory, path).replaceAll(sep, '/'), await readFile(path, 'utf8')] as const,
    ),
  );
  const generated = texts.filter(([, text]) => isGenerated(text));
  const below = generated.flatMap(([path]) =>
    path.endsWith('/api.md') ? [path.slice(0, -'api.md'.length)] : [],
  );
  return new Map(
    generated
      // Another SDK, in a folder below.
      .filter(([path]) => !below.some((folder) => path.startsWith(folder)))
      .sort(([left], [right]) => byName(left, right)),
  );
}

function isGenerated(text: string): boolean {
  const [firstLine = ''] = text.split('\n', 1);
  return generatedMarks.some((mark) => firstLine.includes(mark));
}

/** Files of an SDK in another language would be taken for old ones, and removed. */
function refuseOtherLanguage(
  directory: string,
  existing: readonly string[],
  coming: readonly string[],
): void {
  const sources = ['.ts', '.py', '.go'];
  const other = sources.find(
    (source) =>
      existing.some((path) => path.endsWith(source)) && !coming.some((path) => path.endsWith(source)),
  );
  if (other === undefined) return;
  throw new GenerationError(
    `${directory} holds the SDK in another language (*${other}), which would be removed. Generate into another folder.`,
  );
}

async function refuseForeign(path: string, isGeneratedFile: boolean): Promise<void> {
  if (isGeneratedFile) return;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return;
  throw new GenerationError(
    `${path} exists and was not written by hp generate, so it is left alone. Move it, or generate into another folder.`,
  );
}

async function removeEmptyFolders(top: string, folder: string): Promise<void> {
  if (folder === top || relative(top, folder).startsWith('..')) return;
  if ((await readdir(folder)).length > 0) return;
  await rmdir(folder);
  await removeEmptyFolders(top, dirname(folder));
}
