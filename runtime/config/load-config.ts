import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TransformOptions, TransformResult } from 'jiti';
import { ConfigError, type ConfigIssue, type SourceLocation } from './config-error.ts';
import { defineConfig, env } from './define-config.ts';
import { type ParsedConfig, parseConfig } from './parse-config.ts';

export const configFileNames = [
  'headlesspro.config.ts',
  'headlesspro.config.mts',
  'headlesspro.config.js',
] as const;

export interface LoadedConfig extends ParsedConfig {
  readonly file: string;
  /** The config file and the local files it imports: what to watch. */
  readonly dependencies: readonly string[];
}

/** The config file of a project folder, or undefined where there is none. */
export function findConfigFile(directory: string): string | undefined {
  return configFileNames.map((name) => join(directory, name)).find((file) => existsSync(file));
}

const relativeImport = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** Local files that a file imports, itself first. Files that don't exist are left to the loader to report. */
function dependenciesOf(file: string, seen: ReadonlySet<string> = new Set()): string[] {
  if (seen.has(file) || !existsSync(file)) return [];
  const withThis = new Set([...seen, file]);
  const imports = [...readFileSync(file, 'utf8').matchAll(relativeImport)].map((match) => match[1] ?? '');
  const found = imports.flatMap((specifier) => {
    const target = resolve(dirname(file), specifier);
    const candidates = [
      target,
      `${target}.ts`,
      `${target}.js`,
      target.replace(/\.js$/, '.ts'),
      join(target, 'index.ts'),
    ];
    const existing = candidates.find((candidate) => /\.[a-z]+$/.test(candidate) && existsSync(candidate));
    return existing ? dependenciesOf(existing, withThis) : [];
  });
  return [...new Set([file, ...found])];
}

/** The first place in the stack that lies in the project. */
function locationOf(error: unknown, files: readonly string[]): SourceLocation | undefined {
  if (!(error instanceof Error)) return undefined;
  const places = (error.stack ?? '').split('\n').map((line) => {
    const [, file = '', at, column] =
      /(?:file:\/\/)?(\/[^\s():]+|[A-Z]:[^\s():]+):(\d+)(?::(\d+))?/.exec(line) ?? [];
    return { file, line: Number(at), column: Number(column ?? 1) };
  });
  const place = places.find(({ file }) => files.includes(file));
  return place && { ...place, column: isWithin(place) ? place.column : 1 };
}

/** In the first line, the column counts what compiler and loader put before it. */
function isWithin({ file, line, column }: Required<SourceLocation>): boolean {
  const text = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  return line > 1 && column <= text.length + 1;
}

/** The first of the files that is no program: neither compiler nor engine say where as well as a parser does. */
async function syntaxFault(files: readonly string[]): Promise<ConfigIssue | undefined> {
  const { parseSource } = await import('./parse-source.ts');
  for (const file of files) {
    try {
      parseSource(readFileSync(file, 'utf8'));
    } catch (error) {
      const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } };
      if (!loc) throw error;
      const what = message.replace(/ \(\d+:\d+\)$/, '');
      const location = { file, line: loc.line, column: loc.column + 1 };
      return { pointer: '', message: `could not be read: ${what}`, location };
    }
  }
  return undefined;
}

async function readFault(
  error: unknown,
  file: string,
  dependencies: readonly string[],
): Promise<ConfigIssue> {
  const fault = error instanceof SyntaxError ? await syntaxFault(dependencies) : undefined;
  if (fault) return fault;
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const location = locationOf(error, dependencies) ?? { file, line: 1, column: 1 };
  return { pointer: '', message: `could not be read: ${message}`, location };
}

/** Where transformed sources are kept by their hash, so that a start needs no compiler; only beside local state. */
function cacheDirectory(file: string): string | false {
  const state = join(dirname(file), '.headlesspro');
  return existsSync(state) ? join(state, 'cache') : false;
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

function compileIfLoaded(options: TransformOptions): TransformResult {
  if (!compileSource) {
    throw new NotLoaded(async () => {
      ({ compileSource } = await import('./compile-source.ts'));
    });
  }
  if (!/\bimport\s*[.(]/.test(options.source)) return compileSource(options);
  if (!replaceModuleSyntax) {
    throw new NotLoaded(async () => {
      ({ replaceModuleSyntax } = await import('./module-syntax.ts'));
    });
  }
  return compileSource({ ...options, source: replaceModuleSyntax(options.source) });
}

async function run(file: string): Promise<Record<string, unknown>> {
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
    return run(file);
  }
}

async function evaluate(file: string, dependencies: readonly string[]): Promise<unknown> {
  const loaded = await run(file).catch(async (error) => {
    throw new ConfigError([await readFault(error, file, dependencies)]);
  });
  if ('default' in loaded) return loaded.default;
  throw new ConfigError([
    { pointer: '', message: 'the file has no default export: export default defineConfig({ … }).' },
  ]);
}

async function withLocation(issue: ConfigIssue, file: string): Promise<ConfigIssue> {
  if (issue.location) return issue;
  const { locateInSource } = await import('./locate-in-source.ts');
  const position = locateInSource(readFileSync(file, 'utf8'), issue.pointer);
  return position ? { ...issue, location: { file, ...position } } : issue;
}

/**
 * Reads, evaluates and validates a config file; every call sees the file as it is now.
 * @throws {ConfigError} naming every fault with its file, line and column.
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const dependencies = dependenciesOf(file);
  try {
    const parsed = parseConfig(await evaluate(file, dependencies));
    const { integrations } = parsed.config;
    if (integrations.length > 0) {
      const { checkIntegrations } = await import('./check-integrations.ts');
      await checkIntegrations(integrations);
    }
    return { file, ...parsed, dependencies };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(await Promise.all(error.issues.map((issue) => withLocation(issue, file))));
  }
}
