// All at once, not one by one: a promise costs ten times what reading one of these small files does.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { generatedMarks, type SdkFiles } from './generate.ts';
import { byName, GenerationError } from './model/index.ts';
import { changedEntries, type SurfaceChange } from './surface/changed-entries.ts';

/** Folders that package managers fill. */
const otherPeoples: ReadonlySet<string> = new Set(['node_modules', '.venv', 'venv']);

/** A watcher that reads in between sees the old file or the new one, never half of it. */
const unfinished = '.new';
const sourceName = /\.(ts|md|graphql|py|toml|typed|go|mod)(\.new)?$/;

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
export function writeSdk(directory: string, files: SdkFiles): WrittenSdk {
  const existing = readGenerated(directory);
  const written: string[] = [];
  const unchanged: string[] = [];
  refuseOtherLanguage(directory, [...existing.keys()], [...files.keys()]);
  for (const path of files.keys()) refuseForeign(join(directory, path), existing.has(path));
  for (const [path, text] of files) {
    if (existing.get(path) === text) {
      unchanged.push(path);
      continue;
    }
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}${unfinished}`, text);
    renameSync(`${target}${unfinished}`, target);
    written.push(path);
  }
  const removed = [...existing.keys()].filter((path) => !files.has(path));
  for (const path of removed) {
    // One that was unfinished may have become the file itself just now.
    rmSync(join(directory, path), { force: true });
    removeEmptyFolders(directory, dirname(join(directory, path)));
  }
  const surface = existing.get('api.md');
  const changes = surface === undefined ? [] : changedEntries(surface, files.get('api.md') ?? '');
  return { written, unchanged, removed, changes };
}

/** Files below the folder that carry the generator's mark, by path, sorted. */
export function readGenerated(directory: string): Map<string, string> {
  const texts = filesBelow(directory).map(
    (path) => [relative(directory, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')] as const,
  );
  const generated = texts.filter(([path, text]) => isGenerated(text) || isBarelyBegun(path, text));
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

/** What a generator may have written, also by a run that was killed while it did. */
function filesBelow(directory: string): string[] {
  const entries = unlessMissing(() => readdirSync(directory, { recursive: true, withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile() && sourceName.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).some((folder) => otherPeoples.has(folder)));
}

/** A run that was killed between making a file and writing it left no mark. */
function isBarelyBegun(path: string, text: string): boolean {
  return path.endsWith(unfinished) && text === '';
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

function refuseForeign(path: string, isGeneratedFile: boolean): void {
  if (isGeneratedFile || unlessMissing(() => readFileSync(path)) === undefined) return;
  throw new GenerationError(
    `${path} exists and was not written by hp generate, so it is left alone. Move it, or generate into another folder.`,
  );
}

function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function removeEmptyFolders(top: string, folder: string): void {
  if (folder === top || relative(top, folder).startsWith('..')) return;
  if (readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmptyFolders(top, dirname(folder));
}
