import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { isStale } from '../scripts/build/is-stale.ts';

/** Tests of the command line run what users run; from source each start would cost seconds. */
export function setup(): void {
  if (!isStale()) return;
  const root = resolve(import.meta.dirname, '..');
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build/index.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
}
