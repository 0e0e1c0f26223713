import { build, type Metafile } from 'esbuild';
import { dist, entryPoints, root } from './entry-points.ts';
import { nodeBrotli } from './node-brotli.ts';

/** Found in the user's node_modules at run time: native, or loading files of their own by name. */
const external = ['better-sqlite3', 'libsql', 'pg-native', '@ngrok/ngrok', 'esbuild', 'vite'];

/** CommonJS packages inside an ES module still ask for these. */
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
].join('');

/** Source and dependencies → dist/, with what commands share in chunks that are loaded when first needed. */
export async function bundle(): Promise<Metafile> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    // Its CommonJS can't be shaken, and is half as much again.
    alias: { sucrase: 'sucrase/dist/esm/index.js' },
    plugins: [nodeBrotli],
    banner: { js: banner },
    // Identifiers stay: reports are read by people. `keepNames` does as much for shorter ones, but defines the name of
    // each closure when it is made, with every request.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return result.metafile;
}
