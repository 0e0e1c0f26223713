import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoreConfig } from '../../runtime/config/index.ts';
import type { Project } from '../project/find-project.ts';
import { sdkFolder } from '../project/sdk-folder.ts';
import { version } from '../version.ts';

/** What was written last, and from what. */
interface Stamp {
  readonly from: string;
  /** Path in the SDK's folder → its size and time of change. */
  readonly files: Readonly<Record<string, string>>;
}

export interface KeptSdk {
  /** Paths in the SDK's folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What an SDK comes from: the config, and the generator. A built file's name carries a hash of all that it imports,
 * and the version stands for what the generator reads from disk; from source nobody knows what changed, so the SDK is
 * always generated.
 */
function originOf(config: StoreConfig): string | undefined {
  const generator = basename(fileURLToPath(import.meta.url));
  if (generator.endsWith('.ts')) return undefined;
  return createHash('sha256')
    .update(generator)
    .update(version())
    .update(JSON.stringify(config))
    .digest('hex');
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

/**
 * Brings a project's SDK up to date. Generating it is a good part of a start, so it is left out where neither config
 * nor generator nor any of the files changed since the last time.
 */
export async function keepSdk(project: Project, config: StoreConfig): Promise<KeptSdk> {
  const folder = sdkFolder(project.directory);
  const stampFile = join(project.stateDirectory, 'sdk.json');
  const from = originOf(config);
  const stamp = from === undefined ? undefined : await readStamp(stampFile);
  if (stamp?.from === from && stamp && (await isUntouched(folder, stamp)))
    return { written: [], removed: [] };

  const [{ writeSdk }, { sdkOf }] = await Promise.all([
    import('../../codegen/index.ts'),
    import('../project/write-project-sdk.ts'),
  ]);
  const { written, unchanged, removed } = await writeSdk(folder, sdkOf(config));
  if (from !== undefined) {
    const states = [...written, ...unchanged].map(
      async (path) => [path, await stateOf(join(folder, path))] as const,
    );
    await writeFile(
      stampFile,
      JSON.stringify({ from, files: Object.fromEntries(await Promise.all(states)) }),
    );
  }
  return { written, removed };
}
