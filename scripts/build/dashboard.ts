import { join } from 'node:path';
import { execa } from 'execa';
import { compressAssets } from './compress-assets.ts';
import { dist, root } from './entry-points.ts';
import { isOlder } from './is-stale.ts';

/** The browser pages (dashboard, playground) are a Vite project of their own, built when they changed. */
export async function buildDashboard(): Promise<void> {
  const sources = ['emulator/dashboard', 'package-lock.json'];
  if (!isOlder(join(dist, 'dashboard/index.html'), sources)) return;
  await execa('vite', ['build', '--config', 'emulator/dashboard/vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
    preferLocal: true,
    stdio: 'inherit',
  });
  compressAssets(join(dist, 'dashboard/_emulator/assets'));
}
