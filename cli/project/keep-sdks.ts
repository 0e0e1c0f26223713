import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language, SurfaceChange } from '../../codegen/index.ts';
import type { ParsedConfig, StoreConfig } from '../../runtime/config/index.ts';
import { version } from '../version.ts';
import type { Project } from './find-project.ts';
import { type ProjectSdk, projectSdks } from './project-sdks.ts';

/** What was written last, and from what. */
interface Stamp {
  readonly from: string;
  /** Path in the SDK's folder → its size and time of change. */
  readonly files: Readonly<Record<string, string>>;
}

export interface KeptSdk {
  readonly language: Language;
  /** Relative to the project. */
  readonly folder: string;
  /** Paths in the SDK's folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Of what the SDK offers; empty where it was not there before. */
  readonly changes: readonly SurfaceChange[];
}

/**
 * What an SDK comes from: the config, and the generator. A built file's name carries a hash of all that it imports,
 * and the version stands for what the generator reads from disk; from source nobody knows what changed, so the SDK is
 * always generated.
 */
function originOf(config: StoreConfig, sdk: ProjectSdk): string | undefined {
  const generator = basename(fileURLToPath(import.meta.url));
  if (generator.endsWith('.ts')) return undefined;
  return createHash('sha256')
    .update(generator)
    .update(version())
    .update(JSON.stringify([config, sdk]))
    .digest('hex');
}

function stampFile({ stateDirectory }: Project, { language }: ProjectSdk): string {
  return join(stateDirectory, `sdk-${language}.json`);
}

async function stateOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found && `${found.size} ${found.mtimeMs}`;
}

async function isUntouched(folder: string, { files }: Stamp): Promise<boolean> {
  const checks = Object.entries(files).map(
    async ([path, state]) => (await stateOf(join(folder, path))) === state,
  );
  return (await Promise.all(checks)).every(Boolean);
}

async function readStamp(file: string): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stamp;
  } catch {
    // Not there, or half-written by a process that was killed: the SDK is generated again.
    return undefined;
  }
}

async function isUpToDate(project: Project, config: StoreConfig, sdk: ProjectSdk): Promise<boolean> {
  const from = originOf(config, sdk);
  if (from === undefined) return false;
  const stamp = await readStamp(stampFile(project, sdk));
  return stamp?.from === from && (await isUntouched(sdk.folder, stamp));
}

async function writeStamp(
  project: Project,
  config: StoreConfig,
  sdk: ProjectSdk,
  paths: readonly string[],
): Promise<void> {
  const from = originOf(config, sdk);
  if (from === undefined) return;
  const states = paths.map(async (path) => [path, await stateOf(join(sdk.folder, path))] as const);
  const file = stampFile(project, sdk);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ from, files: Object.fromEntries(await Promise.all(states)) }));
}

/**
 * Brings the SDKs of a project up to date, and answers those that were not. Generating them is a good part of a start,
 * so it is left out where neither config nor generator nor any of the files changed since the last time.
 */
export async function keepSdks(
  project: Project,
  { config, project: settings }: ParsedConfig,
): Promise<KeptSdk[]> {
  const sdks = projectSdks(project.directory, settings.sdk);
  const isFine = await Promise.all(sdks.map((sdk) => isUpToDate(project, config, sdk)));
  const stale = sdks.filter((_, index) => !isFine[index]);
  if (stale.length === 0) return [];
  const [{ writeSdk }, { sdkFiles }] = await Promise.all([
    import('../../codegen/index.ts'),
    import('./sdk-files.ts'),
  ]);
  const files = sdkFiles(config, stale);
  const kept: KeptSdk[] = [];
  for (const [index, sdk] of stale.entries()) {
    const { written, unchanged, removed, changes } = await writeSdk(sdk.folder, files[index] ?? new Map());
    await writeStamp(project, config, sdk, [...written, ...unchanged]);
    const folder = relative(project.directory, sdk.folder);
    kept.push({ language: sdk.language, folder, written, removed, changes });
  }
  return kept.filter(({ written, removed }) => written.length + removed.length > 0);
}
