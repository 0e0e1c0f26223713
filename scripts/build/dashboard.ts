import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { dist, root } from './entry-points.ts';

/** The browser pages (dashboard, playground) are a Vite project of their own. */
export async function buildDashboard(): Promise<boolean> {
  const directory = join(root, 'emulator/dashboard');
  if (!existsSync(join(directory, 'vite.config.ts'))) return false;
  await execa('vite', ['build', '--outDir', join(dist, 'dashboard'), '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: directory,
    preferLocal: true,
    localDir: root,
    stdio: 'inherit',
  });
  return true;
}
