// Source → dist/: `npm run build`. With `--quick`, what already lies in dist/ and is slow to make stays.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { writeCommandManifest } from './command-manifest.ts';
import { buildDashboard } from './dashboard.ts';
import { writeDeclarations } from './declarations.ts';
import { dist, entryPoints, publicEntries } from './entry-points.ts';
import { writeLicenceNotices } from './licence-notices.ts';

const isQuick = process.argv.includes('--quick');
const kept = isQuick ? ['dashboard'] : [];

mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) {
  if (!kept.includes(name)) rmSync(join(dist, name), { recursive: true });
}
const doors = Object.keys(entryPoints()).filter((name) => name in publicEntries);
const [metafile] = await Promise.all([
  bundle(),
  writeDeclarations(doors),
  existsSync(join(dist, 'dashboard')) ? false : buildDashboard(),
]);
await writeCommandManifest();
const notices = writeLicenceNotices(metafile);
console.log(`dist/ holds ${Object.keys(metafile.outputs).length} files and ${notices} bundled packages.`);
