import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Metafile, transform } from 'esbuild';
import { root } from './entry-points.ts';

/** Bytes from which a package is worth it. */
const large = 250_000;

/**
 * Shortens the names within large packages that are loaded only where they are used (PDF, mail, providers' SDKs): a
 * quarter of their size. Everything else keeps its names for reports, and needs none defined while requests are answered.
 */
export async function shortenNames({ outputs }: Metafile): Promise<void> {
  const files = Object.entries(outputs)
    .filter(([, { entryPoint = '', bytes }]) => entryPoint.includes('node_modules/') && bytes > large)
    .map(([path]) => join(root, path));
  await Promise.all(
    files.map(async (file) => {
      const { code } = await transform(readFileSync(file, 'utf8'), {
        format: 'esm',
        platform: 'node',
        target: 'node20.19',
        minify: true,
        // Errors and classes are told apart by theirs.
        keepNames: true,
        legalComments: 'none',
      });
      writeFileSync(file, code);
    }),
  );
}
