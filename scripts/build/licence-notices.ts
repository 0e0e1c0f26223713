import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { dist, root } from './entry-points.ts';

const packagePath = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** What others wrote and the bundle contains must carry their notices. */
export function writeLicenceNotices(metafile: Metafile): number {
  const directories = new Set(
    Object.values(metafile.outputs)
      .flatMap((output) => Object.entries(output.inputs))
      .filter(([, input]) => input.bytesInOutput > 0)
      .map(([path]) => packagePath.exec(path)?.[1])
      .filter((path) => path !== undefined),
  );
  // Many packages share one text, word for word.
  const byText = new Map<string, string[]>();
  for (const directory of [...directories].sort()) {
    const folder = join(root, directory);
    const manifest: { name: string; version: string; license?: string } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    const title = `${manifest.name} ${manifest.version} (${manifest.license ?? 'see its package'})`;
    byText.set(text, [...(byText.get(text) ?? []), title]);
  }
  const notices = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`);
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices.join(`\n${'-'.repeat(78)}\n\n`));
  return directories.size;
}
