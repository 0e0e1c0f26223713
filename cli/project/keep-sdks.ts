import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

function stateOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size} ${found.mtimeMs}`;
}

function isUntouched(folder: string, { files }: Stamp): boolean {
  return Object.entries(files).every(([path, state]) => stateOf(join(folder, path)) === state);
}

function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    // Not there, or half-written by a process that was killed: the SDK is generated again.
    return undefined;
  }
}

function isUpToDate(project: Project, config: StoreConfig, sdk: ProjectSdk): boolean {
  const from = originOf(config, sdk);
  if (from === undefined) return false;
  const stamp = readStamp(stampFile(project, sdk));
  return stamp?.from === from && isUntouched(sdk.folder, stamp);
}

function writeStamp(project: Project, config: StoreConfig, sdk: ProjectSdk, paths: readonly string[]): void {
  const from = originOf(config, sdk);
  if (from === undefined) return;
  const states = paths.map((path) => [path, stateOf(join(sdk.folder, path))] as const);
  const file = stampFile(project, sdk);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ from, files: Object.fromEntries(states) }));
}

/** Needed only where an SDK has to be generated; who knows that one will be can have it loaded before. */
export function loadGenerator() {
  return Promise.all([import('../../codegen/index.ts'), import('./sdk-files.ts')]);
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
  const stale = sdks.filter((sdk) => !isUpToDate(project, config, sdk));
  if (stale.length === 0) return [];
  const [{ writeSdk }, { sdkFiles }] = await loadGenerator();
  const files = sdkFiles(config, stale);
  const kept = stale.map((sdk, index): KeptSdk => {
    const { written, unchanged, removed, changes } = writeSdk(sdk.folder, files[index] ?? new Map());
    writeStamp(project, config, sdk, [...written, ...unchanged]);
    const folder = relative(project.directory, sdk.folder);
    return { language: sdk.language, folder, written, removed, changes };
  });
  return kept.filter(({ written, removed }) => written.length + removed.length > 0);
}
