import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './entry-points.ts';

/** What the build reads. */
const sources = ['bin', 'cli', 'codegen', 'emulator', 'runtime', 'scripts/build', 'package-lock.json'];

function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const times = readdirSync(path)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .map((name) => newestChange(join(path, name)));
  return Math.max(stat.mtimeMs, ...times);
}

/** Whether a built file is missing, or older than something it is made from. */
export function isOlder(built: string, from: readonly string[]): boolean {
  const stat = statSync(built, { throwIfNoEntry: false });
  return !stat || from.some((source) => newestChange(join(root, source)) > stat.mtimeMs);
}

export function isStale(): boolean {
  return isOlder(join(dist, 'version.txt'), sources);
}
