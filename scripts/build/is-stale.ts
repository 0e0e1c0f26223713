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

/** Whether dist/ is missing or older than what it is made from. */
export function isStale(): boolean {
  const built = statSync(join(dist, 'version.txt'), { throwIfNoEntry: false });
  return !built || sources.some((source) => newestChange(join(root, source)) > built.mtimeMs);
}
