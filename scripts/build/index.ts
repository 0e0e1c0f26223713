// Source → dist/: `npm run build`.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { writeCommandManifest } from './command-manifest.ts';
import { buildDashboard } from './dashboard.ts';
import { writeDeclarations } from './declarations.ts';
import { dist, entryPoints, publicEntries } from './entry-points.ts';
import { writeLicenceNotices } from './licence-notices.ts';
import { shortenNames } from './shorten-names.ts';

/** The slow part, which looks itself whether it has to be made again. */
const kept = 'dashboard';

mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) {
  if (name !== kept) rmSync(join(dist, name), { recursive: true });
}
const doors = Object.keys(entryPoints()).filter((name) => name in publicEntries);
const [metafile] = await Promise.all([bundle(), writeDeclarations(doors), buildDashboard()]);
await shortenNames(metafile);
await writeCommandManifest();
const notices = writeLicenceNotices(metafile);
console.log(`dist/ holds ${Object.keys(metafile.outputs).length} files and ${notices} bundled packages.`);
