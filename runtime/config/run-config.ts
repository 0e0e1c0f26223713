import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TransformOptions, TransformResult } from 'jiti';
import { defineConfig, env } from './define-config.ts';

/**
 * Where compiled sources are kept by their hash, so that a start needs no compiler; only beside local state. Another
 * compiler, another folder: a built file's name carries a hash of all that it imports. From source nobody knows.
 */
function cacheDirectory(file: string): string | false {
  const state = join(dirname(file), '.headlesspro');
  const compiler = basename(fileURLToPath(import.meta.url));
  if (compiler.endsWith('.ts') || !existsSync(state)) return false;
  return join(state, 'cache', compiler);
}

let compileSource: ((options: TransformOptions) => TransformResult) | undefined;
let replaceModuleSyntax: ((source: string) => string) | undefined;

/** jiti asks for a compiler only where a source is not in its cache, and then can't wait for it to be loaded. */
class NotLoaded extends Error {
  readonly load: () => Promise<void>;

  constructor(load: () => Promise<void>) {
    super();
    this.load = load;
  }
}

/** Who knows that sources will change can have it loaded before. */
export async function loadCompiler(): Promise<void> {
  ({ compileSource } = await import('./compile-source.ts'));
}

async function loadModuleSyntax(): Promise<void> {
  ({ replaceModuleSyntax } = await import('./module-syntax.ts'));
}

function compileIfLoaded(options: TransformOptions): TransformResult {
  if (!compileSource) throw new NotLoaded(loadCompiler);
  if (!/\bimport\s*[.(]/.test(options.source)) return compileSource(options);
  if (!replaceModuleSyntax) throw new NotLoaded(loadModuleSyntax);
  return compileSource({ ...options, source: replaceModuleSyntax(options.source) });
}

/** The exports of a config file, as it is now. Whatever it throws is thrown. */
export async function runConfig(file: string): Promise<Record<string, unknown>> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(pathToFileURL(file).href, {
    moduleCache: false,
    fsCache: cacheDirectory(file),
    interopDefault: false,
    // So that a config can be read before the project's dependencies are installed.
    virtualModules: { headlesspro: { defineConfig, env } },
    transform: compileIfLoaded,
  });
  try {
    return await jiti.import(file);
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error;
    await error.load();
    return runConfig(file);
  }
}
