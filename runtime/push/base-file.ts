import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Entry } from '../plan/index.ts';

/*
 * What this project and a target last agreed on, as fingerprints: `.headlesspro/targets/<digest of the URL>.json`.
 * It plays the part that a remote-tracking branch plays in git. Losing it is safe: the next plan then names what
 * differs as conflicts instead of guessing who changed it.
 */

function baseFile(directory: string, targetUrl: string): string {
  const digest = createHash('sha256').update(targetUrl).digest('hex').slice(0, 16);
  return join(directory, '.headlesspro', 'targets', `${digest}.json`);
}

/** Empty before the first push. */
export async function readBase(directory: string, targetUrl: string): Promise<readonly Entry[]> {
  try {
    const { entries } = JSON.parse(await readFile(baseFile(directory, targetUrl), 'utf8')) as {
      entries: Entry[];
    };
    return entries;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Written beside and renamed, so that a crash leaves the old one. */
export async function writeBase(
  directory: string,
  targetUrl: string,
  entries: readonly Entry[],
): Promise<void> {
  const file = baseFile(directory, targetUrl);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify({ target: targetUrl, entries }, null, 1)}\n`);
  await rename(`${file}.new`, file);
}
